import type { Place } from './shown-points.js';

/** A width and a height in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Between a point and the box that tells of it. */
const GAP = 12;

/**
 * Where a box stands that tells of a point: inside of the room and not over the point, beside it where
 * there is width enough, else above or below it. Returns the box's upper left corner.
 */
export function placeBox(point: Place, box: Size, room: Size): Place {
  const inX = (x: number): number => between(x, room.width - box.width);
  const inY = (y: number): number => between(y, room.height - box.height);
  const above = point.y - GAP - box.height;
  const below = point.y + GAP;
  const right = point.x + GAP;
  const left = point.x - GAP - box.width;
  if (right + box.width <= room.width) return { x: right, y: inY(above) };
  if (left >= 0) return { x: left, y: inY(above) };
  const fitsAbove = above >= 0 || point.y > room.height / 2;
  return { x: inX(point.x - box.width / 2), y: inY(fitsAbove ? above : below) };
}

/** A box that holds a cell of a table. */
export interface Edges {
  top: number;
  bottom: number;
  right: number;
}

/** Where a box stands that tells of a cell: above it, or below where there is no room, flush right. */
export function placeBoxAt(cell: Edges, box: Size, room: Size): Place {
  const above = cell.top - box.height;
  const y = above >= 0 ? above : Math.max(cell.bottom, 0);
  return { x: between(cell.right - box.width, room.width - box.width), y: between(y, room.height - box.height) };
}

function between(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
