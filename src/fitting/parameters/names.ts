/** Words of Python that cannot name a parameter. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'and as assert break class continue def del elif else except exec finally for from global if import in is lambda ' +
    'nonlocal not or pass print raise return try while with True False None eval execfile __import__ __package__'
  ).split(' '),
);

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Whether a text can name a parameter: a name in Python's sense, so that expressions can use it. */
export function isName(text: string): boolean {
  return NAME.test(text) && !RESERVED.has(text);
}
