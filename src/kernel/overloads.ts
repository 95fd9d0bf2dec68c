import type { Compiler, Diagnostic, SourceFile, SourcePosition, SyntaxNode } from './tslab.js';

/** TypeScript's numbers for "No overload matches this call" and "Overload 1 of 5, '...', gave the following error". */
const NO_OVERLOAD = 2769;
const ONE_OVERLOAD = 2772;

interface Call extends SyntaxNode {
  readonly expression: SyntaxNode;
  readonly arguments?: readonly SyntaxNode[];
}
interface Parameter extends SyntaxNode {
  readonly name: SyntaxNode;
  readonly type?: SyntaxNode;
  readonly dotDotDotToken?: SyntaxNode;
  readonly questionToken?: SyntaxNode;
}

/** One way to call a function, and why it does not fit. */
interface Overload {
  parameters: readonly Parameter[];
  reasons: Diagnostic[];
  /** Which of the call's arguments does not fit; undefined where that cannot be told. */
  argument: number | undefined;
}

/**
 * Of the compiler's answers for each way to call a function the one for the way that fits best, at the
 * argument that does not fit and with the names of the arguments; undefined for other messages.
 */
export function bestOverload(
  compiler: Compiler,
  source: string,
  [first, ...rest]: readonly Diagnostic[],
): Diagnostic[] | undefined {
  if (first?.code !== NO_OVERLOAD || first.fileName !== undefined) return undefined;
  const file = compiler.createSourceFile('cell.ts', source, compiler.ScriptTarget.Latest, true);
  const call = callAt(compiler, file, first);
  const overloads = overloadsIn(compiler, rest, call);
  const best = overloads.reduce<Overload | undefined>(
    (a, b) => (a && rank(a, call) >= rank(b, call) ? a : b),
    undefined,
  );
  const [reason, ...more] = best?.reasons ?? [];
  if (!best || !reason) return undefined;
  const parameter = parameterAt(best.parameters, best.argument);
  const name = call ? source.slice(call.expression.getStart(), call.expression.end) : '';
  const forms = /of (\d+)/.exec(rest.find(({ code }) => code === ONE_OVERLOAD)?.messageText ?? '')?.[1] ?? '';
  const usage = `in ${name}(${best.parameters.map(usageOf).join(', ')}), which fits best of the ${forms} ways to call it`;
  const place = placeOf(file, call, best, reason) ?? { start: first.start, end: first.end };
  return [
    { ...reason, ...place, messageText: withName(reason.messageText, parameter) },
    ...more.map((each) => ({ ...each, ...place })),
    { ...reason, ...place, messageText: usage },
  ];
}

/** The call of which the compiler says that no overload matches it: it names the call, what is called, or an argument. */
function callAt(compiler: Compiler, file: SourceFile, { start, end }: Diagnostic): Call | undefined {
  const { SyntaxKind } = compiler;
  const [from, to] = [offsetOf(file, start), offsetOf(file, end)];
  let found: Call | undefined;
  const look = (node: SyntaxNode): void => {
    if (node.getStart() > from || node.end < to) return;
    if (node.kind === SyntaxKind.CallExpression || node.kind === SyntaxKind.NewExpression) found = node as Call;
    node.forEachChild(look);
  };
  look(file);
  return found;
}

function overloadsIn(compiler: Compiler, chain: readonly Diagnostic[], call: Call | undefined): Overload[] {
  const overloads: Overload[] = [];
  for (const each of chain) {
    if (each.code === ONE_OVERLOAD) {
      overloads.push({ parameters: parametersOf(compiler, each.messageText), reasons: [], argument: undefined });
    } else {
      overloads.at(-1)?.reasons.push(each);
    }
  }
  for (const overload of overloads) overload.argument = argumentOf(overload, call);
  return overloads;
}

function parametersOf(compiler: Compiler, message: string): readonly Parameter[] {
  const signature = /'(.*)'/s.exec(message)?.[1] ?? '()';
  const text = `declare function f${signature}`;
  const file = compiler.createSourceFile('f.ts', text, compiler.ScriptTarget.Latest, true);
  return (file.statements[0] as { parameters?: readonly Parameter[] } | undefined)?.parameters ?? [];
}

