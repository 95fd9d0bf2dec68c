const MICRO = 1e6;

/**
 * The local time of day as Python's `str(datetime.fromtimestamp(t).time())` writes it:
 * `HH:MM:SS.ffffff`, or `HH:MM:SS` for a whole second.
 *
 * @param time - seconds since the Unix epoch
 */
export function clockTime(time: number): string {
  const { date, micros } = rounded(time);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
  return micros === 0 ? clock : `${clock}.${String(micros).padStart(6, '0')}`;
}

/**
 * The local time in ISO 8601, as Python's `datetime.fromtimestamp(t).astimezone().isoformat()` writes
 * it: `2026-11-24T21:30:05.250000+01:00`.
 *
 * @param time - seconds since the Unix epoch
 */
export function isoTime(time: number): string {
  const { date } = rounded(time);
  if (Number.isNaN(date.getTime())) return String(time);
  return `${isoDate(date)}T${clockTime(time)}${offset(-date.getTimezoneOffset())}`;
}

/** The local day of a date: `2026-11-24`. */
export function isoDate(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-');
}

function offset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** The whole second, and the microseconds after it. */
function rounded(time: number): { date: Date; micros: number } {
  let seconds = Math.trunc(time);
  let micros = roundHalfEven((time - seconds) * MICRO);
  if (micros >= MICRO) {
    seconds += 1;
    micros -= MICRO;
  } else if (micros < 0) {
    seconds -= 1;
    micros += MICRO;
  }
  return { date: new Date(seconds * 1000), micros };
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
