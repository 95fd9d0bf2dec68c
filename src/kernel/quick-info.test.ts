import { expect, test } from 'vitest';
import { describeInfo } from './quick-info.js';
import type { TextPart } from './tslab.js';

const part = (text: string): TextPart[] => [{ text }];

test('documentation is told in words: lists of parameters, names of links, examples as code', () => {
  const described = describeInfo({
    displayParts: part('(alias) function scan(num: number): Plan\nimport scan'),
    documentation: part('Moves as {@link RunEngine} says; see {@link plans.count | counting}.'),
    tags: [
      { name: 'param', text: part('num - how many\npoints, as in {@link count}') },
      { name: 'param', text: part('md') },
      { name: 'returns', text: part("the run's uid") },
      { name: 'throws', text: part('`OptionError`') },
      { name: 'internal' },
      { name: 'example', text: part('```ts\nawait RE(scan(5))\n  .then()\n```') },
      { name: 'example', text: part('scan(6)') },
    ],
  });
  expect(described['text/plain']).toBe(
    [
      'function scan(num: number): Plan\n',
      'Moves as RunEngine says; see counting.\n',
      'Parameters:\n  num  how many points, as in count\n  md\n',
      "Returns: the run's uid\n",
      'Throws: `OptionError`\n',
      'Example:\n  await RE(scan(5))\n    .then()\n',
      'Example:\n  scan(6)',
    ].join('\n'),
  );
  expect(described['text/markdown']).toBe(
    [
      '```ts\nfunction scan(num: number): Plan\n```\n',
      'Moves as `RunEngine` says; see counting.\n',
      '**Parameters**\n\n- `num`: how many points, as in `count`\n- `md`\n',
      "**Returns**: the run's uid\n",
      '**Throws**: `OptionError`\n',
      '**Example**\n\n```ts\nawait RE(scan(5))\n  .then()\n```\n',
      '**Example**\n\n```ts\nscan(6)\n```',
    ].join('\n'),
  );
});

test('a name without documentation is its type', () => {
  expect(describeInfo({ displayParts: part('const distance: 5') })).toEqual({
    'text/plain': 'const distance: 5',
    'text/markdown': '```ts\nconst distance: 5\n```',
  });
});
