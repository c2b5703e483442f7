/** The built site in a real browser: both languages, light and dark, wide and narrow, with and without scripts. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../tools/chromium.ts';
import { type Served, serveSite } from './testing/serve.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/site/handler.js', import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const executablePath = findChromium();
if (!executablePath && process.env.CI) throw new Error('No Chromium was found: set CHROMIUM_PATH.');
if (!executablePath) console.warn('The site’s browser tests are skipped: no Chromium was found. Set CHROMIUM_PATH.');

const PATHS = ['', '/reports/quiet', '/reports/market', '/records/dd44ee55ff66', '/method', '/no-such-page'];
const MODES = (['en', 'ar'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) => [390, 1280].map((width) => ({ language, scheme, width }))),
);

let site: Served;
beforeAll(async () => {
  if (!existsSync(BUILT)) execFileSync('npx', ['vite', 'build'], { cwd: ROOT, stdio: 'pipe' });
  site = await serveSite();
});
afterAll(() => site?.close());

describe('answers', () => {
  const get = async (path: string): Promise<{ status: number; headers: Headers; text: string }> => {
    const response = await fetch(site.origin + path, { redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it.each([
    ['/', 200],
    ['/en', 200],
    ['/ar', 200],
    ['/en/records/dd44ee55ff66?version=1', 200],
    ['/en/records/dd44ee55ff66?version=3', 404],
    ['/en/records/dd44ee55ff66?version=first', 404],
    ['/en?page=2', 200],
    ['/en?page=3', 404],
    ['/en?page=0', 404],
    ['/en/reports/none', 404],
    ['/fr', 404],
    ['/robots.txt', 200],
    ['/favicon.svg', 200],
  ])('%s with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it('with a strict policy, and no inline style or script that runs', async () => {
    for (const path of PATHS) {
      const { headers, text } = await get(`/en${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
      const scripts = [...text.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes ?? '');
      expect(scripts.filter((attributes) => !attributes.includes('application/ld+json'))).toHaveLength(1);
    }
  });

  it('with 500 in the reader’s language, and no detail of the fault', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { status, text } = await get('/ar/reports/broken');
    expect(status).toBe(500);
    expect(text).toContain('الخطأ من عندنا');
    expect(text).not.toContain('secret');
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
  });

  it('with 503 and a reason where no observatory is open', async () => {
    site.openSlot(false);
    try {
      const { status, text } = await get('/en');
      expect(status).toBe(503);
      expect(text).toMatch(/not open[\s\S]*المرصد غير مفتوح/);
    } finally {
      site.openSlot(true);
    }
  });

  it('uncached and with a banner to the owner, who can look as a reader does', async () => {
    site.setAudience('owner');
    try {
      const own = await get('/en/reports/quiet');
      expect(own.text).toContain('You see the full text');
      expect(own.text).toContain('href="/en/reports/quiet?as=reader"');
      expect(own.headers.get('cache-control')).toBe('private, no-store');
      const asReader = await get('/en/reports/quiet?as=reader');
      expect(asReader.text).not.toContain('You see the full text');
      expect(asReader.text).toContain('The publisher’s text is theirs');
      expect(asReader.text).toContain('href="/en?as=reader"');
    } finally {
      site.setAudience('public');
    }
    expect((await get('/en/reports/quiet')).text).not.toContain('as=reader');
  });

  it('with structured data and the twin page', async () => {
    const { text } = await get('/ar/reports/quiet');
    const data = JSON.parse(/application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '') as Record<string, unknown>;
    expect(data['@type']).toBe('NewsArticle');
    expect(data.hasPart).toHaveLength(8);
    expect(text).toContain(`hreflang="en" href="${site.origin}/en/reports/quiet"`);
  });
});

describe.skipIf(!executablePath)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGS] });
  });
  afterAll(() => browser?.close());

  /** Opens a fresh context and hands the page over with everything it complained of. */
  const look = async <T>(
    options: BrowserContextOptions,
    then: (page: Page, complaints: readonly string[]) => Promise<T>,
  ): Promise<T> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      return await then(page, complaints);
    } finally {
      await context.close();
    }
  };

  it.each(MODES)('$language $scheme $width: fits, faces the right way, and axe finds nothing', async (mode) => {
    const viewport = { width: mode.width, height: 900 };
    await look({ viewport, colorScheme: mode.scheme, bypassCSP: true }, async (page, complaints) => {
      for (const path of PATHS) {
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

  it.each(['en', 'ar'])('%s: a page weighs at most 60 KB, its fonts 130, its script 2', async (language) => {
    for (const path of PATHS.slice(0, 5)) {
      await look({ viewport: { width: 1280, height: 900 } }, async (page, complaints) => {
        const sizes = { page: 0, font: 0, script: 0 };
        page.on('response', async (response) => {
          const kind = response.request().resourceType();
          const bytes = (await response.body().catch(() => Buffer.alloc(0))).length;
          if (kind === 'font') sizes.font += bytes;
          else if (kind !== 'image') sizes.page += bytes;
          if (kind === 'script') sizes.script += bytes;
        });
        await page.goto(`${site.origin}/${language}${path}`, { waitUntil: 'networkidle' });
        expect(sizes.page, path).toBeLessThanOrEqual(60 * 1024);
        // An Arabic page that shows English reports needs the fonts of both.
        const mixed = language === 'ar' && (path === '' || path === '/reports/quiet');
        expect(sizes.font, path).toBeLessThanOrEqual(mixed ? 160_000 : 130_000);
        expect(sizes.script).toBeGreaterThan(0);
        expect(sizes.script).toBeLessThanOrEqual(2048);
        expect(complaints).toEqual([]);
      });
    }
  });

  it.each(['en', 'ar'])('%s: without scripts all is readable and the theme follows the system', async (language) => {
    await look(
      { javaScriptEnabled: false, colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
      async (page) => {
        await page.goto(`${site.origin}/${language}/reports/quiet`);
        expect(await page.locator('button:visible').count()).toBe(0);
        expect(await page.locator('.note:visible').count()).toBe(9);
        expect(await page.locator('main').textContent()).toContain(
          language === 'en' ? 'Archive photo' : 'صورة أرشيفية',
        );
      },
    );
  });

  it('notes stand level with their words and cover nothing', async () => {
    await look({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${site.origin}/ar/reports/market`);
      for (const id of ['c2', 'c3']) {
        const words = await page.locator(`p:has(#${id})`).boundingBox();
        const note = await page.locator(`#note-${id}`).boundingBox();
        expect(note && words && Math.abs(note.y - words.y)).toBeLessThan(12);
        // Arabic: the margin is on the left of the text.
        expect(note && words && note.x + note.width).toBeLessThanOrEqual(words?.x ?? 0);
      }
    });
  });

  it.each([
    ['en', 60, 68, 'quiet'],
    ['ar', 55, 62, 'market'],
  ] as const)('%s: a full line of text has %i–%i characters', async (language, least, most, report) => {
    await look({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${site.origin}/${language}/reports/${report}`);
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
    await look({ colorScheme: 'light', viewport: { width: 1280, height: 900 } }, async (page) => {
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      await page.goto(`${site.origin}/en`);
      expect(await theme()).toBeUndefined();
      const button = page.getByRole('button', { name: 'Dark mode' });
      await button.click();
      expect(await theme()).toBe('dark');
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      // The script stands in the head without defer: the body is not parsed before it has run.
      await page.goto(`${site.origin}/ar/method`, { waitUntil: 'commit' });
      await page.waitForSelector('body', { state: 'attached' });
      expect(await theme()).toBe('dark');
    });
  });

  it('the language switch leads to the same page', async () => {
    await look({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${site.origin}/en/records/dd44ee55ff66?version=1`);
      await page.getByRole('link', { name: 'العربية' }).click();
      await page.waitForURL(`${site.origin}/ar/records/dd44ee55ff66?version=1`);
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    });
  });

  it('a value leads to its words, and an English text keeps its direction in the Arabic page', async () => {
    await look({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto(`${site.origin}/ar/reports/quiet`);
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
    await look({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto(`${site.origin}/en/reports/quiet`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });
});
