import { describe, expect, it } from 'vitest';

import { linspace } from './spacing.js';

describe('linspace', () => {
  it.each([
    [-1, 1, 5, [-1, -0.5, 0, 0.5, 1]],
    [0, 1, 1, [0]],
    [3, 3, 3, [3, 3, 3]],
    [1, 0, 3, [1, 0.5, 0]],
    [0, 5e-324, 3, [0, 0, 5e-324]],
    // numpy multiplies by the step rather than dividing each time; the last point is exact.
    [0, 0.3, 4, [0, 0.09999999999999999, 0.19999999999999998, 0.3]],
    [-0.1, 0.1, 4, [-0.1, -0.03333333333333334, 0.033333333333333326, 0.1]],
  ])('from %s to %s in %s', (start, stop, num, points) => {
    expect(linspace(start, stop, num)).toEqual(points);
  });
});
