import { dirname, join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';

const images = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'images');

/** Takes a picture for the documentation, if the variable LIVESKY_PICTURES asks for it. */
export async function takePicture(page: Page, what: Locator, name: string): Promise<void> {
  if (!env.LIVESKY_PICTURES) return;
  await page.setViewportSize({ width: 1200, height: 1600 });
  await what.screenshot({ path: join(images, `${name}.png`) });
}

const gallery = join(dirname(fileURLToPath(import.meta.url)), 'gallery');

/** Takes a picture for the gallery, in a light and in a dark page, if the variable LIVESKY_PICTURES asks for it. */
export async function inGallery(page: Page, what: Locator, name: string): Promise<void> {
  if (!env.LIVESKY_PICTURES) return;
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme);
    await what.screenshot({ path: join(gallery, `${name}-${theme}.png`) });
  }
  await chooseTheme(page, 'light');
}

/** Chooses a theme as a user does, in the menu. */
export async function chooseTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.getByRole('menuitem', { name: 'Settings', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Theme', exact: true }).hover();
  await page
    .getByRole('menuitem', { name: theme === 'light' ? 'JupyterLab Light' : 'JupyterLab Dark', exact: true })
    .click();
  await page.locator(`body[data-jp-theme-light="${String(theme === 'light')}"]`).waitFor();
}
