import type { Named } from '../src/documents/index.js';

/**
 * Brings documents and messages, recorded and our own, into a form in which they can be compared.
 *
 * What carries no meaning is replaced: uids and group ids by numbers, times by zero, versions by
 * nothing, whole floats in reprs by integers, and the names of hand-written generators, which JavaScript does not know. Numbers are rounded
 * to 12 digits: `exp` differs in the last one from one C library to the next, and a scan that goes by what it has
 * measured carries that on.
 */

/** A message as the recordings hold it. */
export interface PlainMsg {
  command: string;
  obj: string | null;
  args: unknown[];
  kwargs: Record<string, unknown>;
  run: unknown;
}

/** Names of generators that are no plans of bluesky's; our start documents say '' for them. */
const HAND_WRITTEN: readonly string[] = [
  'p',
  'run_wrapper',
  'finalize_wrapper',
  'stage_wrapper',
  'contingency_wrapper',
];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const GROUP = /^(set|trigger|reset)-(#\d+|[0-9a-f]{6})$/;

/** The id of a datum: its resource, then a number. */
const DATUM = /^([0-9a-f-]{36})(\/\d+)$/;

/** Fields of devices with noise, of which values mean nothing. */
const NOISY: readonly string[] = ['noisy_det', 'jittery_motor1', 'jittery_motor2', 'det5', 'ab_a', 'ab_b'];

/** Where files lie, which is another place for everybody. */
const PLACES: readonly string[] = ['root', 'resource_path'];

/** Numbers ids in the order in which they are first seen. */
export class Renumbering {
  readonly #known = new Map<string, string>();

  of(id: string): string {
    let name = this.#known.get(id);
    if (name === undefined) {
      name = `id ${this.#known.size + 1}`;
      this.#known.set(id, name);
    }
    return name;
  }
}

/** Documents without uids, times, versions and addresses. */
export function normalizeDocuments(documents: readonly Named[], ids: Renumbering = new Renumbering()): unknown[] {
  return documents.map(([name, doc]) => [name, normalizeDocument(name, doc, ids)]);
}

/** Messages without group ids and addresses; how long a plan slept depends on how long it took. */
export function normalizeMessages(messages: readonly PlainMsg[], ids: Renumbering = new Renumbering()): unknown[] {
  return messages.map((msg) => ({
    ...(walk(isStaging(msg) ? { ...msg, kwargs: {} } : msg, ids) as PlainMsg),
    ...(msg.command === 'sleep' ? { args: ['some time'] } : {}),
  }));
}

/** bluesky takes the group out of a stage message before it is recorded, unless the device has no stage(). */
function isStaging({ command }: PlainMsg): boolean {
  return command === 'stage' || command === 'unstage';
}

/** Metadata of an engine without versions. */
export function normalizeMetadata(md: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...md, versions: 'some' };
}

/** Any value with uids replaced by numbers. */
export function normalizeIds(value: unknown, ids: Renumbering): unknown {
  return walk(value, ids);
}

function normalizeDocument(name: string, doc: object, ids: Renumbering): unknown {
  const { time: _, ...rest } = walk(doc, ids) as Record<string, unknown>;
  if (name !== 'start') return rest;
  const planName = HAND_WRITTEN.includes(rest.plan_name as string) ? '' : rest.plan_name;
  // Key order is compared too, so keys stay where they are.
  return Object.entries({ ...normalizeMetadata(rest), plan_name: planName });
}

function walk(value: unknown, ids: Renumbering): unknown {
  if (typeof value === 'string') return text(value, ids);
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map((each) => walk(each, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, valueOf(key, each, ids)]));
}

function valueOf(key: string, value: unknown, ids: Renumbering): unknown {
  if (key === 'timestamps') return fields(value);
  if (PLACES.includes(key) || (NOISY.includes(key) && typeof value === 'number')) return `some ${typeof value}`;
  return walk(value, ids);
}

function text(value: string, ids: Renumbering): string {
  if (UUID.test(value) || GROUP.test(value)) return ids.of(value);
  const [, resource, number] = DATUM.exec(value) ?? [];
  if (resource !== undefined) return ids.of(resource) + String(number);
  return value
    .replace(/ at 0x\w+>/, '>')
    .replace(/timestamp=[\d.e+-]+/, 'timestamp=0.0')
    .replace(/value=(-?\d+)\.0,/, 'value=$1,');
}

/** Of times, only for which fields there are some. */
function fields(timestamps: unknown): string[] {
  return Object.keys(timestamps as object).sort();
}
