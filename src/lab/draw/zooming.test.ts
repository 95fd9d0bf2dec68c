import { describe, expect, it } from 'vitest';
import type { Axes } from './axes.js';
import { axisScale } from './axis-scale.js';
import type { Limits } from './limits.js';
import { panBy, zoomBy, zoomTo } from './zooming.js';

interface Given {
  x?: Limits;
  y?: Limits;
  isLog?: boolean;
  isSwapped?: boolean;
}

/** A plot of 200 by 100 pixels. */
function axesOf({ x = [0, 10], y = [0, 10], isLog = false, isSwapped = false }: Given = {}): Axes {
  const [across, up] = [
    [0, 200],
    [100, 0],
  ] as const;
  return {
    x: axisScale(x, isSwapped ? up : across, isLog),
    y: axisScale(y, isSwapped ? across : up, isLog),
    isSwapped,
    left: 0,
    top: 0,
    width: 200,
    height: 100,
  };
}

describe('zooming', () => {
  it('by a factor keeps what is at the pointer where it is', () => {
    const to = zoomBy(axesOf(), 0.5, { x: 40, y: 25 }, 'both');
    expect(to).toEqual({ x: [1, 6], y: [3.75, 8.75] });
  });

  it('changes only the axis that is meant', () => {
    expect(zoomBy(axesOf(), 0.5, { x: 100, y: 0 }, 'across')).toEqual({ x: [2.5, 7.5], y: undefined });
    expect(zoomBy(axesOf(), 0.5, { x: 0, y: 50 }, 'up')).toEqual({ x: undefined, y: [2.5, 7.5] });
    // Swapped, what goes to the right is y.
    expect(zoomBy(axesOf({ isSwapped: true }), 0.5, { x: 100, y: 0 }, 'across')).toEqual({
      x: undefined,
      y: [2.5, 7.5],
    });
  });

  it('to a box shows what is in it, wherever it was begun', () => {
    const [a, b] = [
      { x: 20, y: 90 },
      { x: 100, y: 40 },
    ];
    const shown = { x: [1, 5], y: [expect.closeTo(1), 6] };
    expect(zoomTo(axesOf(), [a, b], 'both')).toEqual(shown);
    expect(zoomTo(axesOf(), [b, a], 'both')).toEqual(shown);
  });

  it('keeps the direction of axes that go down', () => {
    expect(
      zoomTo(
        axesOf({ x: [10, 0] }),
        [
          { x: 20, y: 0 },
          { x: 100, y: 100 },
        ],
        'across',
      ).x,
    ).toEqual([9, 5]);
  });

  it('goes by decades on logarithmic axes', () => {
    const axes = axesOf({ x: [1, 1e4], y: [1, 1e4], isLog: true });
    const { x } = zoomTo(
      axes,
      [
        { x: 50, y: 0 },
        { x: 100, y: 100 },
      ],
      'across',
    );
    expect(x?.map((each) => Math.log10(each))).toEqual([expect.closeTo(1), expect.closeTo(2)]);
  });

  it('moves with the pointer, there and back', () => {
    expect(panBy(axesOf(), { x: 20, y: 10 })).toEqual({ x: [-1, 9], y: [expect.closeTo(1), 11] });
    expect(panBy(axesOf(), { x: 20, y: 0 }).y).toBeUndefined();
  });

  it.each([
    ['into what doubles cannot tell apart', axesOf({ x: [1, 1 + 1e-12] }), 0.001],
    ['out of what doubles can hold', axesOf({ x: [-1e306, 1e306] }), 100],
    ['out of what a logarithmic axis can hold', axesOf({ x: [1e-200, 1e200], y: [1, 10], isLog: true }), 10],
  ])('does not lead %s', (_, axes, factor) => {
    expect(zoomBy(axes, factor, { x: 100, y: 50 }, 'across').x).toBeUndefined();
  });
});
