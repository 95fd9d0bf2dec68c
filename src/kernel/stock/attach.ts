import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { installHost, print } from '../../host/index.js';
import { HELLO_TARGET, LiveScreen, PACKAGE_VERSION, realTicker, WIRE } from '../../wire/index.js';
import { bufferToBase64 } from '../buffer-base64.js';
import { CellOutputs } from '../cell-outputs.js';
import { Comms } from '../comms.js';
import { readConnection } from '../connection.js';
import { Displays } from '../display/displays.js';
import { EngineDirectory } from '../engine-directory.js';
import { failureOf } from '../failure.js';
import { FinishedScreen } from '../finished-screen.js';
import { Interrupter } from '../interrupt.js';
import { FigureMode } from '../magics/figure-mode.js';
import { MagicError } from '../magics/magic-error.js';
import { Magics } from '../magics/magics.js';
import { takeMagics } from '../magics/take-magics.js';
import { MessageCodec } from '../message.js';
import type { Message } from '../message.js';
import { Attribution } from '../origin.js';
import type { Origin } from '../origin.js';
import { Outbox } from '../outbox.js';
import { Outputs } from '../outputs.js';
import { hostAsk } from '../questions.js';
import { realStderr } from '../real-stderr.js';
import { RunsComm } from '../runs-comm.js';
import type { Compiler } from '../tslab.js';
import { Widgets } from '../widgets.js';
import type { StockServer, StockSocket, StockTslab } from './find-tslab.js';
import { presentCell } from './present-cell.js';
import { StockCells } from './stock-cells.js';
import { StockQuestions } from './stock-questions.js';

/**
 * Makes a running kernel of tslab's show live figures, answer their buttons, and give results and
 * errors as our kernel does: figures from the present cell on, the rest from the next one.
 */
export function attachTo(stock: StockTslab): void {
  const { key, signature_scheme } = readConnection(stock.connectionFile);
  const codec = new MessageCodec(key, signature_scheme);
  const { iopub, parent } = presentCell(stock, codec);
  const sockets: StockSockets = { iopub };
  const outbox = new Outbox(codec, {
    send: (channel, frames) => sendOn((channel === 'stdin' && sockets.stdin) || iopub, frames),
  });
  const attribution = new Attribution();
  attribution.within({ header: parent, cell: parent.msg_id ?? 'first' }, () => {});
  const remembered = new CellOutputs(outbox);
  const outputs = new Outputs(remembered);
  const describeError = (error: unknown): string => failureOf(error).traceback.join('\n');
  const report = (origin: Origin, error: unknown): void => outputs.write(origin, 'stderr', `${describeError(error)}\n`);

  const mode = new FigureMode();
  const comms = new Comms(outbox, attribution);
  const engines = new EngineDirectory(attribution, report);
  const widgets = new Widgets(comms, outputs, attribution);
  const screen = new LiveScreen(widgets, engines, undefined, () => (mode.place === 'tab' ? 'tab' : 'cell'));
  new RunsComm(comms, { outputs: remembered, screen, control: engines, ticker: realTicker });
  const display = new Displays({ outputs, attribution, describeError, report });
  const finished = new FinishedScreen((bundle) => display.display(bundle, { raw: true }));
  const questions = new StockQuestions(codec, outbox, outputs);
  installHost({
    engines,
    display,
    ask: hostAsk(questions, engines, attribution),
    get screen() {
      return mode.place === 'end' ? finished : screen;
    },
    toBase64: bufferToBase64,
  });

  const magics = magicsOf(stock, mode);
  const cells = new StockCells({
    outputs,
    attribution,
    bundle: (value) => display.bundle(value),
    failureOf: (error) => failureOf(error),
    takeMagics: magics,
    beforeIdle: () => screen.flush(),
    questions,
    interrupt: () => interrupter.press(),
  });
  const interrupter = new Interrupter(cells, engines, outputs);
  takeOverMessages(stock, { codec, outbox, attribution, comms, cells, remembered, questions, sockets });
  sayHello(comms);
}

/** Nothing else tells a page that this kernel, which has another name, now is one of ours. */
function sayHello(comms: Comms): void {
  // Pages that do not know it close it; it stays for those that are loaded later and ask which comms there are.
  const listener = { message: () => {}, closed: () => true };
  comms.open(HELLO_TARGET, randomUUID(), { wire: WIRE, version: PACKAGE_VERSION }, {}, listener);
}

