import { foldFrames } from './fold-frames.js';
import type { UserPlace, UserSources } from './user-sources.js';

/** How many frames of a stack are shown. */
const MOST_FRAMES = 20;

const FRAME = /^\s+at /;
const INTERNAL = /\(?node:|\/tslab\/dist\/|\/typescript-for-tslab\/|^\s+at (?:async )?Promise\.\w+ \(index \d+\)/;
const PLACE = /\(?([^\s()][^()]*):(\d+):(\d+)\)?$/;
const KERNEL = new URL('.', import.meta.url).href;
const PACKAGE = new URL('..', import.meta.url).href;

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
  const frames = foldFrames(
    framesOf(error, sources),
    ({ text }) => text,
    (text): Frame => ({ text }),
  );
  const shown = frames.slice(0, MOST_FRAMES).map(({ text }) => text);
  if (frames.length > MOST_FRAMES) shown.push(`    ... ${frames.length - MOST_FRAMES} more`);
  const at = frames.find(({ place }) => place?.code !== undefined)?.place;
  return [...headline.split('\n'), ...shown, ...(at ? excerpt(at) : [])];
}

/** Where in the user's code an error was thrown or passed through first; undefined if nowhere. */
export function placeOfError(error: Error, sources: UserSources): UserPlace | undefined {
  return framesOf(error, sources).find(({ place }) => place !== undefined)?.place;
}

/** Without the frames of livesky itself, unless there are no others. */
function framesOf(error: Error, sources: UserSources): Frame[] {
  const lines = (typeof error.stack === 'string' ? error.stack.split('\n') : []).filter((line) => FRAME.test(line));
  const outside = lines.filter((line) => !INTERNAL.test(line) && !isIn(KERNEL, line));
  const frames = outside.flatMap((line) => readable(line, sources) ?? []);
  const users = frames.filter(({ text }) => !isIn(PACKAGE, text));
  return users.some(({ place }) => place !== undefined) ? users : frames;
}

function isIn(folder: string, frame: string): boolean {
  return frame.includes(folder) || frame.includes(decodeURIComponent(new URL(folder).pathname));
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
