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

/** The themes of JupyterLab, and what their pictures are called. */
const THEMES: readonly (readonly [theme: string, name: string])[] = [
  ['JupyterLab Dark High Contrast', 'contrast'],
  ['JupyterLab Dark', 'dark'],
  ['JupyterLab Light', 'light'],
];

/**
 * Takes a picture for the gallery in a light and in a dark page, and with high contrast if `inContrast` says so, if the
 * variable LIVESKY_PICTURES asks for it.
 */
export async function inGallery(
  page: IJupyterLabPageFixture,
  what: Locator,
  name: string,
  { inContrast = false }: { inContrast?: boolean } = {},
): Promise<void> {
  if (!env.LIVESKY_PICTURES) return;
  for (const [theme, ending] of THEMES.slice(inContrast ? 0 : 1)) {
    // Galata's own helper does not work in a page that was reloaded.
    await page.menu.clickMenuItem(`Settings>Theme>${theme}`);
    await page.locator(`body[data-jp-theme-name="${theme}"]`).waitFor({ state: 'attached' });
    await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
    await what.screenshot({ path: join(gallery, `${name}-${ending}.png`) });
  }
}
