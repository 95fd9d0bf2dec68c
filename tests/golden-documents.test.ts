import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

import type { Named } from '../src/documents/index.js';
import { documentToJson, parseDocuments } from '../src/documents/index.js';
import { hasMethod, nameOf } from '../src/devices/index.js';
import * as engine from '../src/engine/index.js';
import { RunEngine } from '../src/engine/index.js';
import type { EngineState, Msg, RunEngineResult } from '../src/engine/index.js';
import { ABORT_REASONS, declaredDtype, NUM_EVENTS, OWN_WORDS } from './deliberate-differences.js';
import { GOLDEN_PLANS, hardware } from './golden-plans.js';
import { perform } from './golden-plans/perform.js';
import type { Tap } from './golden-plans/golden-plan.js';
import { DocumentCollector } from './instruments/document-collector.js';
import { normalizeDocuments, normalizeIds, normalizeMessages, normalizeMetadata, Renumbering } from './normalize.js';
import type { PlainMsg } from './normalize.js';

/** The clock of the cases: time passes where a plan sleeps, and not because the machine is slow. */
const clock = vi.hoisted(() => ({ seconds: 1_700_000_000 }));

vi.mock('../src/host/clock.js', async (original) => ({ ...(await original<object>()), now: () => clock.seconds }));

const FOLDER = new URL('./golden/documents/', import.meta.url);

interface Step {
  do: string;
  raised?: string;
  message?: string;
  returned?: { uids?: string[]; RunEngineResult?: Record<string, unknown> };
  state: EngineState;
}

interface Recording {
  RE_md_before: Record<string, unknown>;
  call_md: Record<string, unknown>;
  call_returns_result: boolean;
  calls: { steps: Step[] }[];
  states: EngineState[];
  RE_md_after: Record<string, unknown>;
  final_positions: Record<'motor' | 'motor1' | 'motor2' | 'motor3', number>;
  msgs: PlainMsg[];
  received: [tag: string, name: string][];
}

/** What one case gave, recorded or here, ready to be compared. */
interface Outcome {
  documents: unknown[];
  messages: unknown[];
  states: readonly EngineState[];
  steps: unknown[];
  md: unknown;
  positions: unknown;
  /** What the callbacks of a plan were given, by their tags. */
  received: unknown;
}

/** What a Python class of errors is here. */
const CLASSES: Readonly<Record<string, new (...args: never[]) => Error>> = {
  RunEngineInterrupted: engine.RunEngineInterrupted,
  IllegalMessageSequence: engine.IllegalMessageSequence,
  InvalidCommand: engine.InvalidCommand,
  FailedStatus: engine.FailedStatus,
  TypeError,
  ValueError: Error,
  RuntimeError: Error,
  OSError: Error,
};

const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.docs.jsonl'))
  .map((name) => name.slice(0, -'.docs.jsonl'.length))
  .sort();

const readText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const recording = (name: string): Recording => JSON.parse(readText(`${name}.json`)) as Recording;

function recorded(name: string): Outcome {
  const { calls, states, msgs, received, RE_md_after: md, final_positions: positions } = recording(name);
  const ids = new Renumbering();
  const documents = parseDocuments(readText(`${name}.docs.jsonl`)).map((each) => asDeclared(name, each));
  return {
    documents: normalizeDocuments(documents, ids),
    messages: normalizeMessages(msgs.map((msg) => closedAsDeclared(name, msg))),
    states,
    steps: calls.flatMap(({ steps }) => steps).map((step) => normalizeIds(recordedStep(name, step), ids)),
    md: normalizeMetadata(md),
    positions: normalizeIds(positions, ids),
    received,
  };
}

/** A recorded document with our deliberate differences. */
function asDeclared(name: string, [kind, doc]: Named): Named {
  const changed: unknown = JSON.parse(JSON.stringify(doc), (_, value: unknown) =>
    isDataKey(value) ? { ...value, dtype: declaredDtype(value) } : value,
  );
  if (kind !== 'stop') return [kind, changed] as Named;
  const stop = changed as { reason: string; num_events: Record<string, number> };
  const num_events = NUM_EVENTS[name] ?? stop.num_events;
  return [kind, { ...stop, reason: recordedReason(name, stop.reason), num_events }] as Named;
}

