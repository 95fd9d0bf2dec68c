import { foldFrames } from './fold-frames.js';
import type { UserPlace, UserSources } from './user-sources.js';

/** How many frames of a stack are shown. */
const MOST_FRAMES = 20;

const FRAME = /^\s+at /;
const INTERNAL =
  /\(?node:|\.next \(<anonymous>\)$|\/tslab\/dist\/|\/typescript-for-tslab\/|^\s+at (?:async )?Promise\.\w+ \(index \d+\)/;
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

/** From where the error was thrown to where the user began it, with few words on livesky in between. */
function framesOf(error: Error, sources: UserSources): Frame[] {
  const own = readableFrames(error, sources);
  const caller = sources.callerOf(error);
  // An engine's loop goes on by itself: the stack of an error in a plan ends there. Without a stack an error
  // only introduces its cause.
  const begun = caller && own.length > 0 ? readableFrames(caller, sources).filter(isUsers) : [];
  const frames = [...own, ...begun];
  return frames.some(isUsers) ? withoutOurs(frames) : frames;
}

function readableFrames({ stack }: Error, sources: UserSources): Frame[] {
  const lines = (typeof stack === 'string' ? stack.split('\n') : []).filter((line) => FRAME.test(line));
  const outside = lines.filter((line) => !INTERNAL.test(line) && !isIn(KERNEL, line));
  return outside.flatMap((line) => readable(line, sources) ?? []);
}

function isUsers({ place }: Frame): boolean {
  return place !== undefined;
}

/** Calls within livesky, one after another, become one line; those that no call of the user's has led to, none. */
function withoutOurs(frames: readonly Frame[]): Frame[] {
  const kept: Frame[] = [];
  let ours = 0;
  for (const frame of frames) {
    // Such as a sort or a map that livesky calls.
    const isNative = ours > 0 && frame.text.endsWith(' (<anonymous>)');
    if (isIn(PACKAGE, frame.text) || isNative) {
      ours += 1;
      continue;
    }
    if (ours > 0) kept.push({ text: `    ... ${ours} ${ours === 1 ? 'call' : 'calls'} within livesky` });
    ours = 0;
    kept.push(frame);
  }
  return kept;
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
