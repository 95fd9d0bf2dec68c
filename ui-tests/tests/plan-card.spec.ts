import { NotebookPage, notebookOf, tableRows } from '../notebook-page.js';
import { takePicture } from '../pictures.js';
import { expect, test } from '../test.js';

const SETUP = `%matplotlib notebook
import { LiveProgress, LiveTable, mv, RunEngine, scan, Status } from 'livesky'
import { det, motor, motor1, motor2 } from 'livesky/sim'
const RE = new RunEngine()
motor.delay = 0.3`;

/** A motor that tells several times a second where it is. */
const STAGE = `const stage = {
  name: 'stage', position: 0,
  set(target: number) {
    const [status, initial] = [new Status('set stage'), this.position]
    let step = 0
    const timer = setInterval(() => {
      step += 1
      this.position = initial + (target - initial) * step / 20
      status.reportProgress({ name: 'stage', initial, current: this.position, target, unit: 'mm', fraction: 1 - step / 20, timeRemaining: (20 - step) * 0.1 })
      if (step < 20) return
      clearInterval(timer)
      status.setFinished()
    }, 100)
    return status
  },
  read() { return { stage: { value: this.position, timestamp: Date.now() / 1000 } } },
  describe: () => ({ stage: { source: 'SIM', dtype: 'number', shape: [], precision: 3 } }),
}
const progress = new LiveProgress()
RE.subscribe(progress)
RE.waitingHook = progress.waitingHook
undefined`;

for (const theme of ['light', 'dark'] as const) {
  test(`a forgotten RE(...) shows what the plan would do (${theme})`, async ({ page, tmpPath }) => {
    const notebook = new NotebookPage(page);
    const cells = [
      SETUP,
      'scan([det], motor, -5, 5, 30)',
      'scan([det], motor1, -1, 1, motor2, 0, 4, 9)',
      'motor.position',
      '',
    ];
    await notebook.open(`${tmpPath}/card.ipynb`, notebookOf(cells));
    if (theme === 'dark') await page.theme.setDarkTheme();
    await notebook.run(0);
    await notebook.run(1);
    const card = notebook.output(1).locator('.jp-Livesky-card');
    await expect(card).toContainText('has not run yet');
    await expect(card.getByRole('row', { name: 'points' })).toContainText('30');
    await expect(card.getByRole('row', { name: 'time' })).toContainText('about 9 s');
    await expect(card.getByRole('img', { name: 'The way over motor: 30 points' })).toBeVisible();
    if (theme === 'light') await takePicture(page, notebook.output(1), 'plan-card');
    await notebook.run(2);
    await expect(notebook.output(2).getByRole('img')).toBeVisible();
    await notebook.run(3);
    await expect(notebook.output(3)).toContainText('0');
    if (theme === 'dark') return;

    // One click takes all of the code; pasted into a cell it runs.
    await card.locator('code').click();
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(
      'await RE(scan([det], motor, -5, 5, 30))',
    );
    await page.keyboard.press('Control+c');
    await notebook.cell(4).locator('.cm-content').click();
    await page.keyboard.press('Control+v');
    await notebook.run(4);
    await expect(notebook.output(4)).toContainText(/\[ '[0-9a-f-]{36}' \]/);
  });

  test(`a plan and the device that moves show how far they are (${theme})`, async ({ page, tmpPath }) => {
    const notebook = new NotebookPage(page);
    const cells = [
      SETUP,
      STAGE,
      'await RE(scan([det], stage, 0, 3, 4), [new LiveTable([det])])',
      'await RE(mv(stage, 0))',
    ];
    await notebook.open(`${tmpPath}/progress.ipynb`, notebookOf(cells));
    if (theme === 'dark') await page.theme.setDarkTheme();
    await notebook.run(0);
    await notebook.run(1);
    await notebook.start(2);
    const figure = notebook.output(2).locator('.jp-Livesky', { has: page.locator('.jp-Livesky-progress') });
    const bar = (name: string) => figure.getByRole('progressbar', { name });
    await expect(bar('stage')).toHaveAttribute('aria-valuetext', /^\d\.\d{3} → \d\.\d{3} mm, [\d.]+ s left$/, {
      timeout: 20_000,
    });
    await expect(bar('points')).toHaveAttribute('aria-valuetext', /^2 of 4, [\d.]+ s left$/, { timeout: 20_000 });
    await expect(bar('points')).toHaveAttribute('aria-valuenow', '50');
    if (theme === 'light') await takePicture(page, notebook.output(2), 'progress');
    await notebook.ended(2);
    await expect(bar('points')).toHaveAttribute('aria-valuetext', /^4 of 4 in [\d.]+ s$/);
    await expect(figure).toContainText('3.000 mm');
    expect(await tableRows(notebook.output(2).locator('.jp-Livesky', { has: page.locator('.jp-Livesky-table') }))).toBe(
      4,
    );

    await notebook.run(3);
    const alone = notebook.figure(3);
    await expect(alone.getByRole('progressbar')).toHaveCount(1);
    await expect(alone.getByRole('progressbar', { name: 'stage' })).toHaveAttribute('aria-valuetext', '0.000 mm');
  });
}
