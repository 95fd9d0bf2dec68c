import { dirname, join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator, Page } from '@playwright/test';

const images = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'images');

/** Takes a picture for the documentation, if the variable LIVESKY_PICTURES asks for it. */
export async function takePicture(page: Page, what: Locator, name: string): Promise<void> {
  if (!env.LIVESKY_PICTURES) return;
  await page.setViewportSize({ width: 1200, height: 1600 });
  await what.screenshot({ path: join(images, `${name}.png`) });
}

const gallery = join(dirname(fileURLToPath(import.meta.url)), 'gallery');

/** A dark and a light page, and one with high contrast; the last one stays. */
export const ALL_THEMES: readonly string[] = ['Dark High Contrast', 'Dark', 'Light'];

/** Takes a picture for the gallery, in a light and in a dark page, if the variable LIVESKY_PICTURES asks for it. */
export async function inGallery(
  page: IJupyterLabPageFixture,
  what: Locator,
  name: string,
  themes: readonly string[] = ['Dark', 'Light'],
): Promise<void> {
  if (!env.LIVESKY_PICTURES) return;
  for (const theme of themes) {
    // Galata's own helper does not work in a page that was reloaded.
    await page.menu.clickMenuItem(`Settings>Theme>JupyterLab ${theme}`);
    await page.locator(`body[data-jp-theme-name="JupyterLab ${theme}"]`).waitFor({ state: 'attached' });
    await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
    await what.screenshot({ path: join(gallery, `${name}-${theme.toLowerCase().replaceAll(' ', '-')}.png`) });
  }
}