/** The same for the reason in a message that closes a run. */
function closedAsDeclared(name: string, msg: PlainMsg): PlainMsg {
  if (msg.command !== 'close_run') return msg;
  return { ...msg, kwargs: { ...msg.kwargs, reason: recordedReason(name, msg.kwargs.reason) } };
}

function recordedReason(name: string, reason: unknown): unknown {
  if (OWN_WORDS[name] && typeof reason === 'string' && reason !== '') return 'own words';
  return ABORT_REASONS[name] ?? reason;
}

function isDataKey(value: unknown): value is { dtype: string } {
  return typeof value === 'object' && value !== null && 'dtype' in value;
}

function recordedStep(name: string, { do: action, raised, message, returned, state }: Step): unknown {
  if (raised) return { action, raised, message: OWN_WORDS[name] || !message ? 'own words' : message, state };
  const result = returned?.RunEngineResult;
  if (!result) return { action, returned: returned?.uids, state };
  const planResult = result.plan_result === 'NO_PLAN_RETURN' ? undefined : result.plan_result;
  const exception = (result.exception as { type: string } | null)?.type ?? null;
  return { action, returned: { ...result, plan_result: planResult, exception }, state };
}

type MakeEngine = (md: Record<string, unknown>, options: engine.RunEngineOptions) => RunEngine;

const realEngine: MakeEngine = (md, options) => new RunEngine(md, options);

/** How long a message takes by the clock of the cases. */
type Duration = (msg: Msg) => number;

const onlySleeps: Duration = ({ command, args }) => (command === 'sleep' ? (args[0] as number) : 0);

async function ours(name: string, make: MakeEngine = realEngine, duration: Duration = onlySleeps): Promise<Outcome> {
  const { RE_md_before: md, call_md, call_returns_result: callReturnsResult, calls } = recording(name);
  const RE = make({ ...md }, { callReturnsResult, ...ENGINE_OPTIONS[name] });
  const collector = new DocumentCollector();
  const messages: PlainMsg[] = [];
  const states: EngineState[] = [];
  RE.subscribe(collector);
  RE.msgHook = (msg) => {
    messages.push(plainMsg(msg));
    clock.seconds += duration(msg);
  };
  RE.stateHook = (state) => states.push(state);
  const hw = hardware();
  const received: [tag: string, name: string][] = [];
  const tap: Tap =
    (tag) =>
    (...args: readonly unknown[]) =>
      received.push([tag, String(args[0])]);
  const steps: unknown[] = [];
  for (const step of calls.flatMap((call) => call.steps)) {
    const settled = settle(perform(RE, name, { hw, tap }, step.do, call_md));
    steps.push({ ...(await settled.then((end) => describeEnd(name, step, end))), state: RE.state });
  }
  const ids = new Renumbering();
  return {
    documents: normalizeDocuments(
      collector.documents.map((each) => ownWords(name, each)),
      ids,
    ),
    messages: normalizeMessages(messages.map((msg) => closedInOwnWords(name, msg))),
    states,
    steps: steps.map((step) => normalizeIds(step, ids)),
    md: normalizeMetadata(RE.md),
    positions: normalizeIds(
      Object.fromEntries([hw.motor, hw.motor1, hw.motor2, hw.motor3].map((motor) => [motor.name, motor.position])),
      ids,
    ),
    received,
  };
}

const ENGINE_OPTIONS: Readonly<Record<string, engine.RunEngineOptions>> = {
  md_custom_scan_id_source: { scanIdSource: ({ scan_id = 0 }) => 1000 + Number(scan_id) },
};

function plainMsg({ command, obj, args, kwargs, run }: Msg): PlainMsg {
  const plain = JSON.parse(JSON.stringify({ args: args.map(plainArgument), kwargs })) as Pick<
    PlainMsg,
    'args' | 'kwargs'
  >;
  return { command, obj: obj === null ? null : nameOf(obj), ...plain, run };
}

/** As the recordings write what is no JSON: devices by their names, functions of tests by a name of their own. */
function plainArgument(value: unknown): unknown {
  if (typeof value === 'function') return { $callable: '<lambda>' };
  return hasMethod(value, 'describe') ? { $obj: nameOf(value) } : value;
}

