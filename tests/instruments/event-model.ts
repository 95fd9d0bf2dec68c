import * as documents from '../../src/documents/index.js';
import type { ComposedRun, DocumentName, Documents, Named } from '../../src/documents/index.js';
import { toJson } from '../../src/documents/index.js';
import { runPython } from './python.js';

const PEER = new URL('../python/event_model_peer.py', import.meta.url).pathname;

/** What came of one step. */
export type Outcome = { ok: unknown } | { error: string };

/** Documents to be composed one after another. */
export interface ComposeCase {
  kind: 'compose';
  run: { uid: string; time: number; metadata: Record<string, unknown> };
  steps: ComposeStep[];
}

/** One call of something that `of` gave; `name` says what later steps call its result. */
export interface ComposeStep {
  of: string;
  call:
    | 'descriptor'
    | 'event'
    | 'event_page'
    | 'resource'
    | 'datum'
    | 'datum_page'
    | 'stream_resource'
    | 'stream_datum'
    | 'stop';
  fields: Record<string, unknown>;
  name?: string;
}

/** A call of one of the functions for pages, by its Python name. */
export interface PagesCase {
  kind: 'pages';
  call: string;
  args: unknown[];
}

/** Documents for a subclass that overrides some methods, which return nothing, the document or another. */
export interface RouterCase {
  kind: 'router';
  base: 'DocumentRouter' | 'SingleRunDocumentRouter';
  overrides: Partial<Record<DocumentName, 'none' | 'same' | 'changed'>>;
  documents: [DocumentName, object][];
}

/** Documents for a Filler. */
export interface FillerCase {
  kind: 'filler';
  class: 'Filler' | 'NoFiller';
  specs: string[];
  options: { include?: string[]; exclude?: string[]; inplace: boolean; root_map?: Record<string, string> };
  documents: [DocumentName, object][];
}

/** Documents for a RunRouter with one factory. */
export interface RunRouterCase {
  kind: 'run_router';
  specs: string[];
  fill_or_fail: boolean;
  documents: [DocumentName, object][];
}

export type EventModelCase = ComposeCase | PagesCase | RouterCase | FillerCase | RunRouterCase;

/** What Python's event_model makes of the cases. */
export async function inPython(cases: readonly EventModelCase[]): Promise<unknown[]> {
  const { code, output } = await runPython([PEER], cases.map((each) => toJson(each)).join('\n'));
  if (code !== 0) throw new Error(output);
  return output
    .trim()
    .split('\n')
    .map((line) => documents.fromJson(line));
}

/** What livesky makes of a case. */
export function here(each: EventModelCase): Promise<Outcome> {
  return attempt(() => outcomeOf(structuredClone(each)));
}

function outcomeOf(given: EventModelCase): unknown {
  switch (given.kind) {
    case 'compose':
      return composed(given);
    case 'pages':
      return paged(given);
    case 'router':
      return routed(given);
    case 'filler':
      return filled(given);
    case 'run_router':
      return routedByRun(given);
  }
}

async function attempt(call: () => unknown): Promise<Outcome> {
  try {
    const result: unknown = await call();
    return { ok: structuredClone(result ?? null) };
  } catch (error) {
    return { error: (error as Error).name };
  }
}

type Bundle = Record<string, (...args: unknown[]) => unknown>;

async function composed({ run, steps }: ComposeCase): Promise<unknown[]> {
  const made = new Map<string, unknown>([['run', documents.composeRun(run)]]);
  const outcomes: unknown[] = [(made.get('run') as ComposedRun).startDoc];
  for (const { of, call, fields, name } of steps) {
    const outcome = await attempt(() => {
      const method = `compose${camel(call, true)}`;
      const bundle = made.get(of) as Bundle;
      const { validate = true, ...rest } = fields;
      const isDatum = call === 'datum' || call === 'datum_page';
      const result = bundle[method]?.(isDatum ? fields.datum_kwargs : rest, { validate });
      if (name === undefined) return result;
      made.set(name, result);
      return (result as Record<string, unknown>)[`${camel(call)}Doc`];
    });
    outcomes.push(outcome);
  }
  return outcomes;
}

function paged({ call, args }: PagesCase): unknown {
  const result = (documents as unknown as Bundle)[camel(call)]?.(...args);
  return call.startsWith('unpack') || call.startsWith('rechunk') ? [...(result as Iterable<unknown>)] : result;
}

function camel(name: string, first = false): string {
  const joined = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return first ? joined.charAt(0).toUpperCase() + joined.slice(1) : joined;
}

const RETURNS = {
  none: () => undefined,
  same: (doc: object) => doc,
  changed: (doc: { data?: object; uid?: unknown }) => {
    if (!doc.data) return { ...doc, changed: true };
    const rows = Array.isArray(doc.uid) ? doc.uid.length : 1;
    return { ...doc, data: { ...doc.data, changed: new Array(rows).fill(1) } };
  },
} as const;

async function routed({ base, overrides, documents: given }: RouterCase): Promise<unknown> {
  const calls: unknown[] = [];
  const router = new documents[base]();
  for (const [name, returns] of Object.entries(overrides)) {
    Object.assign(router, {
      [name]: (doc: object) => {
        calls.push([name, structuredClone(doc)]);
        return RETURNS[returns](doc);
      },
    });
  }
  const outputs: Outcome[] = [];
  for (const each of given) outputs.push(await attempt(() => router.receive(...(each as unknown as Named))));
  return { calls, outputs };
}

class FakeHandler {
  constructor(
    readonly spec: string,
    readonly path: string,
    readonly kwargs: unknown,
  ) {}

  read(datum: unknown): unknown {
    if (this.spec === 'FAILING') throw Object.assign(new Error(this.path), { code: 'ENOENT' });
    return { spec: this.spec, path: this.path, resource: this.kwargs, datum };
  }
}

function registry(specs: readonly string[]): documents.HandlerRegistry {
  return Object.fromEntries(
    specs.map((spec) => [spec, (path: string, kwargs: unknown) => new FakeHandler(spec, path, kwargs)]),
  );
}

/** A Filler waits two seconds in all before it gives up. */
const RETRIES = { retryIntervals: [0, 0] };

class QuickFiller extends documents.Filler {
  constructor(handlers: documents.HandlerRegistry, options: documents.FillerOptions) {
    super(handlers, { ...options, ...RETRIES });
  }
}

async function filled({ class: name, specs, options, documents: given }: FillerCase): Promise<unknown> {
  const { root_map: rootMap, ...rest } = options;
  const filler = new documents[name](registry(specs), { ...rest, ...(rootMap && { rootMap }), ...RETRIES });
  const outputs: Outcome[] = [];
  for (const each of given) outputs.push(await attempt(() => filler.receive(...(each as unknown as Named))));
  return outputs;
}

async function routedByRun({ specs, fill_or_fail: fillOrFail, documents: given }: RunRouterCase): Promise<unknown> {
  const received: unknown[] = [];
  const callback = (who: string) => (name: string, doc: Documents[DocumentName]) =>
    received.push([who, name, structuredClone(doc)]);
  const factory: documents.RunFactory = (_, { uid }) => [
    [callback(`run ${uid}`)],
    [(__, descriptor) => [callback(`stream ${descriptor.uid} of ${uid}`)]],
  ];
  const router = new documents.RunRouter([factory], registry(specs), { fillOrFail, fillerClass: QuickFiller });
  const outputs: Outcome[] = [];
  for (const each of given) {
    outputs.push(await attempt(() => Promise.resolve(router.receive(...(each as unknown as Named))).then(() => null)));
  }
  return { received, outputs };
}
