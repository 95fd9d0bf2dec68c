import { beforeAll, describe, expect, it } from 'vitest';
import type { FillStyle, MarkerShape, Outline } from '../src/figures/index.js';
import { markerShape } from '../src/figures/index.js';
import { MARKERS } from '../src/figures/marker-shapes.js';
import { askMatplotlib } from './instruments/matplotlib.js';
import type { MatplotlibAnswer, Point, Polyline } from './instruments/matplotlib.js';

/** In sizes of the marker; curves of matplotlib's are made of short lines. */
const TOLERANCE = 0.002;

let markers: MatplotlibAnswer['markers'];

beforeAll(async () => {
  ({ markers } = await askMatplotlib({}));
});

type Segment = readonly [from: Point, to: Point];

function segments(lines: readonly Polyline[]): Segment[] {
  return lines.flatMap((line) => line.slice(1).map((to, i): Segment => [line[i] as Point, to]));
}

/** How far one shape is from another: the Hausdorff distance. */
function distance(a: readonly Polyline[], b: readonly Polyline[]): number {
  const [some, others] = [segments(a), segments(b)];
  if (some.length === 0 || others.length === 0) return some.length === others.length ? 0 : Infinity;
  return Math.max(furthest(some, others), furthest(others, some));
}

function furthest(from: readonly Segment[], to: readonly Segment[]): number {
  const places = from.flatMap((segment) => Array.from({ length: 5 }, (_, i) => along(segment, i / 4)));
  return Math.max(...places.map((place) => Math.min(...to.map((segment) => distanceTo(place, segment)))));
}

function along([[x0, y0], [x1, y1]]: Segment, share: number): Point {
  return [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];
}

function distanceTo([x, y]: Point, segment: Segment): number {
  const [[x0, y0], [x1, y1]] = segment;
  const length = Math.hypot(x1 - x0, y1 - y0);
  const share = length === 0 ? 0 : ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length ** 2;
  const [u, v] = along(segment, Math.min(1, Math.max(0, share)));
  return Math.hypot(x - u, y - v);
}

function polylines(outlines: readonly Outline[]): Polyline[] {
  return outlines.map((outline): Polyline => {
    if ('points' in outline) {
      const points = outline.points.map(([x, y]): Point => [x, y]);
      return outline.closed ? [...points, points[0] as Point] : points;
    }
    const { radius, from, to } = outline;
    const arc = Array.from({ length: 101 }, (_, i): Point => {
      const angle = from + ((to - from) * i) / 100;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    return [...arc, arc[0] as Point];
  });
}

/** The outlines of what is filled: as if all were closed. */
function inside(lines: readonly Polyline[]): Polyline[] {
  return lines.map((line) => [...line, line[0] as Point]);
}

/** The markers that are not drawn as matplotlib draws them. */
function otherMarkers(shape: (marker: string | number, fillstyle: FillStyle) => MarkerShape | undefined): string[] {
  return markers.flatMap(({ marker, fillstyle, face, alt, join }) => {
    const ours = shape(marker, fillstyle);
    const isSame =
      ours &&
      distance(inside(polylines(ours.face)), inside(face)) < TOLERANCE &&
      distance(inside(polylines(ours.alt)), inside(alt)) < TOLERANCE &&
      distance(polylines([...ours.face, ...ours.alt]), [...face, ...alt]) < TOLERANCE &&
      (ours.join === join || face.every((line) => line.length === 2));
    return isSame ? [] : [`${typeof marker} ${marker} ${fillstyle}`];
  });
}

describe("matplotlib's markers", () => {
  it('have its outlines, for every fillstyle', () => {
    expect(markers).toHaveLength(37 * 6);
    expect(new Set(markers.map(({ marker }) => marker))).toEqual(new Set(MARKERS));
    expect(otherMarkers(markerShape)).toEqual([]);
  });

  describe('control: other outlines are noticed', () => {
    it('halves the other way round', () => {
      const other = otherMarkers((marker, fillstyle) => {
        const shape = markerShape(marker, fillstyle) as MarkerShape;
        return { ...shape, face: shape.alt, alt: shape.face };
      });
      expect(other).toContain('string h left');
      expect(other).toHaveLength(37 * 6);
    });

    it('a triangle parted half way down', () => {
      const halfWay: Outline = {
        points: [
          [-0.25, 0],
          [0.25, 0],
          [0, 0.5],
        ],
        closed: true,
      };
      const other = otherMarkers((marker, fillstyle) => {
        const shape = markerShape(marker, fillstyle) as MarkerShape;
        return marker === '^' && fillstyle === 'top' ? { ...shape, face: [halfWay] } : shape;
      });
      expect(other).toEqual(['string ^ top']);
    });

    it('a letter for a number', () => {
      const other = otherMarkers((marker, fillstyle) => markerShape(String(marker), fillstyle));
      expect(other).toHaveLength(12 * 6);
    });
  });
});
