/**
 * What must type-check, and what must not, when callbacks are given; nothing here runs.
 *
 * A line that should be refused is marked; the mark itself is an error if the line is accepted.
 */
import { CallbackBase } from '../callbacks/index.js';
import type { DocumentName, Event, RunStart } from '../documents/index.js';
import { det, motor } from '../devices/sim/index.js';
import { count } from '../plans/index.js';
import type { Callback } from './callback.js';
import { RunEngine } from './run-engine.js';
import type { Subs } from './subscriptions.js';

declare function accepts(subs: Subs): void;

// A cell has no annotations: what is not declared is `any`.
declare const untyped: (name: any, doc: any) => any;
declare const anything: any;

accepts(console.log);
accepts(untyped);
accepts(anything);
accepts([console.log, untyped, { receive: untyped }]);
accepts([]);
accepts({});
accepts(new CallbackBase());
accepts([new CallbackBase(), console.log]);
accepts(async (name, doc) => {
  await Promise.resolve();
  console.log(name, doc.time);
});

accepts((name, doc) => {
  if (name === 'event') {
    const event: Event = doc;
    console.log(event.seq_num);
  }
  // @ts-expect-error -- other documents have no number
  console.log(doc.seq_num.toFixed());
});

// Functions of no and of one parameter, in every form; the name is known although a pair could come.
accepts(() => 3);
accepts((name) => name satisfies DocumentName);
accepts(function (name) {
  return name satisfies DocumentName;
});
accepts(async (name) => {
  await Promise.resolve();
  console.log(name.length);
});
accepts((name: DocumentName) => name);
accepts((name: string) => name);
accepts([(name) => name satisfies DocumentName, () => 3, (name, doc) => name === 'event' && doc.seq_num.toFixed()]);
accepts({ all: (name) => name satisfies DocumentName, start: () => 3 });
accepts({ all: [(name) => name.length, (name, doc) => name === 'stop' && doc.exit_status] });
accepts({ receive: (name) => name.length });
accepts({ receive: () => 3 });
accepts({
  receive(name, doc) {
    return name === 'event' && doc.seq_num.toFixed();
  },
});
accepts(Object.freeze({ receive: (name: DocumentName) => name }));
accepts([] as readonly Callback[]);

class Counter {
  count = 0;
  receive(name: DocumentName): void {
    if (name === 'event') this.count += 1;
  }
  add = (): number => (this.count += 1);
}
accepts(new Counter());
accepts(new Counter().receive.bind(new Counter()));
accepts(new Counter().add);

// @ts-expect-error -- three parameters are never given
accepts((name: DocumentName, doc: unknown, more: unknown) => [name, doc, more]);
// @ts-expect-error -- the name comes first
accepts((doc: Event) => doc.seq_num);
// @ts-expect-error -- other documents come too
accepts((name: 'event') => name);
// @ts-expect-error -- other documents come too
accepts((name: 'event', doc: Event) => [name, doc]);
// @ts-expect-error -- a promise of a callback is none
accepts(Promise.resolve(console.log));

accepts({
  all: console.log,
  start: (_name, doc) => console.log(doc.plan_name, doc.uid),
  stop: [(_name, doc) => console.log(doc.exit_status), untyped],
  descriptor: (_name, doc) => Object.keys(doc.data_keys),
  event: (_name, doc) => doc.seq_num.toFixed(),
  event_page: (_name, doc) => doc.seq_num.length,
  resource: untyped,
  datum: untyped,
  datum_page: untyped,
  stream_resource: untyped,
  stream_datum: untyped,
  bulk_events: untyped,
  bulk_datum: untyped,
});

// Type-checks, since TypeScript lets a function take fewer arguments; refused with a hint when it runs.
accepts({
  start(doc) {
    console.log(doc);
  },
});

// @ts-expect-error -- no such document
accepts({ events: untyped });
// @ts-expect-error -- a number is no callback
accepts(3);
// @ts-expect-error -- an object without receive() and without names of documents
accepts({ receives: untyped });

const onlyEvents: Callback<'event'> = (name, doc) => [name satisfies 'event', doc.seq_num];
const RE = new RunEngine();
RE.subscribe(onlyEvents, 'event');
RE.subscribe(console.log);
RE.subscribe(untyped, 'all', { onError: 'warn' });
RE.subscribe((_name, doc: RunStart) => doc.uid, 'start');
RE.subscribe((name, doc) => [name satisfies 'stop', doc.exit_status], 'stop');
RE.subscribe(() => RE.requestPause(), 'descriptor');
RE.subscribe((name) => console.log(name), 'descriptor');
RE.subscribe(() => RE.requestPause());
RE.subscribe((name) => name satisfies DocumentName);
RE.subscribe((name) => name satisfies DocumentName, 'all', { onError: 'drop' });
RE.subscribe((name) => name satisfies 'event', 'event');
// @ts-expect-error -- no such document
RE.subscribe(untyped, 'evnt');
// @ts-expect-error -- no such option
RE.subscribe(untyped, 'all', { onEror: 'warn' });
// @ts-expect-error -- it cannot take all kinds
RE.subscribe(onlyEvents);
// @ts-expect-error -- no such choice
RE.subscribe(untyped, 'all', { onError: 'ignore' });

export const uids: Promise<string[]> = RE(count([det, motor]), { event: onlyEvents }, { sample: 'LaB6' });
