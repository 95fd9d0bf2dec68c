import type { CodeCellModel } from '@jupyterlab/cells';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookModel } from '@jupyterlab/notebook';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { RememberedCell, RunsNews, RunsRequest, SaveLimits } from '../wire/index.js';
import { HELLO_TARGET, RUNS_TARGET } from '../wire/index.js';
import { isDrawnIn, onFiguresDrawn } from './drawn-figures.js';
import { modelsReleased, processEnded } from './live-models.js';
import { putOutputs } from './put-outputs.js';

/** How often at most the appearance of figures saves the notebook. */
const SAVE_MS = 10_000;

/** The figures of a cell come one after another: a second save has those that the first one lacks. */
const SOON_MS = 1000;

/**
 * What keeps a notebook's figures through reloads and restarts: it talks to the kernel over `livesky.runs`,
 * puts outputs where nobody else does, and saves when figures appear.
 */
export class LiveNotebook {
  readonly #context: DocumentRegistry.IContext<INotebookModel>;
  readonly #node: HTMLElement;
  readonly #limits: () => SaveLimits;
  readonly #stop: () => void;
  #kernel: Kernel.IKernelConnection | null = null;
  #comm: Kernel.IComm | undefined;
  /** The process of the kernel, by the session in its messages. */
  #process = '';
  /** Whether the kernel is livesky's own, and not another one that has imported livesky. */
  #isNamed = false;
  #lastSaved = -Infinity;
  /** How long no save follows the last one. */
  #rest = 0;
  #saving: ReturnType<typeof setTimeout> | undefined;
  /** Whether there is something that no save has begun to write: a page calls clean what came while it was saved. */
  #changed = false;
  #savesQueue = false;
  /** Executions that this page has asked for. */
  readonly #own = new Set<string>();
  /** Executions of pages that are gone, with the cells whose outputs this page puts into the notebook instead. */
  readonly #adopted = new Map<string, string>();
  /** Whether nothing but outputs from the kernel has changed since the notebook was as it is in its file. */
  #onlyPut = false;
  #putting = false;