function closedInOwnWords(name: string, msg: PlainMsg): PlainMsg {
  const { reason } = msg.kwargs;
  if (msg.command !== 'close_run' || typeof reason !== 'string') return msg;
  return { ...msg, kwargs: { ...msg.kwargs, reason: worded(name, reason) } };
}

type End = { value: unknown } | { error: Error };

function settle(promise: Promise<unknown>): Promise<End> {
  return promise.then(
    (value): End => ({ value }),
    (error: Error): End => ({ error }),
  );
}

/** How a step ended here, in the words of the recording where they mean the same. */
function describeEnd(name: string, step: Step, end: End): object {
  const action = step.do;
  if ('value' in end) return { action, returned: plainResult(end.value) };
  const known = step.raised === undefined ? undefined : CLASSES[step.raised];
  const raised = known && end.error instanceof known ? step.raised : end.error.name;
  return { action, raised, message: step.message === undefined ? 'own words' : worded(name, end.error.message) };
}

function plainResult(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  const { runStartUids, planResult, exitStatus, interrupted, reason, exception } = value as RunEngineResult;
  return {
    run_start_uids: runStartUids,
    plan_result: planResult,
    exit_status: exitStatus,
    interrupted,
    reason,
    exception: exception === null ? null : (exception as Error).name,
  };
}

function ownWords(name: string, [kind, doc]: Named): Named {
  const plain = JSON.parse(documentToJson(kind, doc)) as typeof doc;
  if (kind !== 'stop') return [kind, plain] as Named;
  const { reason = '' } = doc;
  return [kind, { ...plain, reason: reason === '' ? '' : worded(name, reason) }] as Named;
}

function worded(name: string, text: string): string {
  return OWN_WORDS[name]?.test(text) ? 'own words' : text;
}

describe('the engine and its plans against recordings of bluesky', () => {
  it('has a plan for every recording and a recording for every plan', () => {
    expect(cases).toHaveLength(114);
    expect(Object.keys(GOLDEN_PLANS).sort()).toEqual(cases);
  });

  it.each(cases)('%s', async (name) => {
    expect(await ours(name)).toEqual(recorded(name));
  });

  it('sleeps as long as was asked for', async () => {
    const slept: number[] = [];
    const RE = new RunEngine();
    RE.msgHook = (msg) => msg.command === 'sleep' && slept.push(msg.args[0] as number);
    await RE((GOLDEN_PLANS.count_delay_list as (typeof GOLDEN_PLANS)[string])(hardware(), RE, () => () => undefined));
    expect(slept).toEqual([0.05, 0.1, 0.05]);
  });

  describe('control: a wrong engine is noticed', () => {
    it.each([
      ['that loses the last event', (doc: Named) => (doc[0] === 'event' && doc[1].seq_num === 5 ? [] : [doc])],
      ['that counts events from 0', (doc: Named) => [shifted(doc)]],
      ['that orders metadata otherwise', (doc: Named) => [doc[0] === 'start' ? reversed(doc) : doc]],
    ] as [string, (doc: Named) => Named[]][])('%s', async (_, spoil) => {
      expect(await ours('scan_1m', (md, options) => spoiled(new RunEngine(md, options), spoil))).not.toEqual(
        recorded('scan_1m'),
      );
    });

    it('that takes longer for a point than its delay', async () => {
      const slow: Duration = () => 0.06;
      expect(await ours('count_num_none_delay_list', realEngine, slow)).not.toEqual(
        recorded('count_num_none_delay_list'),
      );
    });
  });
});

/** An engine whose subscribers get other documents. */
function spoiled(RE: RunEngine, spoil: (doc: Named) => Named[]): RunEngine {
  const subscribe = RE.subscribe.bind(RE) as (callback: (...document: Named) => void) => number;
  RE.subscribe = ((collector: DocumentCollector) =>
    subscribe((...document) => {
      for (const each of spoil(document)) collector.receive(...each);
    })) as RunEngine['subscribe'];
  return RE;
}

function shifted(doc: Named): Named {
  return doc[0] === 'event' ? ['event', { ...doc[1], seq_num: doc[1].seq_num - 1 }] : doc;
}

function reversed([, doc]: Named): Named {
  return ['start', Object.fromEntries(Object.entries(doc).reverse())] as unknown as Named;
}