function sendOn(socket: StockSocket, frames: Uint8Array[]): void {
  socket.send(frames).catch((error: unknown) => realStderr(`A message could not be sent: ${String(error)}`));
}

function magicsOf({ path }: StockTslab, mode: FigureMode): (source: string) => string {
  const compiler = createRequire(path)('@tslab/typescript-for-tslab') as Compiler;
  const startup = (): string => 'Startup files need the livesky kernel.';
  const known = new Magics({ mode, print, startup });
  return (code) => {
    const { source, magics, asked } = takeMagics(compiler, code);
    if (asked.length > 0)
      throw new MagicError(`?${asked[0]}: only the livesky kernel answers questions; use Shift-Tab.`);
    if (magics.some(({ name }) => name === 'time')) throw new MagicError('%time needs the livesky kernel.');
    for (const magic of magics) known.apply(magic);
    return source;
  };
}

/** On what messages go; tslab's socket for questions is known from the first message on. */
interface StockSockets {
  iopub: StockSocket;
  stdin?: StockSocket;
}

interface MessageParts {
  codec: MessageCodec;
  outbox: Outbox;
  attribution: Attribution;
  comms: Comms;
  cells: StockCells;
  remembered: CellOutputs;
  questions: StockQuestions;
  sockets: StockSockets;
}

/** Answers the messages that tslab does not know, and ties the work of cells to them. */
function takeOverMessages({ jupyter }: StockTslab, parts: MessageParts): void {
  const { prototype } = jupyter.ZmqServer;
  const original = prototype.handleShellMessage;
  prototype.handleShellMessage = function (this: StockServer, socket, ...frames) {
    parts.cells.takeOver(this.handler);
    parts.sockets.stdin = this.stdin;
    parts.questions.listen(this.stdin);
    let message: Message;
    try {
      message = parts.codec.decode(frames);
    } catch (error) {
      realStderr(error instanceof Error ? error.message : String(error));
      return Promise.resolve();
    }
    if (answerComm(message, socket, parts)) return Promise.resolve();
    if (message.header.msg_type !== 'execute_request') return original.call(this, socket, ...frames);
    const origin: Origin = { header: message.header, cell: message.header.msg_id };
    parts.remembered.begin(message);
    parts.questions.note(origin, message);
    const done = parts.attribution.within(origin, () => original.call(this, socket, ...frames));
    return done.finally(() => parts.remembered.end(message));
  };
}

/** Serves a message about comms, also while a cell runs; false for all other messages. */
function answerComm(message: Message, socket: StockSocket, parts: MessageParts): boolean {
  const { comms, outbox, attribution, cells } = parts;
  const handlers: Readonly<Record<string, (given: Message) => void>> = {
    comm_open: (given) => comms.handleOpen(given),
    comm_msg: (given) => comms.handleMessage(given),
    comm_close: (given) => comms.handleClose(given),
    comm_info_request: (given) => sendOn(socket, commInfo(given, parts)),
  };
  const handler = Object.hasOwn(handlers, message.header.msg_type) ? handlers[message.header.msg_type] : undefined;
  if (!handler) return false;
  const status = (execution_state: string, parent: Message['parent']): void =>
    outbox.publish('status', { execution_state }, parent);
  status('busy', message.header);
  try {
    attribution.within({ header: message.header }, () => handler(message));
  } catch (error) {
    realStderr(`${message.header.msg_type} failed: ${failureOf(error).traceback.join('\n')}`);
  }
  status('idle', message.header);
  // The page takes the last status for the kernel's: a cell that still runs must have the last word.
  if (cells.running) status('busy', cells.running.header);
  return true;
}

function commInfo({ identities, header, content }: Message, { codec, comms }: MessageParts): Uint8Array[] {
  const target = typeof content.target_name === 'string' ? content.target_name : undefined;
  return codec.encode({
    identities,
    header: { ...header, msg_id: `${header.msg_id}-reply`, msg_type: 'comm_info_reply' },
    parent: header,
    metadata: {},
    content: { status: 'ok', comms: comms.list(target) },
    buffers: [],
  });
}
