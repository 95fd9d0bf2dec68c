const MICRO = 1e6;

/**
 * The local time of day as Python's `str(datetime.fromtimestamp(t).time())` writes it:
 * `HH:MM:SS.ffffff`, or `HH:MM:SS` for a whole second.
 *
 * @param time - seconds since the Unix epoch
 */
export function clockTime(time: number): string {
  let seconds = Math.trunc(time);
  let micros = roundHalfEven((time - seconds) * MICRO);
  if (micros >= MICRO) {
    seconds += 1;
    micros -= MICRO;
  } else if (micros < 0) {
    seconds -= 1;
    micros += MICRO;
  }
  const date = new Date(seconds * 1000);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
  return micros === 0 ? clock : `${clock}.${String(micros).padStart(6, '0')}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
