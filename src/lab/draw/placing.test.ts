import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../devices/sim/random.js';
import { placeBox, placeBoxAt } from './placing.js';
import type { Size } from './placing.js';
import type { Place } from './shown-points.js';

function contains(corner: Place, { width, height }: Size, { x, y }: Place): boolean {
  return x > corner.x && x < corner.x + width && y > corner.y && y < corner.y + height;
}

describe('placeBox', () => {
  const room = { width: 600, height: 400 };
  const box = { width: 180, height: 70 };

  it.each([
    ['to the right and above', { x: 100, y: 200 }, { x: 112, y: 118 }],
    ['to the left where the right is full', { x: 500, y: 200 }, { x: 308, y: 118 }],
    ['at the upper edge', { x: 100, y: 10 }, { x: 112, y: 0 }],
  ])('stands %s', (_, point, corner) => {
    expect(placeBox(point, box, room)).toEqual(corner);
  });

  it('stands below or above where there is no width', () => {
    const narrow = { width: 240, height: 220 };
    expect(placeBox({ x: 120, y: 20 }, box, narrow)).toEqual({ x: 30, y: 32 });
    expect(placeBox({ x: 120, y: 200 }, box, narrow)).toEqual({ x: 30, y: 118 });
  });

  it('is inside and never over its point in any figure that has the room', () => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    console.log(`placeBox: seed ${seed}`);
    const random = seededRandom(seed);
    for (let i = 0; i < 3000; i++) {
      const size = { width: 100 + random() * 180, height: 40 + random() * 50 };
      const around = { width: 280 + random() * 500, height: 220 + random() * 300 };
      const point = { x: random() * around.width, y: random() * around.height };
      const corner = placeBox(point, size, around);
      const where = JSON.stringify({ point, size, around, corner });
      expect(contains(corner, size, point), where).toBe(false);
      expect(corner.x >= 0 && corner.x + size.width <= around.width + 1e-9, where).toBe(true);
      expect(corner.y >= 0 && corner.y + size.height <= around.height + 1e-9, where).toBe(true);
    }
  });
});

describe('placeBoxAt', () => {
  const room = { width: 300, height: 200 };
  const box = { width: 100, height: 24 };

  it('stands above a cell, flush right, or below it', () => {
    expect(placeBoxAt({ top: 100, bottom: 124, right: 280 }, box, room)).toEqual({ x: 180, y: 76 });
    expect(placeBoxAt({ top: 10, bottom: 34, right: 280 }, box, room)).toEqual({ x: 180, y: 34 });
    expect(placeBoxAt({ top: 100, bottom: 124, right: 50 }, box, room)).toEqual({ x: 0, y: 76 });
    expect(placeBoxAt({ top: 100, bottom: 124, right: 390 }, box, room)).toEqual({ x: 200, y: 76 });
  });
});
