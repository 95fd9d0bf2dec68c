const UUIDS = 128;
const BYTES = 16;
const LENGTH = 36;
/** Where the two digits of each byte stand; between some are dashes. */
const PLACES: readonly number[] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

const random = new Uint8Array(UUIDS * BYTES);
const letters = new Uint8Array(UUIDS * LENGTH).fill('-'.charCodeAt(0));
const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const decoder = new TextDecoder('latin1');

let made = '';
let next = UUIDS;

/**
 * A random (version 4) UUID in lower case, as event-model's documents carry them.
 *
 * Every event has one, and `crypto.randomUUID()` makes each of some twenty pieces that are kept with it: half a kilobyte.
 * Here many are made as one text, of which each is a part.
 */
export function uuid(): string {
  if (next === UUIDS) makeMore();
  const begin = next * LENGTH;
  next += 1;
  return made.slice(begin, begin + LENGTH);
}

function makeMore(): void {
  crypto.getRandomValues(random);
  for (let i = 0; i < UUIDS; i++) {
    markVersion(i * BYTES);
    for (let byte = 0; byte < BYTES; byte++) {
      const value = random[i * BYTES + byte] as number;
      const at = i * LENGTH + (PLACES[byte] as number);
      letters[at] = digits[value >> 4] as number;
      letters[at + 1] = digits[value & 15] as number;
    }
  }
  made = decoder.decode(letters);
  next = 0;
}

/** Sets the bits that say of which version and variant a UUID is (RFC 9562, 5.4); its first byte is at `begin`. */
function markVersion(begin: number): void {
  random[begin + 6] = ((random[begin + 6] as number) & 0x0f) | 0x40;
  random[begin + 8] = ((random[begin + 8] as number) & 0x3f) | 0x80;
}
