/** The reader is a library: in a real browser, with the files that a page would fetch, it gives the same bytes as on Node. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserPage, browserPage, bundled } from '../../tools/browser-page.ts';
import { findChromium } from '../../tools/chromium.ts';
import { loadReaderData, loadSamples, MODEL_FILES, PACKED_FILES } from '../load/index.ts';
import { createReader } from './index.ts';

const root = path.join(import.meta.dirname, '../..');
const found = findChromium();

// What a page writes to use the reader.
const ENTRY = `
  export { createReader } from ${JSON.stringify(path.join(root, 'src/read/index.ts'))};
  export { MODEL_FILES, PACKED_FILES, readerDataFrom } from ${JSON.stringify(path.join(root, 'src/load/unpack.ts'))};
`;

describe.skipIf(!found)('the reader in a browser (skipped where there is no Chromium)', () => {
  let open: BrowserPage;
  let code: string;

  beforeAll(async () => {
    code = await bundled(ENTRY);
    open = await browserPage(found!, 'reader', code, [...PACKED_FILES, ...MODEL_FILES]);
  });
  afterAll(() => open?.close());

  it('is one module that asks for nothing of Node', () => {
    expect(code).not.toMatch(/\bfrom\s*["'](?:node:|fs|path|crypto)/);
    expect(code).not.toMatch(/\b(?:process|Buffer|__dirname)\b\./);
  });

  it('reads every bundled report to the same bytes as on Node', async () => {
    const read = createReader(await loadReaderData());
    const reports = (await loadSamples()).map((sample) => sample.report);
    const page = await open.browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(open.address);
    const there = await page.evaluate(async (given) => {
      const { reader } = window as unknown as {
        reader: typeof import('./index.ts') & typeof import('../load/index.ts');
      };
      const texts = await Promise.all(
        reader.PACKED_FILES.map(async (name) => [name, await (await fetch(`/${name}`)).text()] as const),
      );
      const models = await Promise.all(
        reader.MODEL_FILES.map(
          async (name) => [name, new Uint8Array(await (await fetch(`/${name}`)).arrayBuffer())] as const,
        ),
      );
      const inPage = reader.createReader(reader.readerDataFrom(Object.fromEntries(texts), Object.fromEntries(models)));
      return given.map((report) => JSON.stringify(inPage(report)));
    }, reports);
    expect(errors).toEqual([]);
    expect(there).toEqual(reports.map((report) => JSON.stringify(read(report))));
    expect(JSON.parse(there[0]!).claims.length).toBeGreaterThan(0);
  });
});
