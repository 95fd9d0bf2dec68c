import { setImmediate, setTimeout } from 'node:timers';
import { installHost, print } from '../host/index.js';
import type { Host } from '../host/index.js';
import { LiveScreen, realTicker } from '../wire/index.js';
import { bufferToBase64 } from './buffer-base64.js';
import { CellModules } from './cell-modules.js';
import { CellOutputs } from './cell-outputs.js';
import { CellRunner } from './cell-runner.js';
import { Comms } from './comms.js';
import { CompilerService } from './compiler.js';
import { readConnection } from './connection.js';
import { Displays } from './display/displays.js';
import { EngineDirectory } from './engine-directory.js';
import { Executions } from './executions.js';
import { failureOf, placeOf } from './failure.js';
import { isExit, takeOverExit } from './exit.js';
import { FinishedScreen } from './finished-screen.js';
import { History } from './history.js';
import { Interrupter } from './interrupt.js';
import { Kernel } from './kernel.js';
import { Language } from './language.js';
import { lastExpression } from './last-expression.js';
import { endWithParent } from './lifetime.js';
import { FigureMode } from './magics/figure-mode.js';
import { Magics } from './magics/magics.js';
import { MessageCodec } from './message.js';
import { installModuleFallback } from './module-fallback.js';
import { Attribution } from './origin.js';
import type { Origin } from './origin.js';
import { Outbox } from './outbox.js';
import { Outputs } from './outputs.js';
import { ownPackage } from './own-package.js';
import { printErrorsAs } from './plain-errors.js';
import { hidePromiseMarks } from './plain-promises.js';
import { hostAsk, Questions } from './questions.js';
import { realStderr } from './real-stderr.js';
import { RunsComm } from './runs-comm.js';
import { Sockets } from './sockets.js';
import { takeOverStdio, takeOverWarnings } from './stdio.js';
import { StartupFiles } from './startup-files.js';
import type { ShowDisplay } from './tslab.js';
import { UserSources } from './user-sources.js';
import { Widgets } from './widgets.js';

/** How long after the sockets the converter is made when no page has asked what kernel this is. */
const WARM_UP_MS = 1000;

/** How long after its first cell the kernel keeps what makes the next one's start short. */
const KEEP_CODE_MS = 1000;

/** Enough to see where a recursion began, and which functions call each other in it. */
const STACK_FRAMES = 100;

/** Starts a kernel in this process; resolves when it can be talked to. */
export async function startKernel(connectionFile: string): Promise<void> {
  const connection = readConnection(connectionFile);
  const sockets = new Sockets((error) => realStderr(`A socket failed: ${String(error)}`));
  const codec = new MessageCodec(connection.key, connection.signature_scheme);
  const outbox = new Outbox(codec, sockets);
  const attribution = new Attribution();
  const remembered = new CellOutputs(outbox);
  const outputs = new Outputs(remembered);
  const sources = new UserSources();
  const describeError = (error: unknown): string => failureOf(error, sources).traceback.join('\n');
  const report = (origin: Origin, error: unknown): void => outputs.write(origin, 'stderr', `${describeError(error)}\n`);
  const cells = makeCells(attribution, outputs, sources);
  const display = new Displays({ outputs, attribution, describeError, report });
  const questions = new Questions(outbox, outputs);
  const live = makeLive({
    attribution,
    outputs,
    remembered,
    outbox,
    report,
    display,
    mode: cells.mode,
    sources,
    questions,
  });
  const language = new Language(cells.compiler, cells.runner, { folder: process.cwd(), own: ownPackage() });
  const history = new History();
  const executions = new Executions({
    runner: cells.runner,
    outputs,
    publishing: remembered,
    cells: remembered,
    questions,
    attribution,
    bundle: (value, code = '') => display.bundle(value, () => lastExpression(cells.compiler.tslab.compiler, code)),
    help: (names) => language.help(names),
    failureOf: (error) => failureOf(error, sources),
    beforeFirst: (origin) => runStartup(cells, (line) => outputs.write(origin, 'stderr', line)),
    remember: (count, code, outcome) => history.add(count, code, outcome.ok ? (outcome.text ?? null) : null),
    beforeIdle: () => {
      keepCode(KEEP_CODE_MS);
      return live.screen.flush();
    },
  });
  const interrupter = new Interrupter(executions, live.engines, outputs);
  const exit = process.exit.bind(process);
  const end = once((code: number, why: string) => {
    void endProcess({ live, outputs, sockets, why, exit: () => exit(code) });
  });
  const keepCode = onceLater(() => cells.compiler.keepCode());
  const warmUp = onceLater(() => void cells.compiler.converter);
  const kernel = new Kernel({
    codec,
    outbox,
    attribution,
    executions,
    language,
    comms: live.comms,
    history,
    questions,
    interrupt: () => interrupter.press(),
    shutdown: (restart) => end(0, restart ? 'The kernel was restarted.' : 'The kernel was shut down.'),
    ready: () => warmUp(0),
    log: realStderr,
  });
  process.on('SIGINT', () => interrupter.press());
  const exits = (code: number): void =>
    void endAfterCells(executions, outputs, () => end(code, 'process.exit() was called.'));
  printErrorsAs(describeError);
  takeOverProcess({ outputs, attribution, report, exits });
  endWithParent((why) => end(0, why));
  await sockets.bind(connection, (channel, frames) => kernel.receive(channel, frames));
  warmUp(WARM_UP_MS);
  // Short enough not to keep a page waiting that asks what kernel this is; the converter is not.
  setImmediate(() => void cells.compiler.tslab);
}

