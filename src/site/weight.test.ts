/** What a page weighs: a report as long as they get, the whole code book, and every other kind of page. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReaderData } from '../load/index.ts';
import { executablePath, launch, look, WIDE } from './testing/browser.ts';
import { MORE_PATHS, PATHS, type Served, serveSite } from './testing/serve.ts';

const KB = 1024;
/** Without fonts and pictures. A map that is drawn in the page is a picture, and has its own limit. */
const PAGE = 60 * KB;
const PICTURES = 25 * KB;
const SCRIPT = 2 * KB;
const FONTS = 130_000;
/** An Arabic page that shows English reports, or names one as related, needs the fonts of both. */
const MIXED_FONTS = 160_000;

const paths = [...PATHS, ...MORE_PATHS, '/reports/long', '/codebook/violence'].filter((one) => one !== '/no-such-page');
const drawn = (html: string): number =>
  [...html.matchAll(/<svg[\s\S]*?<\/svg>/g)].reduce((sum, [svg]) => sum + svg.length, 0);

let site: Served;
let browser: Browser;
beforeAll(async () => {
  const { ontology } = await loadReaderData();
  site = await serveSite({ codebook: () => ontology });
  if (executablePath) browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe.skipIf(!executablePath)('weight', () => {
  it.each(['en', 'ar'])('%s: a page is at most 60 KB, its fonts 130, its script 2', async (language) => {
    for (const path of paths) {
      await look(browser, { viewport: WIDE }, async (page, complaints) => {
        const sizes = { page: 0, pictures: 0, font: 0, script: 0 };
        const weighed: Promise<void>[] = [];
        page.on('response', (response) => {
          const weigh = async (): Promise<void> => {
            const kind = response.request().resourceType();
            const body = await response.body().catch(() => Buffer.alloc(0));
            if (kind === 'font') sizes.font += body.length;
            else if (kind !== 'image') sizes.page += body.length;
            if (kind === 'script') sizes.script += body.length;
            if (kind === 'document') sizes.pictures += drawn(body.toString('utf8'));
          };
          weighed.push(weigh());
        });
        await page.goto(`${site.origin}/${language}${path}`, { waitUntil: 'networkidle' });
        await Promise.all(weighed);
        expect(sizes.page - sizes.pictures, path).toBeLessThanOrEqual(PAGE);
        expect(sizes.pictures, path).toBeLessThanOrEqual(PICTURES);
        const mixed = language === 'ar' && (path === '' || path.startsWith('/reports/'));
        expect(sizes.font, path).toBeLessThanOrEqual(mixed ? MIXED_FONTS : FONTS);
        expect(sizes.script, path).toBeLessThanOrEqual(SCRIPT);
        expect(sizes.script > 0, path).toBe(!path.endsWith('/embed'));
        expect(complaints).toEqual([]);
      });
    }
  });
});
