import { withFunctions } from './compiler-copy.js';

/** A message with the reasons beneath it. */
interface MessageChain {
  messageText: string;
  next?: readonly MessageChain[];
}

/** What the compiler found wrong, as it says it itself. */
interface RawDiagnostic {
  file?: { fileName: string };
  messageText: string | MessageChain;
}

/** The function of the compiler that tslab asks what is wrong. */
export interface CheckingFunctions {
  getPreEmitDiagnosticsOfFiles(program: unknown, files: unknown): readonly RawDiagnostic[];
}

/** How tslab calls the file of a cell. */
const CELL_FILE = /__tslab__\.tsx?$/;

/**
 * The compiler as it is, but with one text for what is wrong in the user's files: tslab takes the reasons
 * beneath a message for those of the cell.
 */
export function withFlatMessages<T extends CheckingFunctions>(compiler: T): T {
  const replaced: CheckingFunctions = {
    getPreEmitDiagnosticsOfFiles: (program, files) =>
      compiler.getPreEmitDiagnosticsOfFiles(program, files).map((found) => {
        if (!found.file || CELL_FILE.test(found.file.fileName)) return found;
        return { ...found, messageText: flat(found.messageText) };
      }),
  };
  return withFunctions<CheckingFunctions>(compiler, replaced) as T;
}

/** The message and its deepest reason. */
function flat(message: string | MessageChain): string {
  if (typeof message === 'string') return message;
  let deepest = message;
  while (deepest.next?.[0]) deepest = deepest.next[0];
  return deepest === message ? message.messageText : `${message.messageText}\n  ${deepest.messageText}`;
}