interface ProcessParts {
  outputs: Outputs;
  attribution: Attribution;
  report: (origin: Origin, error: unknown) => void;
  /** Called when a cell asks for the end of the process. */
  exits: (code: number) => void;
}

/** Ties what the process prints, throws and warns of to cells. */
function takeOverProcess({ outputs, attribution, report, exits }: ProcessParts): void {
  hidePromiseMarks();
  Error.stackTraceLimit = STACK_FRAMES;
  takeOverStdio(outputs, attribution);
  takeOverWarnings(outputs, attribution, realStderr);
  takeOverExit(outputs, attribution, exits);
  const reportLate = (error: unknown): void => {
    if (!isExit(error)) report(attribution.current(), error);
  };
  process.on('uncaughtException', reportLate);
  process.on('unhandledRejection', reportLate);
}

/** What compiles and runs cells. */
interface Cells {
  compiler: CompilerService;
  runner: CellRunner;
  mode: FigureMode;
  startup: StartupFiles;
}

function runStartup({ startup, runner }: Cells, report: (line: string) => void): Promise<void> {
  return startup.run({ run: (code, as) => runner.run(code, as), report });
}

function makeCells(attribution: Attribution, outputs: Outputs, sources: UserSources): Cells {
  const own = ownPackage();
  const folder = process.cwd();
  const prepareImports = installModuleFallback(own);
  const compiler = new CompilerService(folder, own);
  const mode = new FigureMode();
  const show: ShowDisplay = (content, update) =>
    outputs.message(attribution.current(), update ? 'update_display_data' : 'display_data', content);
  const provided = new Map([['tslab', () => compiler.tslab.publicModule(show)]]);
  const modules = new CellModules(folder, provided, prepareImports);
  const startup = new StartupFiles({ folder, env: process.env });
  const magics = new Magics({ mode, print, startup: () => startup.list() });
  return { compiler, mode, startup, runner: new CellRunner({ compiler, modules, magics, print, sources, folder }) };
}

interface LiveParts {
  attribution: Attribution;
  outputs: Outputs;
  remembered: CellOutputs;
  outbox: Outbox;
  report: (origin: Origin, error: unknown) => void;
  display: Displays;
  mode: FigureMode;
  sources: UserSources;
  questions: Questions;
}

interface Live {
  comms: Comms;
  engines: EngineDirectory;
  screen: LiveScreen;
}

/** What figures and engines are reached by; it makes this kernel the host of every copy of livesky. */
function makeLive(parts: LiveParts): Live {
  const { attribution, outputs, remembered, outbox, report, display, mode, sources, questions } = parts;
  const comms = new Comms(outbox, attribution);
  const engines = new EngineDirectory(attribution, report, (error, begun) => sources.noteCaller(error, begun));
  const widgets = new Widgets(comms, outputs, attribution);
  const screen = new LiveScreen(widgets, engines, undefined, () => (mode.place === 'tab' ? 'tab' : 'cell'));
  new RunsComm(comms, { outputs: remembered, screen, control: engines, ticker: realTicker });
  const finished = new FinishedScreen((bundle) => display.display(bundle, { raw: true }));
  const host: Host = {
    engines,
    display,
    ask: hostAsk(questions, engines, attribution),
    get screen() {
      return mode.place === 'end' ? finished : screen;
    },
    placeOf: (error) => placeOf(error, sources),
    toBase64: bufferToBase64,
  };
  installHost(host);
  return { comms, engines, screen };
}

function once<A extends unknown[]>(work: (...given: A) => void): (...given: A) => void {
  let done = false;
  return (...given) => {
    if (done) return;
    done = true;
    work(...given);
  };
}

/** How long a cell that has ended the kernel may go on before it is cut off. */
const LAST_WORDS_MS = 1000;

/** Lets the cell that ends the kernel be answered first. */
async function endAfterCells(executions: Executions, outputs: Outputs, end: () => void): Promise<void> {
  const cutOff = new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS));
  await Promise.race([executions.idle().then(() => outputs.drain()), cutOff]);
  end();
}

/** How long plans may take to end; a server waits a few seconds before it kills. */
const LAST_PLANS_S = 0.8;

/** How long text that waits for its turn may take then. */
const LAST_TEXT_MS = 100;

interface Ending {
  live: Live;
  outputs: Outputs;
  sockets: Sockets;
  /** The reason in the stop documents of runs that are open. */
  why: string;
  exit: () => void;
}

/** Nothing is left moving, and no run open; the page gets what figures and cells last had to say. */
async function endProcess({ live, outputs, sockets, why, exit }: Ending): Promise<void> {
  await live.engines.endAll(why, LAST_PLANS_S);
  live.screen.flush();
  await Promise.race([outputs.drain(), new Promise((resolve) => setTimeout(resolve, LAST_TEXT_MS))]);
  await sockets.sent();
  sockets.close();
  exit();
}

/** Calls `work` once, after the shortest of the delays that were asked for. */
function onceLater(work: () => void): (milliseconds: number) => void {
  const first = once(work);
  return (milliseconds) => void setTimeout(first, milliseconds);
}
