import { expect, it } from 'vitest';

import { Model } from '../../fitting/index.js';
import { mimeBundle } from './mime-bundle.js';

it('the bundle of a fit has the report, the tables and the picture above them', async () => {
  const model = new Model((x: number, a: number) => a * x, { params: ['a'], name: 'line' });
  const bundle = await mimeBundle(model.fit([1, 2.1, 3], { a: 2 }, { x: [1, 2, 3] }), String);
  expect(bundle['text/plain']).toMatch(/^\[\[Model\]\]/);
  expect(bundle['text/html']).toMatch(/^<svg .*<\/svg><h2>Fit Result<\/h2>/);
  expect(bundle['image/svg+xml']).toMatch(/^<svg /);
});
