/** The movable map in a browser: over the drawn one, by pointer and by keys, kept in the address, and not needed. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOf } from './testing/axe.ts';
import { executablePath, NARROW, WIDE } from './testing/browser.ts';
import { openSite } from './testing/open.ts';
import { shiftOf, watchShift } from './testing/shift.ts';

const { site, look } = openSite();

const ready = (page: Page) => page.locator('#stage[data-ready=true]').waitFor({ timeout: 40_000 });
const counts = (page: Page) => page.locator('#list li:visible .number').allTextContents();

describe.skipIf(!executablePath)('the map', () => {
  it('weighs at most 550 KB as it is sent, shifts nothing, keeps the policy, and opens a place', async () => {
    await look({ viewport: WIDE, bypassCSP: false }, async (page, complaints) => {
      let bytes = 0;
      const weighed: Promise<void>[] = [];
      page.on('response', (response) => {
        const weigh = async (): Promise<void> => {
          const body = await response.body().catch(() => Buffer.alloc(0));
          if (response.request().resourceType() !== 'font') bytes += gzipSync(body).length;
        };
        weighed.push(weigh());
      });
      await watchShift(page);
      await page.goto(`${site().origin}/en/map`, { waitUntil: 'networkidle' });
      await ready(page);
      await Promise.all(weighed);
      expect(bytes).toBeGreaterThan(300 * 1024);
      expect(bytes).toBeLessThanOrEqual(550 * 1024);
      expect(await shiftOf(page)).toBeLessThan(0.005);
      expect(complaints).toEqual([]);
    });
  });

  it('is narrowed by keys to a period, which the list tells and the address keeps', async () => {
    await look({ viewport: NARROW, colorScheme: 'dark', bypassCSP: true }, async (page) => {
      await page.goto(`${site().origin}/ar/map?type=violence`);
      await ready(page);
      expect(await violationsOf(page)).toEqual([]);
      const whole = await counts(page);
      await page.locator('#first').focus();
      // To the end and a step back: only what may have happened in the last days is left.
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await page.waitForFunction(
        (before) => [...document.querySelectorAll('#list .number')].map((one) => one.textContent).join() !== before,
        whole.join(),
      );
      const left = await counts(page);
      expect(left.length).toBeLessThan(whole.length);
      const url = new URL(page.url());
      expect(url.searchParams.get('type')).toBe('violence');
      expect(url.searchParams.get('from')).toMatch(/^2024-12-/);
      expect(await page.locator('#from').inputValue()).toBe(url.searchParams.get('from'));
      await page.reload();
      await ready(page);
      expect(await page.locator('#first').getAttribute('aria-valuetext')).toBe(url.searchParams.get('from'));
    });
  });

  it('is not needed: without scripts the drawn map, the list and the form are there, and no dead button', async () => {
    await look({ viewport: NARROW, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site().origin}/ar/map`);
      expect(await page.locator('.drawn svg').isVisible()).toBe(true);
      expect(await page.locator('#list li').count()).toBe(3);
      expect(await page.locator('button:visible').count()).toBe(1);
      await page.locator('#type').selectOption('violence.shelling');
      await page.locator('form button').click();
      await page.waitForURL(/\/ar\/map\?type=violence\.shelling/);
    });
  });
});

describe.skipIf(!executablePath)('pages over many records', () => {
  it.each(['en', 'ar'])('%s: from an actor to a place to a posture to a record, by links alone', async (language) => {
    await look({ viewport: WIDE, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site().origin}/${language}`);
      await page.locator('nav a[href$="/actors"]').click();
      await page.locator('main li a').first().click();
      await page.waitForURL(/\/actors\/guards$/);
      await page.locator('#where + ul a').first().click();
      await page.waitForURL(/\/places\/place:qasr-al-nahr$/);
      await page.locator('a[href*="/posture/"]').first().click();
      await page.waitForURL(/\/posture\/guards@place:qasr-al-nahr$/);
      // Presence and visibility are two drawings, one over the other, of three marks each; one row a mark stands behind.
      for (const at of [0, 1]) {
        const lanes = page.locator('.panel svg[role=img]').nth(at);
        expect(await lanes.locator('path.line').count()).toBe(1);
        expect(await lanes.locator('rect').count()).toBe(3);
        expect(await lanes.evaluate((svg) => getComputedStyle(svg).direction)).toBe('ltr');
      }
      expect(await page.locator('tbody tr').count()).toBe(await page.locator('.told > li').count());
      // Seen less is told apart from gone, in words.
      expect(await page.locator('.told > li').allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining(language === 'en' ? 'seen less' : 'ظهور أقل')]),
      );
      await page.locator('.told a[href*="/records/"]').first().click();
      await page.waitForURL(/\/records\/\w+$/);
    });
  });

  it('coordinates and numbers are alike in both languages and run left to right', async () => {
    const read = async (page: Page, language: string) => {
      await page.goto(`${site().origin}/${language}/places/place:qasr-al-nahr`);
      return {
        point: await page.locator('.point bdi').textContent(),
        cells: await page.locator('td bdi').allTextContents(),
        bars: await page.locator('svg path.sure').evaluateAll((all) => all.map((one) => one.getAttribute('d'))),
      };
    };
    await look({ viewport: WIDE, javaScriptEnabled: false }, async (page) => {
      const english = await read(page, 'en');
      expect(english.point).toBe('34.250, 40.500');
      expect(english.cells.length).toBeGreaterThan(5);
      expect(await read(page, 'ar')).toEqual(english);
    });
  });

  it('a search is an address: typed, sent by Enter, found, and said where nothing is', async () => {
    await look({ viewport: NARROW }, async (page) => {
      await page.goto(`${site().origin}/ar/search`);
      await page.locator('#q').fill('نهر');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\?q=/);
      expect(await page.locator('#q').inputValue()).toBe('نهر');
      expect(await page.locator('a[href^="/ar/actors/"]').count()).toBe(1);
      await page.goto(`${site().origin}/en/search?q=%3Cb%3Enobody&from=soon`);
      expect(await page.locator('[role=status]').textContent()).toContain('<b>nobody');
      expect(await page.locator('[role=alert]').textContent()).toContain('soon');
    });
  });

  it('the timeline draws a span for what is known roughly, and a table behind every chart', async () => {
    await look({ viewport: WIDE, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site().origin}/ar/timeline`);
      await page.locator('summary').click();
      expect(await page.locator('table tbody tr').count()).toBeGreaterThan(3);
      expect(await page.locator('.multiples svg[role=img]').count()).toBe(4);
      const widths = await page
        .locator('ol svg rect')
        .evaluateAll((all) => all.map((one) => Number(one.getAttribute('width'))));
      expect(widths.length).toBeGreaterThan(0);
      await page.goto(`${site().origin}/en/timeline?type=violence.nothing`);
      expect(await page.locator('main').textContent()).toContain('No record answers this');
    });
  });
});
