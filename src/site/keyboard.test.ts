/** Without a mouse, without colours of our own, without movement: every stop is seen, none is a trap, every mark keeps its meaning. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executablePath, NARROW, WIDE } from './testing/browser.ts';
import { openSite } from './testing/open.ts';
import { MORE_PATHS, PATHS } from './testing/serve.ts';

const { site, look } = openSite();

const KINDS = [...PATHS, ...MORE_PATHS, '/map', '/search'];

type Stop = { readonly what: string; readonly seen: boolean; readonly contrast: number };

/** Focuses all that can be, one after the other, as by keys: whether each lies in sight with a line around it that stands out from the page. */
const stops = (page: Page): Promise<readonly Stop[]> =>
  page.evaluate(() => {
    const light = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      // Relative luminance of WCAG 2.2.
      const part = (value: number) =>
        value / 255 <= 0.04045 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const paper = light(getComputedStyle(document.documentElement).backgroundColor);
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]'),
    ].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && (element as HTMLInputElement).type !== 'hidden',
    );
    return all.map((element) => {
      element.focus();
      const style = getComputedStyle(element);
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const line = light(style.outlineColor);
      return {
        what: element.outerHTML.slice(0, 90),
        seen:
          document.activeElement === element &&
          style.outlineStyle !== 'none' &&
          Number.parseFloat(style.outlineWidth) >= 2 &&
          bottom > 0 &&
          top < innerHeight &&
          right > 0 &&
          left < innerWidth,
        contrast: (Math.max(line, paper) + 0.05) / (Math.min(line, paper) + 0.05),
      };
    });
  });

describe.skipIf(!executablePath)('by keys alone', () => {
  it.each([
    ['en', 'light', WIDE],
    ['ar', 'dark', NARROW],
  ] as const)(
    '%s %s: on every kind of page all that can be reached is seen when it is',
    async (language, colorScheme, viewport) => {
      // Without gliding: what is focused is in sight at once.
      await look({ viewport, colorScheme, reducedMotion: 'reduce' }, async (page) => {
        for (const path of KINDS) {
          await page.goto(`${site().origin}/${language}${path}`);
          // By keys from here on: the browser marks what is focused.
          await page.keyboard.press('Tab');
          const all = await stops(page);
          expect(all.length, path).toBeGreaterThan(path.endsWith('/embed') ? 1 : 12);
          expect(
            all.filter(({ seen, contrast }) => !seen || contrast < 3),
            path,
          ).toEqual([]);
        }
      });
    },
  );

  it.each(['/reports/market', '/map', '/search'])(
    '%s: Tab goes through to the end and is caught nowhere',
    async (path) => {
      await look({ viewport: NARROW }, async (page) => {
        await page.goto(`${site().origin}/ar${path}`);
        if (path === '/map') await page.locator('#stage[data-ready]').waitFor({ timeout: 40_000 });
        const last = await page.evaluate(() => [...document.querySelectorAll('footer a')].at(-1)?.getAttribute('href'));
        const met = new Set<string>();
        for (let step = 0; step < 150; step += 1) {
          await page.keyboard.press('Tab');
          const here = await page.evaluate(
            () => document.activeElement?.getAttribute('href') ?? document.activeElement?.id ?? '',
          );
          met.add(here);
          if (here === last) break;
        }
        expect(met).toContain('#main');
        expect(met).toContain(last);
        if (path === '/map') for (const handle of ['first', 'last', 'type']) expect(met).toContain(handle);
      });
    },
  );

  it('nothing moves by itself, and scrolling does not glide for those who asked for that', async () => {
    await look({ viewport: NARROW, reducedMotion: 'reduce' }, async (page) => {
      for (const path of ['', '/reports/quiet', '/timeline']) {
        await page.goto(`${site().origin}/en${path}`);
        expect(
          await page.evaluate(() => [
            document.getAnimations().length,
            getComputedStyle(document.documentElement).scrollBehavior,
          ]),
        ).toEqual([0, 'auto']);
      }
    });
  });

  it('in colours forced by the reader’s system marks and words of claims are still told apart', async () => {
    await look({ viewport: WIDE, forcedColors: 'active' }, async (page) => {
      await page.goto(`${site().origin}/en/reports/quiet`);
      const told = await page.evaluate(() => {
        const of = (selector: string, property: string) =>
          [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).getPropertyValue(property));
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'CanvasText';
        const ink = getComputedStyle(probe).color;
        return { ink, fills: of('.notation .solid', 'fill'), lines: of('p.body mark', 'text-decoration-line') };
      });
      expect(told.fills.length).toBeGreaterThan(0);
      expect(new Set(told.fills)).toEqual(new Set([told.ink]));
      expect(told.lines.length).toBeGreaterThan(5);
      expect(new Set(told.lines)).toEqual(new Set(['underline']));
    });
  });
});
