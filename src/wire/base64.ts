import { host } from '../host/index.js';

/** So many bytes become characters in one call: more arguments would not fit on the stack. */
const PIECE = 0x2000;

/** Bytes as a text of base64. */
export function toBase64(view: ArrayBufferView): string {
  return host().toBase64?.(view) ?? encodedHere(view);
}

function encodedHere({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  const pieces: string[] = [];
  for (let at = 0; at < byteLength; at += PIECE) {
    // Spreading would go through an iterator, byte by byte.
    pieces.push(String.fromCharCode.apply(null, bytes.subarray(at, at + PIECE) as unknown as number[]));
  }
  return btoa(pieces.join(''));
}

/** The bytes of a text of base64; throws on any other text. */
export function fromBase64(text: string): Uint8Array {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < characters.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
