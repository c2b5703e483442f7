/** Reading in a browser: text and its notes, links between them, theme, language and keyboard. */
import { describe, expect, it } from 'vitest';
import { executablePath, NARROW, WIDE } from './testing/browser.ts';
import { openSite } from './testing/open.ts';

const { site, look } = openSite();

describe.skipIf(!executablePath)('a reader', () => {
  it.each(['en', 'ar'])('%s: without scripts all is readable and the theme follows the system', async (language) => {
    await look({ javaScriptEnabled: false, colorScheme: 'dark', viewport: WIDE }, async (page) => {
      await page.goto(`${site().origin}/${language}/reports/quiet`);
      expect(await page.locator('button:visible').count()).toBe(0);
      // One of nine claims is told again, in a line of its own.
      expect(await page.locator('.note:visible').count()).toBe(8);
      expect(await page.locator('.again:visible').count()).toBe(1);
      expect(await page.locator('main').textContent()).toContain(language === 'en' ? 'Archive photo' : 'صورة أرشيفية');
    });
  });

  it('notes stand level with their words and cover nothing', async () => {
    await look({ viewport: WIDE }, async (page) => {
      await page.goto(`${site().origin}/ar/reports/market`);
      for (const id of ['c1', 'c2', 'c3']) {
        const words = await page.locator(`p:has(#${id})`).boundingBox();
        const note = await page.locator(`#note-${id}`).boundingBox();
        expect(note && words && Math.abs(note.y - words.y)).toBeLessThan(12);
        // Arabic: the margin is on the left of the text.
        expect(note && words && note.x + note.width).toBeLessThanOrEqual(words?.x ?? 0);
      }
    });
  });

  it.each(['en', 'ar'])('%s: text and notes overlap nowhere, each in its own order', async (language) => {
    await look({ viewport: WIDE }, async (page) => {
      for (const report of ['quiet', 'market']) {
        await page.goto(`${site().origin}/${language}/reports/${report}`);
        const boxes = await page.evaluate(() =>
          ['article > .text', 'article > .side'].map((selector) =>
            [...document.querySelectorAll(selector)].map((element) => {
              const { left, right, top, bottom } = element.getBoundingClientRect();
              return { left, right, top, bottom };
            }),
          ),
        );
        const [texts = [], sides = []] = boxes;
        for (const column of boxes)
          for (const [at, box] of column.entries())
            expect(box.top).toBeGreaterThanOrEqual(column[at - 1]?.bottom ?? Number.NEGATIVE_INFINITY);
        expect(sides.length).toBeGreaterThan(2);
        for (const side of sides)
          for (const text of texts) expect(side.left >= text.right || side.right <= text.left).toBe(true);
      }
    });
  });

  it.each([
    ['en', 60, 68, 'quiet'],
    ['ar', 55, 62, 'market'],
  ] as const)('%s: a full line of text has %i–%i characters', async (language, least, most, report) => {
    await look({ viewport: WIDE }, async (page) => {
      await page.goto(`${site().origin}/${language}/reports/${report}`);
      await page.evaluate(() => document.fonts.ready);
      const mean = await page.evaluate(() => {
        const lengths: number[] = [];
        for (const paragraph of document.querySelectorAll('p.body')) {
          for (const element of paragraph.querySelectorAll('.number, .anchor')) element.remove();
          // As many characters as the column is wide, at the width that this text takes on one endless line.
          const text = paragraph.textContent ?? '';
          const style = getComputedStyle(paragraph);
          const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
          canvas.font = `${style.fontSize} ${style.fontFamily}`;
          const width = canvas.measureText(text).width;
          lengths.push((text.length * paragraph.getBoundingClientRect().width) / width);
        }
        return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      });
      expect(mean).toBeGreaterThanOrEqual(least);
      expect(mean).toBeLessThanOrEqual(most);
    });
  });

  it('the theme is remembered, and set before the first paint', async () => {
    await look({ colorScheme: 'light', viewport: WIDE }, async (page) => {
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      await page.goto(`${site().origin}/en`);
      expect(await theme()).toBeUndefined();
      const button = page.getByRole('button', { name: 'Dark mode' });
      await button.click();
      expect(await theme()).toBe('dark');
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      // The script stands in the head without defer: the body is not parsed before it has run.
      await page.goto(`${site().origin}/ar/method`, { waitUntil: 'commit' });
      await page.waitForSelector('body', { state: 'attached' });
      expect(await theme()).toBe('dark');
    });
  });

  it('the language switch leads to the same page', async () => {
    await look({ viewport: WIDE }, async (page) => {
      await page.goto(`${site().origin}/en/records/dd44ee55ff66?version=1`);
      await page.getByRole('link', { name: 'العربية' }).click();
      await page.waitForURL(`${site().origin}/ar/records/dd44ee55ff66?version=1`);
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    });
  });

  it('a value leads to its words, and an English text keeps its direction in the Arabic page', async () => {
    await look({ viewport: NARROW }, async (page) => {
      await page.goto(`${site().origin}/ar/reports/quiet`);
      const body = page.locator('p.body').first();
      expect(await body.getAttribute('dir')).toBe('ltr');
      expect(await body.getAttribute('lang')).toBe('en');
      await page.locator('.number[href="#note-c4"]').click();
      // The browser unfolds the notes that the address points into.
      await page.locator('#note-c4').waitFor({ state: 'visible' });
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('#note-c4') !== null)).toBe(true);
    });
  });

  it('the skip link is the first stop and leads to the text', async () => {
    await look({ viewport: NARROW }, async (page) => {
      await page.goto(`${site().origin}/en/reports/quiet`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });
});
