import { expect, test } from '../test.js';
import { notebookOf, NotebookPage } from '../notebook-page.js';

const SETUP = `
import { input, RunEngine } from 'livesky'
import { inputPlan } from 'livesky/plan-stubs'
const RE = new RunEngine()
function* asking() {
  const sample = yield* inputPlan('Which sample? ')
  console.log('measuring ' + sample)
}`;

test('a plan and a cell ask in the output, and get what is typed; a password is not shown', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  const secret = "(await input('Token: ', { password: true })).length";
  await notebook.open(`${tmpPath}/questions.ipynb`, notebookOf([SETUP, 'await RE(asking())', secret]));
  await notebook.run(0);
  await notebook.start(1);
  const box = notebook.output(1).locator('.jp-Stdin-input');
  await expect(notebook.output(1).locator('.jp-Stdin-prompt')).toHaveText('Which sample? ');
  await box.fill('Ni <b>foil</b>');
  await box.press('Enter');
  await notebook.ended(1);
  await expect(notebook.output(1)).toContainText('measuring Ni <b>foil</b>');
  await notebook.start(2);
  const hidden = notebook.output(2).locator('.jp-Stdin-input');
  await expect(hidden).toHaveAttribute('type', 'password');
  await hidden.fill('hunter2');
  await hidden.press('Enter');
  await notebook.ended(2);
  await expect(notebook.output(2)).toContainText('7');
  await expect(notebook.output(2)).not.toContainText('hunter2');
});

test('the stop button takes a question back, and the next cell can ask', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(
    `${tmpPath}/stop.ipynb`,
    notebookOf([SETUP, "await input('first? ')", "await input('second? ')"]),
  );
  await notebook.run(0);
  await notebook.start(1);
  await expect(notebook.output(1).locator('.jp-Stdin-input')).toBeVisible();
  await page.menu.clickMenuItem('Kernel>Interrupt Kernel');
  await notebook.ended(1);
  await expect(notebook.output(1)).toContainText('Interrupted.');
  await notebook.start(2);
  const box = notebook.output(2).locator('.jp-Stdin-input');
  await box.fill('yes');
  await box.press('Enter');
  await notebook.ended(2);
  await expect(notebook.output(2)).toContainText("'yes'");
});
