/** What a page weighs: a report as long as they get, the whole code book, and every other kind of page. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../load/index.ts';
import { executablePath, WIDE } from './testing/browser.ts';
import { openSite } from './testing/open.ts';
import { MORE_PATHS, PATHS } from './testing/serve.ts';

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

/** Addresses of the faces that a page has loaded, or was told to: a browser keeps them from page to page, and does not fetch them again. */
const facesOf = async (): Promise<readonly string[]> => {
  // Faces are asked for once lines are laid out.
  document.body.getBoundingClientRect();
  const faces = [...(await document.fonts.ready)];
  // The set holds the faces in the order of their rules.
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule ? [{ source: rule.style.getPropertyValue('src'), sheet: sheet.href }] : [],
    ),
  );
  if (rules.length !== faces.length) throw new Error(`${rules.length} rules, ${faces.length} faces`);
  const loaded = rules.flatMap(({ source, sheet }, at) =>
    faces[at]?.status === 'loaded'
      ? [new URL(/url\("?([^")]+)/.exec(source)?.[1] ?? '', sheet ?? location.href).href]
      : [],
  );
  const told = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')].map(({ href }) => href);
  return [...new Set([...loaded, ...told])];
};

const bytes = new Map<string, number>();
const weightOf = async (addresses: readonly string[]): Promise<number> => {
  let sum = 0;
  for (const address of addresses) {
    const known = bytes.get(address) ?? (await (await fetch(address)).arrayBuffer()).byteLength;
    bytes.set(address, known);
    sum += known;
  }
  return sum;
};

const { site, look } = openSite(async () => {
  const { ontology } = await loadReaderData();
  return { codebook: () => ontology };
});

describe.skipIf(!executablePath)('weight', () => {
  it.each(['en', 'ar'])('%s: a page is at most 60 KB, its fonts 130, its script 2', async (language) => {
    await look({ viewport: WIDE }, async (page, complaints) => {
      // Nothing is kept from page to page: each is weighed as by a reader who comes to it first.
      await (await page.context().newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true });
      let sizes = { page: 0, pictures: 0, script: 0 };
      let weighed: Promise<void>[] = [];
      page.on('response', (response) => {
        const weigh = async (): Promise<void> => {
          const kind = response.request().resourceType();
          const body = await response.body().catch(() => Buffer.alloc(0));
          if (kind !== 'font' && kind !== 'image') sizes.page += body.length;
          if (kind === 'script') sizes.script += body.length;
          if (kind === 'document') sizes.pictures += drawn(body.toString('utf8'));
        };
        weighed.push(weigh());
      });
      for (const path of paths) {
        sizes = { page: 0, pictures: 0, script: 0 };
        weighed = [];
        await page.goto(`${site().origin}/${language}${path}`);
        const font = await weightOf(await page.evaluate(facesOf));
        await Promise.all(weighed);
        expect(sizes.page, path).toBeGreaterThan(5 * KB);
        expect(sizes.page - sizes.pictures, path).toBeLessThanOrEqual(PAGE);
        expect(sizes.pictures, path).toBeLessThanOrEqual(PICTURES);
        const mixed = language === 'ar' && (path === '' || path.startsWith('/reports/'));
        expect(font, path).toBeGreaterThan(30 * KB);
        expect(font, path).toBeLessThanOrEqual(mixed ? MIXED_FONTS : FONTS);
        expect(sizes.script, path).toBeLessThanOrEqual(SCRIPT);
        expect(sizes.script > 0, path).toBe(!path.endsWith('/embed'));
      }
      expect(complaints).toEqual([]);
    });
  });
});
