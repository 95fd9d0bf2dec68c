import { expect, test } from '../test.js';
import type { Locator, WebSocketRoute } from '@playwright/test';
import { NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';
import { inGallery } from '../pictures.js';

const EVENTS = 600;

const SETUP = `import { RunEngine, count, LiveTable, LivePlot, Msg, triggerAndRead } from 'livesky'
const RE = new RunEngine()
const counter = {
  name: 'counter',
  n: 0,
  read() { return { counter: { value: ++this.n * 3, timestamp: Date.now() / 1000 } } },
  describe: () => ({ counter: { source: 'cell', dtype: 'integer', shape: [] } }),
}
function* shot(detectors: any) {
  yield new Msg('checkpoint')
  yield* triggerAndRead(detectors)
  yield new Msg('sleep', null, [0.005])
}`;

const RUN = `await RE(count([counter as any], ${EVENTS}, 0, { perShot: shot as any }), [new LiveTable(['counter']), new LivePlot('counter')])
counter.n + ' events'`;

type Message = string | Buffer;
type Tear = (message: Message, send: (message: Message) => void) => void;

/** What may happen to frames on their way; each gets a message and where to send it. */
const TEARS: Readonly<Record<string, () => Tear>> = {
  'loses every third frame': () => {
    let count = 0;
    return (message, send) => void ((count += 1) % 3 === 0 || send(message));
  },
  'brings every frame twice': () => (message, send) => {
    send(message);
    send(message);
  },
  'brings frames in pairs the other way round': () => {
    let held: Message | undefined;
    return (message, send) => {
      if (held === undefined) held = message;
      else {
        send(message);
        send(held);
        held = undefined;
      }
    };
  },
};

for (const [what, tear] of Object.entries(TEARS)) {
  test(`a wire that ${what} leaves the figures right`, async ({ page, tmpPath }) => {
    let torn = 0;
    const pass = tear();
    await page.routeWebSocket(/\/api\/kernels\/.*\/channels/, (route) => {
      const server = route.connectToServer();
      server.onMessage((message) => {
        if (!isFrame(message)) return route.send(message);
        torn += 1;
        pass(message, (each) => route.send(each));
      });
    });
    await runAndCompare(new NotebookPage(page), `${tmpPath}/torn.ipynb`);
    expect(torn).toBeGreaterThan(10);
  });
}

test('a page that never says what it has taken gets everything, and holds nobody up', async ({ page, tmpPath }) => {
  let unsaid = 0;
  await page.routeWebSocket(/\/api\/kernels\/.*\/channels/, (route: WebSocketRoute) => {
    const server = route.connectToServer();
    route.onMessage((message) => {
      if (holds(message, '"kind":"taken"')) unsaid += 1;
      else server.send(message);
    });
  });
  await runAndCompare(new NotebookPage(page), `${tmpPath}/silent.ipynb`);
  expect(unsaid).toBeGreaterThan(0);
});

test('a page that vanishes in the middle of a run harms neither the run nor the other page', async ({
  page,
  context,
  baseURL,
  tmpPath,
}) => {
  const path = `${tmpPath}/vanishing.ipynb`;
  const notebook = new NotebookPage(page);
  await notebook.open(path, notebookOf([SETUP, RUN]));
  const other = await context.newPage();
  await other.goto(`${baseURL}/doc/tree/${path}`);
  await other.locator('.jp-Notebook').waitFor();
  await notebook.run(0);
  await notebook.start(1);
  await expect.poll(() => tableRows(notebook.figure(1, 0))).toBeGreaterThan(50);
  await other.close({ runBeforeUnload: false });
  await compare(notebook);
});

test('two pages that take different frames, one of them late and with losses, both end with everything', async ({
  page,
  context,
  baseURL,
  tmpPath,
}) => {
  const path = `${tmpPath}/different.ipynb`;
  const notebook = new NotebookPage(page);
  await notebook.open(path, notebookOf([SETUP, RUN]));
  const other = await context.newPage();
  const lose = TEARS['loses every third frame']?.() as Tear;
  let taken = 0;
  await other.routeWebSocket(/\/api\/kernels\/.*\/channels/, (route) => {
    const server = route.connectToServer();
    route.onMessage((message) => {
      if (holds(message, '"kind":"taken"')) taken += 1;
      server.send(message);
    });
    server.onMessage((message) => {
      const late = (each: Message): void => void setTimeout(() => route.send(each), 250);
      if (isFrame(message)) lose(message, late);
      else late(message);
    });
  });
  await other.goto(`${baseURL}/doc/tree/${path}`);
  await other.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor();
  await notebook.run(0);
  await notebook.start(1);
  await expect.poll(() => tableRows(notebook.figure(1, 0))).toBeGreaterThan(10);
  const there = other.locator('.jp-Livesky').filter({ visible: true });
  await expect(async () => {
    await other.reload();
    await expect(there).toHaveCount(2, { timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  await compare(notebook);
  await expect.poll(() => tableRows(there.first()), { timeout: 20_000 }).toBe(EVENTS);
  await expect.poll(() => plottedPoints(there.last())).toBe(EVENTS);
  await expect(there.locator('.jp-Livesky-notice')).toHaveCount(0);
  expect(taken).toBeGreaterThan(2);
});

test('a page to which nothing gets through says in one line that points are missing, and has them once it can', async ({
  page,
  tmpPath,
}) => {
  let frames = 0;
  let open = true;
  let asked = 0;
  await page.routeWebSocket(/\/api\/kernels\/.*\/channels/, (route) => {
    const server = route.connectToServer();
    route.onMessage((message) => {
      if (!holds(message, '"method":"request_state"')) return server.send(message);
      asked += 1;
      if (open) server.send(message);
    });
    server.onMessage((message) => {
      // Whatever else is lost, one frame in the middle is.
      if (isFrame(message) && (frames += 1) === 5) open = false;
      else route.send(message);
    });
  });
  const notebook = new NotebookPage(page);
  await page.reload();
  await notebook.open(`${tmpPath}/missing.ipynb`, notebookOf([SETUP, RUN]));
  await notebook.run(0);
  await notebook.start(1);
  await notebook.ended(1, 60_000);
  await expect(notebook.output(1)).toContainText(`${EVENTS} events`);
  const figures = [notebook.figure(1, 0), notebook.figure(1, 1)];
  for (const figure of figures) {
    await expect(figure.locator('.jp-Livesky-notice')).toHaveText(/^Points are missing here/);
  }
  expect(await tableRows(notebook.figure(1, 0))).toBeLessThan(EVENTS);
  await inGallery(page, notebook.cell(1), 'points-missing');
  open = true;
  await expect(figures[0]?.locator('.jp-Livesky-notice') as Locator).toHaveCount(0, { timeout: 60_000 });
  await compare(notebook);
  expect(asked).toBeGreaterThan(1);
});

async function runAndCompare(notebook: NotebookPage, path: string): Promise<void> {
  // Sockets are routed from the next load of the page on.
  await notebook.page.reload();
  await notebook.open(path, notebookOf([SETUP, RUN]));
  await notebook.run(0);
  await notebook.start(1);
  await compare(notebook);
}

/** Waits for the end of the run and looks at all of its points, and at the last row. */
async function compare(notebook: NotebookPage): Promise<void> {
  await notebook.ended(1, 60_000);
  await expect(notebook.output(1)).toContainText(`${EVENTS} events`);
  const [table, plot] = [notebook.figure(1, 0), notebook.figure(1, 1)];
  await expect.poll(() => tableRows(table)).toBe(EVENTS);
  await expect.poll(() => plottedPoints(plot)).toBe(EVENTS);
  const cells = table.locator(`[aria-rowindex="${EVENTS + 1}"] [role=cell]`);
  await expect(cells.first()).toHaveText(String(EVENTS));
  await expect(cells.last()).toHaveText(String(3 * EVENTS));
}

function isFrame(message: Message): boolean {
  return holds(message, '"kind": "frame"', '"kind":"frame"');
}

function holds(message: Message, ...words: readonly string[]): boolean {
  const text = typeof message === 'string' ? message : message.toString('latin1');
  return words.some((each) => text.includes(each));
}
