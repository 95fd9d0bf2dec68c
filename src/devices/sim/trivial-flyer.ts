import type { AssetDocument } from '../flyer-protocols.js';
import type { DataKeys, Readings } from '../protocols.js';
import type { PartialEvent } from '../flyer-protocols.js';
import { Status } from '../status.js';

/** A flyer that does nothing, and gives 100 events without data. */
export class TrivialFlyer {
  readonly name: string = 'trivial_flyer';
  readonly parent = null;

  kickoff(): Status {
    return Status.finished(`kickoff ${this.name}`);
  }

  complete(): Status {
    return Status.finished(`complete ${this.name}`);
  }

  describeCollect(): Record<string, DataKeys> {
    return { stream_name: {} };
  }

  *collect(): Generator<PartialEvent, void, void> {
    for (let i = 0; i < 100; i++) yield { data: {}, timestamps: {}, time: i };
  }

  readConfiguration(): Readings {
    return {};
  }

  describeConfiguration(): DataKeys {
    return {};
  }

  stop(): void {}
}

/** The same with assets, of which it has none. */
export class NewTrivialFlyer extends TrivialFlyer {
  override readonly name: string = 'new_trivial_flyer';

  collectAssetDocs(): AssetDocument[] {
    return [];
  }
}
