import { describe, expect, test } from 'vitest';
import { messageOf } from '../../tests/instruments/recorded-publishing.js';
import { MessageCodec, MessageError } from './message.js';

const codec = new MessageCodec('secret');

describe('MessageCodec', () => {
  test('reads what it has written, with identities and buffers', () => {
    const message = {
      ...messageOf('comm_msg', { text: 'grün 😀' }, [new Uint8Array([1, 2, 255])]),
      identities: [Buffer.from('who')],
    };
    const read = codec.decode(codec.encode(message));
    expect(read.content).toEqual({ text: 'grün 😀' });
    expect(read.header).toEqual(message.header);
    expect(read.identities.map(String)).toEqual(['who']);
    expect([...(read.buffers[0] ?? [])]).toEqual([1, 2, 255]);
  });

  test('refuses what is signed with another key, changed, cut or no JSON', () => {
    const frames = codec.encode(messageOf('kernel_info_request', {}));
    expect(() => new MessageCodec('other').decode(frames)).toThrow(/wrong signature/);
    expect(() => codec.decode([...frames.slice(0, -1), Buffer.from('{"a":1}')])).toThrow(MessageError);
    expect(() => codec.decode(frames.slice(0, 3))).toThrow(/too few frames/);
    expect(() => codec.decode(frames.slice(1))).toThrow(/delimiter/);
    const unsigned = new MessageCodec('');
    expect(() => unsigned.decode([...unsigned.encode(messageOf('x', {})).slice(0, -1), Buffer.from('[1]')])).toThrow(
      /not a JSON object/,
    );
    expect(() => unsigned.decode([...unsigned.encode(messageOf('x', {})).slice(0, -1), Buffer.from('{')])).toThrow(
      /not JSON/,
    );
  });

  test('does not sign without a key, and refuses to sign in an unknown way', () => {
    const unsigned = new MessageCodec('', 'whatever');
    expect(unsigned.encode(messageOf('x', {}))[1]).toHaveLength(0);
    expect(() => new MessageCodec('key', 'hmac-md5')).toThrow(/hmac-md5/);
  });

  test('writes integers that JSON lacks as digits', () => {
    const read = codec.decode(codec.encode(messageOf('x', { large: 2n ** 64n })));
    expect(read.content).toEqual({ large: '18446744073709551616' });
  });
});
