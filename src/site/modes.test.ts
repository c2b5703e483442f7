/** Every kind of page in both languages, light and dark, wide and narrow: fit, direction, accessibility. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, launch, look } from './testing/browser.ts';
import { MORE_PATHS, PATHS, type Served, serveSite } from './testing/serve.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const MODES = (['en', 'ar'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) => [390, 1280].map((width) => ({ language, scheme, width }))),
);

let site: Served;
let browser: Browser;
beforeAll(async () => {
  site = await serveSite();
  if (executablePath) browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe.skipIf(!executablePath)('in every mode', () => {
  it.each(MODES)('$language $scheme $width: fits, faces the right way, and axe finds nothing', async (mode) => {
    const viewport = { width: mode.width, height: 900 };
    await look(browser, { viewport, colorScheme: mode.scheme, bypassCSP: true }, async (page, complaints) => {
      // The other pages in the two modes that differ in everything.
      const differs =
        mode.language === 'en'
          ? mode.scheme === 'light' && mode.width > 1000
          : mode.scheme === 'dark' && mode.width < 1000;
      for (const path of differs ? [...PATHS, ...MORE_PATHS] : PATHS) {
        await page.goto(`${site.origin}/${mode.language}${path}`);
        const seen = await page.evaluate(() => ({
          dir: document.documentElement.dir,
          lang: document.documentElement.lang,
          overflow: document.documentElement.scrollWidth - innerWidth,
          headings: document.querySelectorAll('h1').length,
          paper: getComputedStyle(document.documentElement).backgroundColor,
        }));
        expect(seen).toEqual({
          dir: mode.language === 'ar' ? 'rtl' : 'ltr',
          lang: mode.language,
          overflow: 0,
          headings: 1,
          paper: mode.scheme === 'dark' ? 'rgb(16, 21, 31)' : 'rgb(250, 246, 238)',
        });
        // Folded notes are read too.
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
        });
        await page.addScriptTag({ content: axeSource });
        const violations = await page.evaluate(async () => {
          const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
          const { violations } = await axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
        });
        expect(violations, path).toEqual([]);
      }
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    });
  });
});
