/** A text as Python's `repr` writes it: in single quotes, or in double ones where that spares a backslash. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\\n\r\t]|'/g, (each) => {
    if (each === "'") return quote === "'" ? "\\'" : each;
    return ESCAPES[each] ?? each;
  });
  return quote + escaped + quote;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
