import type { UserPlace, UserSources } from './user-sources.js';

/** How many frames of a stack are shown. */
const MOST_FRAMES = 20;

const FRAME = /^\s+at /;
const INTERNAL = /\(?node:|\/tslab\/dist\/|\/typescript-for-tslab\/|^\s+at (?:async )?Promise\.\w+ \(index \d+\)/;
const PLACE = /\(?([^\s()][^()]*):(\d+):(\d+)\)?$/;
const OURS = new URL('.', import.meta.url).href;
const OURS_PATH = decodeURIComponent(new URL(OURS).pathname);

interface Frame {
  text: string;
  place?: UserPlace;
}

/**
 * An error's headline, the frames that mean something to the user in the user's own lines and columns,
 * and the line of code where it happened.
 */
export function cleanStack(error: Error, sources: UserSources): string[] {
  const headline = error.message === '' ? error.name : `${error.name}: ${error.message}`;
  const lines = (typeof error.stack === 'string' ? error.stack.split('\n') : []).filter((line) => FRAME.test(line));
  const frames = lines.filter((line) => !isInternal(line)).flatMap((line) => readable(line, sources) ?? []);
  const shown = frames.slice(0, MOST_FRAMES).map(({ text }) => text);
  if (frames.length > MOST_FRAMES) shown.push(`    ... ${frames.length - MOST_FRAMES} more`);
  const at = frames.find(({ place }) => place?.code !== undefined)?.place;
  return [...headline.split('\n'), ...shown, ...(at ? excerpt(at) : [])];
}

function isInternal(frame: string): boolean {
  return INTERNAL.test(frame) || frame.includes(OURS) || frame.includes(OURS_PATH);
}

/** A frame in the user's terms; undefined when the compiler, not the user, has written that code. */
function readable(line: string, sources: UserSources): Frame | undefined {
  const [, file = '', row = '', column = ''] = PLACE.exec(line) ?? [];
  if (sources.labelOf(file.replace(/^(?:at )?(?:async )?/, '')) === undefined) return { text: line };
  const place = sources.locate(file.replace(/^(?:at )?(?:async )?/, ''), Number(row), Number(column));
  if (!place) return undefined;
  const where = `${place.label}, line ${place.line}:${place.column}`;
  const isAsync = /^\s+at async /.test(line);
  // Functions of earlier cells are called as properties of the object that holds them.
  const caller = /at (?:async )?(?:Proxy\.)?([^(]+) \(/.exec(line)?.[1];
  return { text: `    at ${isAsync ? 'async ' : ''}${caller === undefined ? where : `${caller} (${where})`}`, place };
}

function excerpt({ code = '', column }: UserPlace): string[] {
  return ['', code, `${code.slice(0, column - 1).replace(/[^\t]/g, ' ')}^`];
}
