import { isNDArray, ndArray } from '../../documents/index.js';
import type { NDArray, NestedList } from '../../documents/index.js';
import type { FileSystem } from '../../host/index.js';
import { fileSystem, now, uuid } from '../../host/index.js';
import type { AssetDocument } from '../flyer-protocols.js';
import type { DataKeys, Readings } from '../protocols.js';
import { Status } from '../status.js';
import { npyOf } from './npy.js';
import type { SynSignalOptions } from './syn-signal.js';
import { SynSignal } from './syn-signal.js';

/** What such a detector measures: an array, or numbers in lists. */
export type Picture = NDArray | NestedList;

/** The settings of a simulated detector that writes files. */
export interface SynSignalWithRegistryOptions extends SynSignalOptions<Picture | string> {
  /** The folder for its files; default: a new temporary one. */
  savePath?: string;
  /** Writes a picture; default: as numpy's `.npy`. */
  saveFunc?: (path: string, picture: NDArray) => unknown;
  /** The resources' `spec`, which says how to read them; default `NPY_SEQ`. */
  saveSpec?: string;
  /** How the names of its files end, without a dot; default `npy`. */
  saveExt?: string;
}

/** The files between a stage and an unstage. */
interface Sequence {
  readonly uid: string;
  readonly stem: string;
  count: number;
}

/**
 * A simulated detector that writes each picture to a file, and reads where it lies instead.
 *
 * It must be staged before it is triggered: all files of a stage are one resource, `<folder>/<stem>_<n>.npy`.
 *
 * @example
 * ```ts
 * await RE(count([img], 3), (name, doc) => name === 'resource' && console.log(doc.root, doc.resource_path))
 * ```
 */
export class SynSignalWithRegistry extends SynSignal<Picture | string> {
  readonly #options: SynSignalWithRegistryOptions;
  #folder: Promise<string> | undefined;
  #sequence: Sequence | undefined;
  #pending: AssetDocument[] = [];
  #readings: Readings<string> = {};

  constructor(options: SynSignalWithRegistryOptions) {
    super(options);
    this.#options = options;
  }

  /** Begins a new sequence of files. */
  async stage(): Promise<unknown> {
    const { pathSemantics } = this.#files();
    const root = await this.#makeFolder();
    const sequence: Sequence = { uid: uuid(), stem: uuid().slice(0, 6), count: 0 };
    const resource = {
      spec: this.#options.saveSpec ?? 'NPY_SEQ',
      root,
      resource_path: sequence.stem,
      resource_kwargs: {},
      path_semantics: pathSemantics,
      uid: sequence.uid,
    };
    this.#sequence = sequence;
    this.#pending.push(['resource', resource]);
    return [this];
  }

  unstage(): unknown {
    this.#sequence = undefined;
    this.#pending = [];
    this.#readings = {};
    return [this];
  }

  /** Takes a picture and writes it; the status ends when the file is there. */
  override trigger(): Status {
    const sequence = this.#sequence;
    if (!sequence) throw new Error(`${this.name} must be staged before it is triggered: it knows no file to write to.`);
    const taken = super.trigger().wait();
    return Status.from(
      taken.then(() => this.#save(sequence)),
      `trigger ${this.name}`,
    );
  }

  /** Where the last picture lies. */
  override read(): Readings<string> {
    return this.#readings;
  }

  override describe(): DataKeys {
    const { [this.name]: key } = super.describe() as DataKeys;
    return { [this.name]: { ...(key as DataKeys[string]), external: 'FILESTORE' } };
  }

  /** The documents about what was written since it was last asked. */
  collectAssetDocs(): AssetDocument[] {
    const documents = this.#pending;
    this.#pending = [];
    return documents;
  }

  async #save(sequence: Sequence): Promise<void> {
    const { saveExt = 'npy', saveFunc } = this.#options;
    const index = sequence.count++;
    const path = this.#files().join(await this.#makeFolder(), `${sequence.stem}_${index}.${saveExt}`);
    const picture = isNDArray(this.value) ? this.value : ndArray(this.value as NestedList);
    await (saveFunc ? saveFunc(path, picture) : this.#files().writeFile(path, npyOf(picture)));
    const datum_id = `${sequence.uid}/${index}`;
    this.#pending.push(['datum', { resource: sequence.uid, datum_kwargs: { index }, datum_id }]);
    this.#readings = { [this.name]: { value: datum_id, timestamp: now() } };
  }

  #makeFolder(): Promise<string> {
    const { savePath } = this.#options;
    this.#folder ??= savePath
      ? this.#files()
          .makeFolder(savePath)
          .then(() => savePath)
      : this.#files().temporaryFolder('livesky-');
    return this.#folder;
  }

  #files(): FileSystem {
    const files = fileSystem();
    if (files) return files;
    throw new Error(`${this.name} cannot write its pictures: there is no file system here.`);
  }
}
