import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { kernelMain } from '../../kernel/index.js';
import type { InstalledPackage } from '../../kernel/index.js';
import { PACKAGE_VERSION } from '../../host/index.js';
import { kernelItem } from './contents.js';
import type { Destination } from './destination.js';
import { dataPath } from './jupyter.js';
import type { Manifest } from './manifest.js';

/** Says which version, or which other kernel of that name, an installation takes the place of. */
export function earlierKernel(where: Destination, own: InstalledPackage, record: Manifest | undefined): string[] {
  const main = mainOf(where.data, own);
  const elsewhere = main !== undefined && main !== kernelMain(own);
  if (record && (record.version !== PACKAGE_VERSION || record.directory !== own.directory)) {
    return [`Replaces ${own.name} ${record.version} of ${record.directory}.`];
  }
  return elsewhere ? [`Replaces the kernel ${own.name} that started ${main}.`] : [];
}

/** Warns of a kernel of the same name that Jupyter finds before the one just installed. */
export function hiddenBehind(where: Destination, own: InstalledPackage): string[] {
  const path = where.jupyter === undefined ? undefined : dataPath(where.jupyter);
  if (!path) return [];
  const data = realpathSync(where.data);
  const ours = path.findIndex((directory) => existsSync(directory) && realpathSync(directory) === data);
  if (ours < 0) return [`${where.jupyter} does not look in ${where.data}: add it to JUPYTER_PATH.`];
  const first = path.slice(0, ours).find((directory) => mainOf(directory, own) !== undefined);
  if (first === undefined) return [];
  const main = mainOf(first, own);
  return main === kernelMain(own)
    ? []
    : [`Jupyter finds another kernel ${own.name} first, in ${first} (it starts ${main}): uninstall that one.`];
}

/** What the installed kernel starts; undefined where there is none. */
function mainOf(data: string, own: InstalledPackage): string | undefined {
  const file = join(data, kernelItem(own).path, 'kernel.json');
  if (!existsSync(file)) return undefined;
  try {
    const { argv } = JSON.parse(readFileSync(file, 'utf8')) as { argv?: unknown[] };
    return String(argv?.[1] ?? argv?.[0] ?? file);
  } catch {
    return `what ${file} does not say, since it is damaged`;
  }
}
