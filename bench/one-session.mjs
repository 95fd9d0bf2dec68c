/** Rows of one session a round: the first row lives it, the others read on in it. */
export function fromOneSession(session, all) {
  const seen = [];
  return all.map(({ figure, ...row }, at) => {
    let round = 0;
    const side = async () => {
      if (at === 0) seen.push(await session());
      const each = seen[round++];
      return { value: figure(each), also: at === 0 ? each.also : undefined };
    };
    return { ...row, sides: { ours: side } };
  });
}
