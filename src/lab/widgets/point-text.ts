import type { LinePoints, LineSeries, Quantity, RunColumns } from '../../figures/index.js';
import { quantityOf, seqNumOf } from '../../figures/index.js';
import { isoTime } from '../../text/index.js';
import { numberText } from '../draw/number-text.js';
import type { PointText, PointValue } from '../draw/readout.js';
import { runLabel } from './run-state.js';

/** What is told of a point of a line: both fields with their units, the event's number, and the run. */
export function pointText(run: RunColumns, series: LineSeries, points: LinePoints, point: number): PointText {
  const value = (field: string, column: Float64Array): PointValue => {
    const quantity = quantityOf(run, field, series.epoch);
    return { name: field, text: quantityText(column, point, quantity) };
  };
  const values = [value(series.x, points.x), value(series.y, points.y)];
  const seqNum = seqNumOf(run, series, point);
  if (seqNum !== undefined && series.x !== 'seq_num') values.push({ name: 'seq_num', text: String(seqNum) });
  const named = series.label !== '' && series.label !== String(run.start.scan_id ?? '');
  return { title: named ? `${series.label} · ${runLabel(run)}` : runLabel(run), values };
}

function quantityText(column: Float64Array, point: number, { kind, units }: Quantity): string {
  const value = column[point] as number;
  if (kind === 'time') return isoTime(value);
  const neighbours = [column[point - 1], column[point + 1]].filter((each) => each !== undefined);
  return `${numberText(value, neighbours)} ${units}`.trimEnd();
}
