/** Seconds in words that are quickly read: `0.25 s`, `42 s`, `3 min 20 s`, `2 h 5 min`, `3 d 4 h`. */
export function secondsText(seconds: number): string {
  if (seconds < 10) return `${Number(seconds.toFixed(2))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [minutes, hours, days] = [whole / 60, whole / 3600, whole / 86400].map(Math.floor) as [number, number, number];
  if (hours === 0) return pair(`${minutes} min`, whole % 60, 's');
  if (days === 0) return pair(`${hours} h`, minutes % 60, 'min');
  return pair(`${days} d`, hours % 24, 'h');
}

function pair(first: string, rest: number, unit: string): string {
  return rest === 0 ? first : `${first} ${rest} ${unit}`;
}
