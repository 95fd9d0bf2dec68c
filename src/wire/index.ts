/**
 * What kernel and page say to each other.
 *
 * @module
 */
export type { Bytes, ModelChannel, ModelSource, PutLasting } from './channel.js';
export type { ControlAction, ControlMessage, NoticeMessage, RunControl, TakenMessage } from './control.js';
export { parseControl, parseTaken } from './control.js';
export { FrameError } from './check-frame.js';
export { applyFrame, encodeFrame, wholeOf } from './frame.js';
export type { FrameBody, FrameMessage } from './frame.js';
export { Kicker, realTicker } from './kicker.js';
export type { Kickable, Ticker } from './kicker.js';
export type { FigurePlace } from './live-figure.js';
export { LiveScreen } from './live-screen.js';
export { RunPublisher } from './run-publisher.js';
export type { RunSnapshot } from './run-publisher.js';
export { canRead, parseFrame, RunReceiver } from './run-receiver.js';
export type { ReceivedSnapshot } from './run-receiver.js';
export { parseRunsRequest } from './runs-messages.js';
export type { ListedRun, RememberedCell, RunsNews, RunsRequest } from './runs-messages.js';
export { SAVE_LIMITS } from './save-limits.js';
export type { SaveLimits } from './save-limits.js';
export { openFigure } from './saved-figure.js';
export type { OpenedFigure, SavedFigure } from './saved-figure.js';
export {
  FIGURE_MODEL,
  FIGURE_VIEW,
  HELLO_TARGET,
  PACKAGE_VERSION,
  RUN_MODEL,
  RUNS_TARGET,
  SAVED_FIGURE_MIME,
  WIDGET_MODULE,
  WIRE,
} from './versions.js';
