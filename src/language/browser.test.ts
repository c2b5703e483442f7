/** The language room in a real browser: one module, the files that a page would fetch, the same words as on Node. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../tools/chromium.ts';
import { loadLanguageModels } from '../load/index.ts';
import { createLanguage } from './index.ts';

const root = path.join(import.meta.dirname, '../..');
const found = findChromium();
const TEXTS = {
  en: 'Gen. Smith said the army hadn’t left Mosul. The U.S. base’s 13,000 soldiers were waiting.\n\nNo stop here',
  ar: 'قال الرئيس إنه سيعود إلى المدينة، وبقصفها للقرية أصيب ٧ أشخاص.\nعنوان بلا نقطة',
} as const;

const PAGE = `<!doctype html><title>Words</title>
<script type="module">import * as language from '/language.js'; window.language = language;</script>`;

const bundle = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'language-'));
  const entry = path.join(folder, 'entry.ts');
  await writeFile(entry, `export { createLanguage } from ${JSON.stringify(path.join(root, 'src/language/index.ts'))};`);
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'language' } },
  });
  await rm(folder, { recursive: true });
  const { output } = (Array.isArray(built) ? built[0]! : built) as { output: readonly { code?: string }[] };
  expect(output).toHaveLength(1);
  return output[0]!.code!;
};

describe.skipIf(!found)('the language room in a browser (skipped where there is no Chromium)', () => {
  let server: Server | undefined;
  let browser: Browser | undefined;
  let code: string;

  beforeAll(async () => {
    code = await bundle();
    const pages = createServer(async (request, response) => {
      const name = (request.url ?? '/').slice(1);
      if (name === '') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      else if (name === 'language.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
      else {
        const bytes = await readFile(path.join(root, 'dist/reader', path.basename(name))).catch(() => undefined);
        response.writeHead(bytes ? 200 : 404, { 'content-type': 'application/octet-stream' }).end(bytes);
      }
    });
    server = pages;
    await new Promise<void>((done) => pages.listen(0, '127.0.0.1', done));
    browser = await chromium.launch({ executablePath: found!, args: [...CHROMIUM_ARGS] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    server?.closeAllConnections();
  });

  it('is one module that asks for nothing of Node, and holds no learner', () => {
    expect(code).not.toMatch(/\bfrom\s*["'](?:node:|fs|path|crypto)/);
    expect(code).not.toMatch(/\b(?:process|Buffer|__dirname)\b\./);
    expect(code).not.toMatch(/learnWords|jackknife/);
  });

  it.each(['en', 'ar'] as const)('finds the same words, tags, lemmas and trees as on Node: %s', async (name) => {
    const page = await browser!.newPage();
    await page.goto(`http://127.0.0.1:${(server!.address() as AddressInfo).port}/`);
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
