/** How many frames of a stack are shown. */
const MOST_FRAMES = 20;

const CELL_FILE = /livesky-cell-(\d+)\.ts/;
const FRAME = /^\s+at /;
const INTERNAL = /\(?node:|\/tslab\/dist\/|\/typescript-for-tslab\//;
const OURS = new URL('.', import.meta.url).href;
const OURS_PATH = decodeURIComponent(new URL(OURS).pathname);

/** The name under which a cell's code runs; it is how its frames are known again in a stack. */
export function cellFileName(count: number): string {
  return `livesky-cell-${count}.ts`;
}

/** An error's headline and the frames that mean something to the user. */
export function cleanStack(error: Error): string[] {
  const headline = error.message === '' ? error.name : `${error.name}: ${error.message}`;
  const frames = (typeof error.stack === 'string' ? error.stack.split('\n') : []).filter((line) => FRAME.test(line));
  const shown = frames.filter((line) => !isInternal(line)).map(readable);
  const cut = shown.length - MOST_FRAMES;
  const kept = cut > 0 ? [...shown.slice(0, MOST_FRAMES), `    ... ${cut} more`] : shown;
  return [...headline.split('\n'), ...kept];
}

function isInternal(frame: string): boolean {
  return INTERNAL.test(frame) || frame.includes(OURS) || frame.includes(OURS_PATH);
}

/** Lines and columns of a cell's frames are those of the compiled code and would mislead. */
function readable(frame: string): string {
  const cell = CELL_FILE.exec(frame);
  if (!cell) return frame;
  const caller = /at (?:async )?(?:Proxy\.)?([^\s(]+) \(/.exec(frame)?.[1];
  return caller === undefined || caller === 'eval' ? `    at cell ${cell[1]}` : `    at ${caller} (cell ${cell[1]})`;
}
