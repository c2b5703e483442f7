/** Every kind of page in both languages: fits at every width and size of text, faces the right way, and axe finds nothing, light and dark. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { COLOURS, violationsOf } from './testing/axe.ts';
import { executablePath, NARROW, WIDE } from './testing/browser.ts';
import { openSite } from './testing/open.ts';
import { MORE_PATHS, PATHS } from './testing/serve.ts';

const { site, look } = openSite();

const KINDS = [...PATHS, ...MORE_PATHS, '/map', '/search', '/search?q=zzzz&from=soon'];
/** CSS pixels: a phone, a tablet, a desk, and 1280 at 400 %, which WCAG 2.2 (1.4.10, reflow) asks for. */
const WIDTHS = [320, 390, 820, 1280];

/** Elements that reach out of the page to either side, as the address of each: an overflow without the culprit helps nobody. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (right > clientWidth + 1 || left < -1);
      })
      .map((element) => `${element.tagName}.${element.className}`)
      .slice(-3);
  });

describe.skipIf(!executablePath).each([
  ['en', WIDE],
  ['ar', NARROW],
] as const)('%s: in every mode', (language, viewport) => {
  it.each(KINDS)('%s fits, faces the right way, and axe finds nothing in light or dark', async (path) => {
    await look({ viewport, colorScheme: 'light', bypassCSP: true }, async (page, complaints) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      await page.goto(`${site().origin}/${language}${path}`);
      const seen = await page.evaluate(() => ({
        dir: document.documentElement.dir,
        lang: document.documentElement.lang,
        headings: document.querySelectorAll('h1').length,
        mains: document.querySelectorAll('main').length,
      }));
      expect(seen).toEqual({ dir: language === 'ar' ? 'rtl' : 'ltr', lang: language, headings: 1, mains: 1 });
      expect(await violationsOf(page)).toEqual([]);
      expect(await paper()).toBe('rgb(250, 246, 238)');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await paper()).toBe('rgb(16, 21, 31)');
      expect(await violationsOf(page, COLOURS)).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await tooWide(page), `at ${width}`).toEqual([]);
      }
      // Letters twice as large (WCAG 2.2, 1.4.4), as a reader's own setting makes them.
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      expect(await tooWide(page), 'at 200 % text').toEqual([]);
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    });
  });
});
