import { expect, it } from 'vitest';

import { escapeHtml } from './escape-html.js';

it.each([
  ['<img src="x" onerror=\'alert(1)\'>', '&lt;img src=&quot;x&quot; onerror=&#39;alert(1)&#39;&gt;'],
  ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
  ['σ plain', 'σ plain'],
])('escapeHtml writes %j so that it is shown as it is', (text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped);
});
