import { createRequire } from 'node:module';

/** Takes what tslab displays, for the cell that it belongs to. */
type WriteDisplay = (content: object, update?: boolean) => void;

/** tslab's `jupyter.js`, as far as we use it. */
export interface StockJupyter {
  /** Shows something in the latest cell; null before the first. */
  lastWriteDisplayData: WriteDisplay | null;
  readonly ZmqServer: { readonly prototype: StockServer };
}

/** tslab's server. */
export interface StockServer {
  readonly handler: StockHandler;
  /** Bound, and not read from. */
  readonly stdin: StockRouter;
  handleShellMessage(socket: StockSocket, ...frames: Uint8Array[]): Promise<void>;
}

/** What answers requests in tslab. */
export interface StockHandler {
  readonly executor: StockExecutor;
  execCount: number;
  createWriteToIopub(name: 'stdout' | 'stderr', write: unknown): typeof process.stdout.write;
}

/** What runs cells in tslab. */
export interface StockExecutor {
  /** The values that cells have declared. */
  readonly locals: Record<string, unknown>;
  execute(source: string): Promise<boolean>;
  interrupt(): void;
}

/** A socket of zeromq's. */
export interface StockSocket {
  send(frames: Uint8Array[]): Promise<void>;
}

/** A socket of zeromq's on which messages come, too. */
export interface StockRouter extends StockSocket, AsyncIterable<Uint8Array[]> {}

/** A running kernel of tslab's. */
export interface StockTslab {
  readonly jupyter: StockJupyter;
  /** The file of `jupyter`, from where its dependencies are found. */
  readonly path: string;
  /** The file with ports and key that Jupyter has written. */
  readonly connectionFile: string;
}

const JUPYTER_FILE = /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/;
const CONNECTION_OPTION = '--config-path';

/** Finds the kernel that runs in this process; of two loaded copies of tslab, the one with a cell. */
export function findStockTslab(): StockTslab | undefined {
  const { cache } = createRequire(import.meta.url);
  const connectionFile = optionValue(process.argv, CONNECTION_OPTION);
  if (connectionFile === undefined) return undefined;
  for (const [path, loaded] of Object.entries(cache)) {
    if (!JUPYTER_FILE.test(path)) continue;
    const jupyter = loaded?.exports as StockJupyter | undefined;
    if (typeof jupyter?.lastWriteDisplayData === 'function') return { jupyter, path, connectionFile };
  }
  return undefined;
}

function optionValue(args: readonly string[], option: string): string | undefined {
  const at = args.findIndex((each) => each === option || each.startsWith(`${option}=`));
  const found = args[at];
  return found === option ? args[at + 1] : found?.slice(option.length + 1);
}
