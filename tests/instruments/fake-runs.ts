import { RunModel } from '../../src/lab/widgets/run-model.js';
import type { RunPublisher } from '../../src/wire/index.js';
import type { FakeComm } from './fake-widgets.js';
import { fakeManager } from './fake-widgets.js';

/** The page's model of a run whose kernel side is `publisher`; without a comm, as in a saved notebook. */
export async function runModelOf(
  publisher: RunPublisher,
  comm: FakeComm | undefined,
  state: object = {},
  snapshot: unknown = publisher.snapshot(),
): Promise<RunModel> {
  const manager = fakeManager();
  const whole = { wire: 1, version: '0.1.0', start: publisher.start, engine: 'running', snapshot, ...state };
  const attributes = await RunModel._deserialize_state(whole as never, manager);
  const id = `livesky-run-${publisher.columns.start.uid}`;
  return new RunModel(attributes, { model_id: id, comm, widget_manager: manager });
}