  constructor(context: DocumentRegistry.IContext<INotebookModel>, node: HTMLElement, limits: () => SaveLimits) {
    this.#context = context;
    this.#node = node;
    this.#limits = limits;
    const { sessionContext } = context;
    const follow = (): void => void this.#follow(sessionContext.session?.kernel ?? null);
    sessionContext.kernelChanged.connect(follow);
    void Promise.all([context.ready, sessionContext.ready]).then(follow);
    context.model.contentChanged.connect(() => {
      this.#changed = true;
      this.#onlyPut &&= this.#putting;
    });
    this.#stop = onFiguresDrawn((figure) => this.#figureDrawn(figure));
    context.disposed.connect(() => this.#dispose());
  }

  /** Says anew how much of a notebook figures may take. */
  limitsChanged(): void {
    this.#say({ kind: 'limits', limits: this.#limits() });
  }

  #dispose(): void {
    this.#stop();
    clearTimeout(this.#saving);
    this.#leave();
  }

  /** Turns to a kernel, and opens the comm once it is known to be one of ours. */
  async #follow(kernel: Kernel.IKernelConnection | null): Promise<void> {
    if (kernel === this.#kernel) return;
    this.#leave();
    this.#kernel = kernel;
    if (!kernel) return;
    kernel.iopubMessage.connect(this.#onPublished, this);
    kernel.anyMessage.connect(this.#onAny, this);
    kernel.registerCommTarget(HELLO_TARGET, () => this.#open(kernel));
    const { implementation } = await kernel.info;
    if (kernel !== this.#kernel) return;
    this.#isNamed = implementation === 'livesky';
    if (this.#isNamed || (implementation === 'tslab' && (await hasSaidHello(kernel)))) this.#open(kernel);
  }

  #leave(): void {
    const kernel = this.#kernel;
    this.#kernel = null;
    this.#comm = undefined;
    this.#process = '';
    this.#isNamed = false;
    if (!kernel || kernel.isDisposed) return;
    kernel.iopubMessage.disconnect(this.#onPublished, this);
    kernel.anyMessage.disconnect(this.#onAny, this);
  }

  #open(kernel: Kernel.IKernelConnection): void {
    this.#queueSaves();
    if (kernel !== this.#kernel || kernel.isDisposed || (this.#comm && !this.#comm.isDisposed)) return;
    const comm = kernel.createComm(RUNS_TARGET);
    this.#comm = comm;
    comm.onMsg = ({ content }) => this.#hear(content.data as unknown as RunsNews);
    comm.open();
    this.limitsChanged();
    this.#say({ kind: 'outputs' });
  }

  /**
   * Lets saves follow one another. JupyterLab takes the file that another save of its own has just written for
   * a change by somebody else, and asks the user.
   */
  #queueSaves(): void {
    if (this.#savesQueue) return;
    this.#savesQueue = true;
    const context = this.#context;
    const save = context.save.bind(context);
    let last: Promise<void> = Promise.resolve();
    const begin = (): Promise<void> => {
      this.#changed = false;
      return save();
    };
    context.save = () => (last = last.catch(() => {}).then(begin));
  }

  #say(request: RunsRequest): void {
    if (this.#comm && !this.#comm.isDisposed) this.#comm.send({ ...request } as never);
  }

  #hear(news: RunsNews): void {
    if (news.kind === 'here?') this.#say({ kind: 'here' });
    if (news.kind === 'outputs') this.#putAll(news.cells);
    if (news.kind === 'returned') this.#giveBack(news.executions);
    if (news.kind === 'released' && this.#kernel && Array.isArray(news.models)) {
      modelsReleased(this.#kernel.id, news.models);
    }
  }

  #putAll(all: readonly RememberedCell[]): void {
    this.#onlyPut ||= !this.#context.model.dirty;
    this.#changeForKernel(() => {
      for (const each of all) this.#put(each);
    });
  }

  #changeForKernel(change: () => void): void {
    this.#putting = true;
    try {
      change();
    } finally {
      this.#putting = false;
    }
  }

  #put(remembered: RememberedCell): void {
    for (const cell of this.#cellsOf(remembered.cell)) {
      if (this.#own.has(remembered.execution)) continue;
      this.#adopted.set(remembered.execution, remembered.cell);
      putOutputs(cell, remembered);
      if (remembered.ended) this.#say({ kind: 'delivered', execution: remembered.execution });
    }
  }

  #cellsOf(id: string): CodeCellModel[] {
    const cells = [...this.#context.model.cells];
    return cells.filter((cell): cell is CodeCellModel => cell.id === id && cell.type === 'code');
  }

  /**
   * Another page puts their outputs into the notebook, and saves it: what this one has put there is no change of its own,
   * or JupyterLab would save it too and then ask who is right.
   */
  #giveBack(executions: readonly string[]): void {
    const cells = executions.flatMap((each) => this.#cellsOf(this.#adopted.get(each) ?? ''));
    for (const each of executions) this.#adopted.delete(each);
    this.#changeForKernel(() => {
      for (const cell of cells) cell.executionState = 'idle';
    });
    if (!this.#onlyPut) return;
    this.#context.model.dirty = false;
    this.#changed = false;
  }

  /** Another process answers under the same id: the kernel was restarted, perhaps by another page. */
  #onPublished(kernel: Kernel.IKernelConnection, message: KernelMessage.IIOPubMessage): void {
    if (!this.#isNamed || !isOfKernel(message)) return;
    const { session } = message.header;
    if (this.#process !== '' && session !== this.#process) {
      processEnded(kernel.id);
      this.#comm = undefined;
      this.#open(kernel);
    }
    this.#process = session;
  }

  /** Learns which executions this page has asked for, and which of them have come to their end. */
  #onAny(_: Kernel.IKernelConnection, { msg, direction }: Kernel.IAnyMessageArgs): void {
    if (direction === 'send' && msg.header.msg_type === 'execute_request') this.#own.add(msg.header.msg_id);
    if (direction === 'recv' && msg.header.msg_type === 'execute_reply') {
      this.#say({ kind: 'delivered', execution: (msg.parent_header as KernelMessage.IHeader).msg_id });
    }
  }

  /** A notebook that is not saved when its page is left has no cell into which a figure could be put back. */
  #figureDrawn(figure: string): void {
    const { model, contentsModel } = this.#context;
    if (!isDrawnIn(figure, this.#node) || !this.#changed || model.readOnly || contentsModel?.writable === false) return;
    if (this.#kernel?.status !== 'busy' || this.#own.size === 0 || this.#saving !== undefined) return;
    this.#saving = setTimeout(() => this.#save(), Math.max(0, this.#lastSaved + this.#rest - Date.now()));
  }

  #save(): void {
    const now = Date.now();
    this.#saving = undefined;
    this.#rest = now - this.#lastSaved > SAVE_MS ? SOON_MS : SAVE_MS;
    this.#lastSaved = now;
    if (this.#changed) void this.#context.save();
  }
}

/** Whether a kernel of another name has imported livesky before this page was loaded. */
async function hasSaidHello(kernel: Kernel.IKernelConnection): Promise<boolean> {
  const { content } = await kernel.requestCommInfo({ target_name: HELLO_TARGET });
  return content.status === 'ok' && Object.keys(content.comms).length > 0;
}

/** The server speaks of a kernel's restart and death itself, under a session of its own. */
function isOfKernel({ header, content }: KernelMessage.IIOPubMessage): boolean {
  if (header.msg_type !== 'status') return true;
  const { execution_state: state } = content as KernelMessage.IStatusMsg['content'];
  return state === 'busy' || state === 'idle';
}
