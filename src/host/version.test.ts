import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { PACKAGE_VERSION } from './version.js';

it('is the version of package.json', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect(PACKAGE_VERSION).toBe((JSON.parse(text) as { version: string }).version);
});
