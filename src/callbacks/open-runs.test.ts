import { expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import { OpenRuns } from './open-runs.js';

it('finds what a run has by its documents, and forgets it at its end', () => {
  const runs = new OpenRuns<string>();
  runs.begin(startDoc('a'), 'of a');
  runs.begin(startDoc('b'), 'of b');
  expect(runs.ofDescriptor(descriptorDoc('a-d', [], { run: 'a' }))).toBe('of a');
  expect(runs.ofDescriptor(descriptorDoc('b-d', [], { run: 'b' }))).toBe('of b');
  expect(runs.ofDescriptor(descriptorDoc('c-d', [], { run: 'c' }))).toBeUndefined();
  const events = ['a-d', 'a-d', 'b-d', 'a-d', 'c-d'].map((descriptor, i) => eventDoc(descriptor, i, {}));
  expect(events.map((event) => runs.ofEvent(event))).toEqual(['of a', 'of a', 'of b', 'of a', undefined]);
  expect(runs.end(stopDoc('a'))).toBe('of a');
  expect(runs.ofEvent(eventDoc('a-d', 9, {}))).toBeUndefined();
  expect(runs.ofEvent(eventDoc('b-d', 9, {}))).toBe('of b');
  expect(runs.end(stopDoc('a'))).toBeUndefined();
});
