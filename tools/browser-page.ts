/** A module of ours as a browser gets it: bundled into one file, and served with the files that it would fetch. For tests. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_ARGS } from './chromium.ts';

const PACKED = path.join(import.meta.dirname, '../dist/reader');

/**
 * One ES module; what Node alone has cannot be in it.
 * @param entry source of the module that a page would write
 * @throws where the bundle is more than one file
 */
export const bundled = async (entry: string): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'marsad-bundle-'));
  const file = path.join(folder, 'entry.ts');
  await writeFile(file, entry);
  try {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: false, lib: { entry: file, formats: ['es'], fileName: 'module' } },
    });
    const { output } = (Array.isArray(built) ? built[0] : built) as { output: readonly { code?: string }[] };
    const [only, ...more] = output;
    if (more.length > 0 || only?.code === undefined) throw new Error(`${output.length} files instead of one module`);
    return only.code;
  } finally {
    await rm(folder, { recursive: true });
  }
};

export type BrowserPage = { readonly browser: Browser; readonly address: string; readonly close: () => Promise<void> };

/**
 * A browser, and a page at `address` that has the module as `window[name]`; beside it the named files of dist/reader.
 * @param executablePath of a Chromium
 */
export const browserPage = async (
  executablePath: string,
  name: string,
  code: string,
  files: readonly string[],
): Promise<BrowserPage> => {
  const page = `<!doctype html><title>${name}</title>
<script type="module">import * as all from '/module.js'; window[${JSON.stringify(name)}] = all;</script>`;
  const server = createServer(async (request, response) => {
    const asked = (request.url ?? '/').slice(1);
    const send = (type: string, body: string | Buffer): void => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    };
    if (asked === '') return send('text/html', page);
    if (asked === 'module.js') return send('text/javascript', code);
    const bytes = files.includes(asked) ? await readFile(path.join(PACKED, asked)).catch(() => undefined) : undefined;
    if (bytes) return send('text/plain', bytes);
    response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
  return {
    browser,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
};
