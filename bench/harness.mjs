/**
 * Runs the rows of a group: the sides of a row take turns, so that what the machine does meanwhile
 * meets all of them.
 *
 * A group is a folder with a `rows.mjs` that exports `rows(place)`. It gets the `folder` where the
 * packed package is installed and returns, perhaps as a promise, the group's rows:
 *
 *     { name, unit, sides: { ours, peer?, ... }, passes: { ratioAtLeast } or { atMost } or { atLeast } }
 *
 * A side is a function that measures once and returns, perhaps as a promise, `{ value, answer }`, and
 * more figures in `also`. Answers of ours and the peer must be equal. Other sides are shown only.
 */
import { isDeepStrictEqual } from 'node:util';
import { judge, summary } from './statistics.mjs';

const ROUNDS = 5;

/** An answer that is not the peer's. */
export class AnswerError extends Error {}

/** Measures a row; returns what is written about it. */
export async function measure({ name, unit, sides, passes, rounds = ROUNDS }) {
  const taken = [];
  for (let round = 0; round < rounds; round += 1) taken.push(await oneRound(name, sides, round));
  const values = taken.map((round) => mapValues(round, ({ value }) => value));
  const figures = mapValues(sides, (_, side) => summary(values.map((round) => round[side])));
  const also = mapValues(sides, (_, side) => alsoOf(taken.map((round) => round[side].also)));
  return { name, unit, passes, ...judge(values, passes), figures, also, rounds: values };
}

/** Every second round begins with the other side. */
async function oneRound(name, sides, round) {
  const order = Object.keys(sides);
  if (round % 2 === 1) order.reverse();
  const taken = {};
  for (const side of order) taken[side] = await sides[side]();
  const { ours, peer } = taken;
  if (peer && !isDeepStrictEqual(ours.answer, peer.answer))
    throw new AnswerError(`the answers of ${name} differ: ${JSON.stringify({ ours: ours.answer, peer: peer.answer })}`);
  return taken;
}

function alsoOf(figures) {
  const names = Object.keys(figures[0] ?? {});
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, summary(figures.map((each) => each[name]))]));
}

function mapValues(object, map) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}