/** Where the compiler stands in an argument it is that one; else one whose text and parameter are of the types it names. */
function argumentOf({ parameters, reasons }: Overload, call: Call | undefined): number | undefined {
  const [reason] = reasons;
  const given = call?.arguments ?? [];
  if (!reason || !call) return undefined;
  const at = offsetOf(fileOf(call), reason.start);
  const within = given.findIndex((each) => each.getStart() <= at && at < each.end);
  if (within >= 0) return within;
  const [, type = '', wanted = ''] =
    /type '(.*?)' is not assignable to parameter of type '(.*)'/s.exec(reason.messageText) ?? [];
  const fitting = given.flatMap((argument, index) => {
    const parameter = parameterAt(parameters, index);
    return parameter?.type?.getText() === wanted && mayBe(argument.getText(), type) ? [index] : [];
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether code may be of a type, as far as its first character tells. */
function mayBe(code: string, type: string): boolean {
  const kinds: readonly (readonly [RegExp, RegExp])[] = [
    [/^["'`]/, /^string$|^"/],
    [/^-?[\d.]/, /^number$|^-?\d/],
    [/^\{/, /^\{/],
    [/^\[/, /\[\]$|^\[/],
  ];
  const kind = kinds.find(([written]) => written.test(code));
  return kind ? kind[1].test(type) : !kinds.some(([, typed]) => typed.test(type));
}

/** The further an overload comes the better it fits; what names a misspelling or takes an object for one is better still. */
function rank({ parameters, reasons, argument = -1 }: Overload, call: Call | undefined): number {
  const message = reasons.map(({ messageText }) => messageText).join('\n');
  const parameter = parameterAt(parameters, argument);
  const isRecord = call?.arguments?.[argument]?.getText().startsWith('{') === true;
  const takesRecord = isRecord && !/^(?:number|string|boolean)$/.test(parameter?.type?.getText() ?? '');
  const isLiteral = /^["\d]/.test(parameter?.type?.getText() ?? '');
  return (
    argument * 10 +
    (takesRecord ? 4 : 0) +
    (/Did you mean/.test(message) ? 2 : 0) -
    (parameter?.dotDotDotToken ? 3 : 0) -
    (isLiteral ? 1 : 0)
  );
}

function parameterAt(parameters: readonly Parameter[], index = -1): Parameter | undefined {
  const last = parameters.at(-1);
  return index < 0 ? undefined : (parameters[index] ?? (last?.dotDotDotToken ? last : undefined));
}

function usageOf({ name, questionToken, dotDotDotToken }: Parameter): string {
  return `${dotDotDotToken ? '...' : ''}${name.getText()}${questionToken ? '?' : ''}`;
}

function withName(message: string, parameter: Parameter | undefined): string {
  if (!parameter) return message;
  const named = message.replace('to parameter of type', `to parameter '${parameter.name.getText()}' of type`);
  return named === message ? `${message.replace(/\.$/, '')}, in the argument '${parameter.name.getText()}'.` : named;
}

/** The argument's own place, or that of a property in it that the message names. */
function placeOf(
  file: SourceFile,
  call: Call | undefined,
  { argument = -1, reasons }: Overload,
  { start }: Diagnostic,
): { start: SourcePosition; end: SourcePosition } | undefined {
  const node = call?.arguments?.[argument];
  if (!node) return undefined;
  const at = offsetOf(file, start);
  // The compiler has found the place itself.
  if (node.getStart() <= at && at < node.end) return undefined;
  const property = /'([^']+)' does not exist in type/.exec(
    reasons.map(({ messageText }) => messageText).join('\n'),
  )?.[1];
  const inside =
    property === undefined ? -1 : node.getText().search(new RegExp(`\\b${property.replace(/\W/g, '\\$&')}\\b`));
  const from = node.getStart() + Math.max(0, inside);
  return {
    start: positionOf(file, from),
    end: positionOf(file, inside < 0 ? node.end : from + (property?.length ?? 0)),
  };
}

function fileOf(node: SyntaxNode): SourceFile {
  let top = node;
  while (top.parent) top = top.parent;
  return top as SourceFile;
}

/** Offsets of diagnostics are those of what was compiled; lines and columns have been led back. */
function offsetOf({ text }: SourceFile, { line, character }: SourcePosition): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}

function positionOf({ text }: SourceFile, offset: number): SourcePosition {
  const lines = text.slice(0, offset).split('\n');
  return { offset, line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
