/** An archive of captures, opened by libraries that nobody here wrote: a ZIP reader and a reader of WARC. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { type Entry, open, type ZipFile } from 'yauzl';
import { type Capture, sha256Hex } from '../../model/index.ts';
import { type Archived, writeWacz } from './wacz.ts';

const PAGE = '<html lang="ar"><p>سقطت قذائف على السوق.</p></html>';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const captured = (content: string, more: Partial<Capture>): Archived => ({
  capture: {
    id: sha256Hex(content),
    address: 'https://rayyan.example/1',
    fetchedAt: '2024-12-24T10:00:00.000Z',
    mediaType: 'text/html',
    bytes: bytes(content).length,
    collector: 'marsad test',
    ...more,
  },
  bytes: bytes(content),
});
const page = captured(PAGE, {
  address: 'https://rayyan.example/moved',
  finalAddress: new URL('https://rayyan.example/الخبر?a=1').href,
  redirects: [new URL('https://rayyan.example/الخبر?a=1').href],
  status: 200,
  http: '1.1',
  remoteAddress: '192.0.2.7',
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'content-length': '31' },
  requestHeaders: { host: 'rayyan.example', 'user-agent': 'marsad/test' },
});
const archived: readonly Archived[] = [
  {
    ...page,
    report: {
      text: 'سقطت قذائف على السوق.',
      textHash: sha256Hex('سقطت قذائف على السوق.'),
      extractor: 'test 1',
      title: 'السوق',
    },
  },
  captured('A note.', { address: 'file:note one.txt', mediaType: 'text/plain' }),
  captured('PNG', { mediaType: 'image/png', pictureOf: page.capture.id }),
];

let folder: string;
let files: ReadonlyMap<string, Buffer>;
let made: { readonly captures: number; readonly bytes: number };

const unzipped = (path: string): Promise<ReadonlyMap<string, Buffer>> =>
  new Promise((resolve, reject) => {
    const found = new Map<string, Buffer>();
    open(path, { lazyEntries: true }, (error, zip: ZipFile) => {
      if (error) return reject(error);
      zip.on('entry', (entry: Entry) =>
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          buffer(stream).then((content) => {
            found.set(entry.fileName, content);
            zip.readEntry();
          }, reject);
        }),
      );
      zip.on('end', () => resolve(found)).on('error', reject);
      zip.readEntry();
    });
  });

async function* all(some: readonly Archived[]): AsyncGenerator<Archived> {
  yield* some;
}
const archive = { software: 'marsad test', created: new Date('2024-12-25T00:00:00Z'), title: 'Test' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-wacz-'));
  made = await writeWacz(join(folder, 'a.wacz'), all(archived), archive);
  files = await unzipped(join(folder, 'a.wacz'));
});
afterAll(() => rm(folder, { recursive: true }));

const linesOf = (path: string): readonly string[] => (files.get(path)?.toString() ?? '').trim().split('\n');
const recordsIn = async (content: Uint8Array) => {
  const records: {
    readonly type: string | null;
    readonly url: string | null;
    readonly status?: unknown;
    readonly content: string;
    readonly headers: Record<string, string>;
    readonly digest: string | null;
  }[] = [];
  for await (const record of new WARCParser([content])) {
    const payload = await record.readFully(true);
    const headers = Object.fromEntries(record.httpHeaders?.headers.entries() ?? []);
    records.push({
      type: record.warcType ?? null,
      url: record.warcTargetURI ?? null,
      status: record.httpHeaders?.statusCode,
      content: new TextDecoder().decode(payload),
      headers,
      digest: record.warcPayloadDigest ?? null,
    });
  }
  return records;
};

describe('an archive of captures', () => {
  it('holds what the format asks for, each file under its hash', () => {
    expect(made.captures).toBe(3);
    expect([...files.keys()].sort()).toEqual([
      'archive/data.warc.gz',
      'datapackage-digest.json',
      'datapackage.json',
      'evidence/captures.jsonl',
      'indexes/index.cdx',
      'pages/pages.jsonl',
    ]);
    const description = files.get('datapackage.json') ?? Buffer.of();
    const { wacz_version, resources } = JSON.parse(description.toString()) as {
      wacz_version: string;
      resources: { path: string; hash: string; bytes: number }[];
    };
    expect(wacz_version).toBe('1.1.1');
    expect(resources).toHaveLength(4);
    for (const { path, hash, bytes: size } of resources) {
      expect(hash).toBe(`sha256:${sha256Hex(files.get(path) ?? Buffer.of())}`);
      expect(size).toBe(files.get(path)?.length);
    }
    expect(JSON.parse(files.get('datapackage-digest.json')?.toString() ?? '')).toEqual({
      path: 'datapackage.json',
      hash: `sha256:${sha256Hex(description)}`,
    });
  });

  it('is read by a library: the answer with its headers and its bytes, what was asked, and the text', async () => {
    const records = await recordsIn(files.get('archive/data.warc.gz') ?? Buffer.of());
    expect(records.map(({ type }) => type)).toEqual([
      'warcinfo',
      'response',
      'request',
      'resource',
      'resource',
      'resource',
    ]);
    const [, response, request, text, note, picture] = records;
    expect(response).toMatchObject({ url: page.capture.finalAddress, status: 200, content: PAGE });
    expect(response?.digest).toMatch(/^sha-?256:/);
    expect(response?.headers).toMatchObject({
      'x-archive-orig-content-encoding': 'gzip',
      'content-length': String(bytes(PAGE).length),
    });
    expect(response?.headers).not.toHaveProperty('content-encoding');
    expect(request?.headers).toMatchObject({ 'user-agent': 'marsad/test' });
    expect(text).toMatchObject({ url: `urn:text:${page.capture.finalAddress}`, content: 'سقطت قذائف على السوق.' });
    expect(note).toMatchObject({ url: 'file:///note%20one.txt', content: 'A note.' });
    expect(picture?.url).toBe('urn:view:https://rayyan.example/1');
  });

  it('has an index whose places are those of the records', async () => {
    const index = linesOf('indexes/index.cdx');
    expect(index).toHaveLength(4);
    expect([...index].sort()).toEqual(index);
    for (const line of index) {
      const [, key, time, json = ''] = /^(\S+) (\d{14}) (.*)$/.exec(line) ?? [];
      const { url, offset, length } = JSON.parse(json) as { url: string; offset: number; length: number };
      expect(key).toBeTruthy();
      expect(time).toBe('20241224100000');
      const [record] = await recordsIn(
        (files.get('archive/data.warc.gz') ?? Buffer.of()).subarray(offset, offset + length),
      );
      expect(record?.url).toBe(url);
    }
  });

  it('lists its pages, and carries what Marsad knows of each capture', () => {
    const [head = '', ...pages] = linesOf('pages/pages.jsonl');
    expect(JSON.parse(head)).toMatchObject({ format: 'json-pages-1.0' });
    expect(pages.map((line) => JSON.parse(line) as object)).toMatchObject([
      { url: page.capture.finalAddress, title: 'السوق', ts: page.capture.fetchedAt },
      { url: 'file:///note%20one.txt' },
    ]);
    const [first] = linesOf('evidence/captures.jsonl').map((line) => JSON.parse(line) as Capture);
    expect(first).toMatchObject({ ...page.capture, text: { extractor: 'test 1' } });
  });

  it('replaces no file, and leaves none behind where there is nothing to write', async () => {
    await expect(writeWacz(join(folder, 'a.wacz'), all(archived), archive)).rejects.toMatchObject({ code: 'exists' });
    await expect(writeWacz(join(folder, 'b.wacz'), all([]), archive)).rejects.toMatchObject({ code: 'no-captures' });
    expect(await readdir(folder)).toEqual(['a.wacz']);
  });
});
