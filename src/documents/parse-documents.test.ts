import { describe, expect, it } from 'vitest';

import { DocumentParseError, parseDocuments } from './parse-documents.js';

const START = '["start", {"uid": "u", "time": 1}]';

describe('parseDocuments', () => {
  it('reads pairs and objects, and passes over empty lines', () => {
    const text = `${START}\n\n{"name": "stop", "doc": {"uid": "v", "run_start": "u"}}\r\n  \n`;
    expect(parseDocuments(text)).toEqual([
      ['start', { uid: 'u', time: 1 }],
      ['stop', { uid: 'v', run_start: 'u' }],
    ]);
  });

  it('reads marks as numbers', () => {
    expect(parseDocuments('["start", {"uid": "u", "t": {"$float": "NaN"}}]')).toEqual([
      ['start', { uid: 'u', t: NaN }],
    ]);
  });

  it.each([
    ['{', /^Line 2 is not JSON: /],
    ['["begin", {}]', /^Line 2: "begin" is not the name of a document\.$/],
    ['["event", [1]]', /^Line 2: the event document is not an object\.$/],
    ['["event"]', /^Line 2: the event document is not an object\.$/],
    ['null', /^Line 2: undefined is not the name of a document\.$/],
    ['3', /^Line 2: undefined is not/],
    ['["toString", {}]', /^Line 2: "toString" is not/],
  ])('names the line of %s', (line, message) => {
    const parse = (): unknown => parseDocuments(`${START}\n${line}`);
    expect(parse).toThrow(DocumentParseError);
    expect(parse).toThrow(message);
  });
});
