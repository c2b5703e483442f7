/** The reader is a library: in a real browser, with the files that a page would fetch, it gives the same bytes as on Node. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../tools/chromium.ts';
import { loadReaderData, loadSamples, MODEL_FILES, PACKED_FILES } from '../load/index.ts';
import { createReader } from './index.ts';

const root = path.join(import.meta.dirname, '../..');
const found = findChromium();

// What a page writes to use the reader.
const ENTRY = `
  export { createReader } from ${JSON.stringify(path.join(root, 'src/read/index.ts'))};
  export { MODEL_FILES, PACKED_FILES, readerDataFrom } from ${JSON.stringify(path.join(root, 'src/load/unpack.ts'))};
`;

const PAGE = `<!doctype html><title>Reader</title>
<script type="module">import * as reader from '/reader.js'; window.reader = reader;</script>`;

/** One ES module of the reader and of what unpacks its data; what Node alone has cannot be in it. */
const bundle = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'reader-'));
  const entry = path.join(folder, 'entry.ts');
  await writeFile(entry, ENTRY);
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'reader' } },
  });
  await rm(folder, { recursive: true });
  const { output } = (Array.isArray(built) ? built[0]! : built) as { output: readonly { code?: string }[] };
  expect(output).toHaveLength(1);
  return output[0]!.code!;
};

describe.skipIf(!found)('the reader in a browser (skipped where there is no Chromium)', () => {
  let server: Server | undefined;
  let browser: Browser | undefined;
  let code: string;

  beforeAll(async () => {
    code = await bundle();
    const pages = createServer(async (request, response) => {
      const name = (request.url ?? '/').slice(1);
      const send = (type: string, body: string | Buffer): void => {
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
      };
      if (name === '') send('text/html', PAGE);
      else if (name === 'reader.js') send('text/javascript', code);
      else if (([...PACKED_FILES, ...MODEL_FILES] as readonly string[]).includes(name))
        send('text/plain', await readFile(path.join(root, 'dist/reader', name)));
      else response.writeHead(404).end();
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

  it('is one module that asks for nothing of Node', () => {
    expect(code).not.toMatch(/\bfrom\s*["'](?:node:|fs|path|crypto)/);
    expect(code).not.toMatch(/\b(?:process|Buffer|__dirname)\b\./);
  });

  it('reads every bundled report to the same bytes as on Node', async () => {
    const read = createReader(await loadReaderData());
    const reports = (await loadSamples()).map((sample) => sample.report);
    const page = await browser!.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`http://127.0.0.1:${(server!.address() as AddressInfo).port}/`);
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
