/** Does something in another time zone and comes back. */
export async function inTimeZone<R>(tz: string, action: () => R | Promise<R>): Promise<R> {
  const before = process.env.TZ;
  process.env.TZ = tz;
  try {
    return await action();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
