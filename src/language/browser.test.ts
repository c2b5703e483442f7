/** The language room in a real browser: one module, the files that a page would fetch, the same words as on Node. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserPage, browserPage, bundled } from '../../tools/browser-page.ts';
import { findChromium } from '../../tools/chromium.ts';
import { loadLanguageModels } from '../load/index.ts';
import { createLanguage } from './index.ts';

const root = path.join(import.meta.dirname, '../..');
const found = findChromium();
const TEXTS = {
  en: 'Gen. Smith said the army hadn’t left Mosul. The U.S. base’s 13,000 soldiers were waiting.\n\nNo stop here',
  ar: 'قال الرئيس إنه سيعود إلى المدينة، وبقصفها للقرية أصيب ٧ أشخاص.\nعنوان بلا نقطة',
} as const;

const ENTRY = `export { createLanguage } from ${JSON.stringify(path.join(root, 'src/language/index.ts'))};`;
const FILES = ['en', 'ar'].flatMap((language) => [`${language}.words.bin`, `${language}.trees.bin`]);

describe.skipIf(!found)('the language room in a browser (skipped where there is no Chromium)', () => {
  let open: BrowserPage;
  let code: string;

  beforeAll(async () => {
    code = await bundled(ENTRY);
    open = await browserPage(found!, 'language', code, FILES);
  });
  afterAll(() => open?.close());

  it('is one module that asks for nothing of Node, and holds no learner', () => {
    expect(code).not.toMatch(/\bfrom\s*["'](?:node:|fs|path|crypto)/);
    expect(code).not.toMatch(/\b(?:process|Buffer|__dirname)\b\./);
    expect(code).not.toMatch(/learnWords|jackknife/);
  });

  it.each(['en', 'ar'] as const)('finds the same words, tags, lemmas and trees as on Node: %s', async (name) => {
    const page = await open.browser.newPage();
    await page.goto(open.address);
    const there = await page.evaluate(
      async ([name, text]) => {
        const { createLanguage } = (window as unknown as { language: typeof import('./index.ts') }).language;
        const bytesOf = async (file: string): Promise<Uint8Array | undefined> => {
          const response = await fetch(`/${file}`);
          return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
        };
        const [words, trees] = [await bytesOf(`${name}.words.bin`), await bytesOf(`${name}.trees.bin`)];
        return createLanguage({ words: words!, ...(trees && { trees }) }).analyse(text!);
      },
      [name, TEXTS[name]] as const,
    );
    const here = createLanguage(await loadLanguageModels(name)).analyse(TEXTS[name]);
    expect(there).toEqual(here);
    expect(here.length).toBeGreaterThan(1);
    await page.close();
  });
});
