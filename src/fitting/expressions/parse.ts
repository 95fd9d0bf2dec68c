import { ExpressionError } from './expression-error.js';
import type { BinaryOperator, Comparison, Expression } from './syntax.js';
import { tokens } from './tokens.js';
import type { Token } from './tokens.js';

/** Parentheses nested more deeply are refused, so that no text exhausts the stack. */
const DEEPEST = 100;

const COMPARISONS: readonly string[] = ['<', '>', '<=', '>=', '==', '!='];
/** Python's words that stand between operands; none is a name. */
const KEYWORDS: readonly string[] = ['and', 'or', 'not', 'if', 'else', 'in', 'is', 'lambda', 'for', 'await', 'yield'];

/**
 * Reads an expression in Python's syntax: numbers, names, calls, arithmetic, comparisons, `and`, `or`, `not`,
 * `a if test else b`, lists, and indices.
 *
 * There is no assignment, no attribute but `.real` and `.imag`, and nothing is ever run as code.
 */
export function parseExpression(text: string): Expression {
  const known = trees.get(text);
  if (known) return known;
  const tree = new Parser(text).parse();
  if (trees.size >= MOST_TREES) trees.clear();
  trees.set(text, tree);
  return tree;
}

/** Trees are never changed, and live fits read the same few texts over and over. */
const MOST_TREES = 200;
const trees = new Map<string, Expression>();

class Parser {
  readonly #tokens: Token[];
  #position = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokens(text);
  }

  parse(): Expression {
    const expression = this.#sequenceUntil('');
    if (this.#next.kind !== 'end') throw this.#unexpected();
    return expression;
  }

  get #next(): Token {
    return this.#tokens[this.#position] as Token;
  }

  #unexpected(): ExpressionError {
    const { kind, text, at } = this.#next;
    return new ExpressionError(kind === 'end' ? 'it ends too early' : `'${text}' at position ${at} is not expected`);
  }

  #is(text: string): boolean {
    return this.#next.text === text && (this.#next.kind === 'operator' || this.#next.kind === 'name');
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#position += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw this.#unexpected();
  }

  /** One expression, or a tuple of several. */
  #sequenceUntil(end: string): Expression {
    const first = this.#choice();
    if (!this.#is(',')) return first;
    const items = [first];
    while (this.#take(',')) {
      if (this.#is(end) || this.#next.kind === 'end') break;
      items.push(this.#choice());
    }
    return { kind: 'sequence', items };
  }

  #choice(): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new ExpressionError('it is nested too deeply');
    const yes = this.#or();
    const choice = this.#take('if') ? this.#choiceAfter(yes) : yes;
    this.#depth -= 1;
    return choice;
  }

  #choiceAfter(yes: Expression): Expression {
    const test = this.#or();
    this.#expect('else');
    return { kind: 'choice', test, yes, no: this.#choice() };
  }

  #or(): Expression {
    let left = this.#and();
    while (this.#take('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Expression {
    let left = this.#not();
    while (this.#take('and')) left = { kind: 'and', left, right: this.#not() };
    return left;
  }

  #not(): Expression {
    let times = 0;
    while (this.#take('not')) times += 1;
    const operand = this.#comparison();
    if (times === 0) return operand;
    const once: Expression = { kind: 'unary', operator: 'not', operand };
    return times % 2 === 1 ? once : { kind: 'unary', operator: 'not', operand: once };
  }

  #comparison(): Expression {
    const first = this.#sum();
    const operators: Comparison[] = [];
    const operands = [first];
    while (this.#next.kind === 'operator' && COMPARISONS.includes(this.#next.text)) {
      operators.push(this.#next.text as Comparison);
      this.#position += 1;
      operands.push(this.#sum());
    }
    return operators.length === 0 ? first : { kind: 'comparison', operators, operands };
  }

  #sum(): Expression {
    return this.#leftToRight(['+', '-'], () => this.#product());
  }

  #product(): Expression {
    return this.#leftToRight(['*', '/', '//', '%'], () => this.#signed());
  }

  #leftToRight(operators: readonly BinaryOperator[], operand: () => Expression): Expression {
    let left = operand();
    for (;;) {
      const operator = operators.find((each) => this.#take(each));
      if (!operator) return left;
      left = { kind: 'binary', operator, left, right: operand() };
    }
  }

  /** Signs bind less than a power on their right: -a**2 is -(a**2). */
  #signed(): Expression {
    const signs: ('+' | '-')[] = [];
    for (;;) {
      if (this.#take('-')) signs.push('-');
      else if (this.#take('+')) signs.push('+');
      else break;
    }
    return signs.reduceRight<Expression>((operand, operator) => ({ kind: 'unary', operator, operand }), this.#power());
  }

  #power(): Expression {
    const base = this.#postfix();
    if (!this.#take('**')) return base;
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new ExpressionError('it is nested too deeply');
    const right = this.#signed();
    this.#depth -= 1;
    return { kind: 'binary', operator: '**', left: base, right };
  }

  #postfix(): Expression {
    let expression = this.#atom();
    for (;;) {
      if (this.#take('[')) {
        expression = { kind: 'index', of: expression, at: this.#choice() };
        this.#expect(']');
      } else if (this.#take('.')) expression = { kind: 'part', of: expression, part: this.#part() };
      else return expression;
    }
  }

  #part(): 'real' | 'imag' {
    if (this.#take('real')) return 'real';
    if (this.#take('imag')) return 'imag';
    throw new ExpressionError(`the attribute '${this.#next.text}' is not allowed; there are .real and .imag`);
  }

  #atom(): Expression {
    const { kind, text } = this.#next;
    if (kind === 'number' || kind === 'imaginary') {
      this.#position += 1;
      return { kind, value: Number(text.replaceAll('_', '').replace(/[jJ]$/, '')) };
    }
    if (kind === 'name' && !KEYWORDS.includes(text)) {
      this.#position += 1;
      return this.#take('(') ? { kind: 'call', name: text, args: this.#items(')') } : { kind: 'name', name: text };
    }
    if (this.#take('[')) return { kind: 'sequence', items: this.#items(']') };
    if (this.#take('(')) {
      if (this.#take(')')) return { kind: 'sequence', items: [] };
      const inside = this.#sequenceUntil(')');
      this.#expect(')');
      return inside;
    }
    throw this.#unexpected();
  }

  #items(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.#take(end)) {
      items.push(this.#choice());
      if (!this.#is(end)) this.#expect(',');
    }
    return items;
  }
}
