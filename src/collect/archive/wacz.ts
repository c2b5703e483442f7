/**
 * Captures → one WACZ file (1.1.1): a ZIP of WARC records, their index, a list of pages and the hashes of all of these,
 * as replay tools open it. What Marsad knows beyond WARC lies beside them in evidence/captures.jsonl.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { WARCRecord, WARCSerializer } from 'warcio';
import { getSurt } from 'warcio/utils';
import { ZipFile } from 'yazl';
import { type Capture, Failure } from '../../model/index.ts';

export type Archived = {
  readonly capture: Capture;
  readonly bytes: Uint8Array;
  /** What was read out of it. */
  readonly report?: {
    readonly text: string;
    readonly textHash: string;
    readonly extractor: string;
    readonly title?: string;
  };
};

export type Archive = {
  /** `marsad 0.1.0` */
  readonly software: string;
  readonly created: Date;
  readonly title: string;
};

const WARC = 'data.warc.gz';
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Headers of the body as it lies here: undone, and so long. What the server said stays beside it. */
const headersOf = ({ headers = {}, bytes }: Capture): [string, string][] => [
  ...Object.entries(headers).map(([name, value]): [string, string] =>
    /^(?:content-encoding|transfer-encoding|content-length)$/.test(name)
      ? [`x-archive-orig-${name}`, value]
      : [name, value],
  ),
  ['content-length', String(bytes)],
];

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

type Made = { readonly record: WARCRecord; readonly index?: { readonly mime: string; readonly status?: number } };

/** A page's address, or one by which a thing without one can be named. */
const targetOf = ({ address, finalAddress, pictureOf }: Capture): string => {
  // The convention of replay tools for pictures and texts of a page.
  if (pictureOf) return `urn:view:${finalAddress ?? address}`;
  return address.startsWith('file:')
    ? `file:///${encodeURIComponent(address.slice('file:'.length))}`
    : (finalAddress ?? address);
};

const recordsOf = async ({ capture, bytes, report }: Archived): Promise<readonly Made[]> => {
  const url = targetOf(capture);
  const date = capture.fetchedAt;
  const warcVersion = 'WARC/1.1' as const;
  const common = { url, date, warcVersion };
  const address: Record<string, string> = capture.remoteAddress ? { 'WARC-IP-Address': capture.remoteAddress } : {};
  const made: Made[] = [];
  if (capture.status !== undefined) {
    const statusline = `HTTP/${capture.http ?? '1.1'} ${capture.status} OK`;
    const record = await WARCRecord.create(
      { ...common, type: 'response', statusline, httpHeaders: headersOf(capture), warcHeaders: address },
      once(bytes),
    );
    made.push({ record, index: { mime: capture.mediaType, status: capture.status } });
    if (capture.requestHeaders && URL.canParse(url)) {
      const { pathname, search } = new URL(url);
      const request = {
        ...common,
        type: 'request' as const,
        statusline: `GET ${pathname}${search} HTTP/1.1`,
        httpHeaders: Object.entries(capture.requestHeaders),
      };
      const to = record.warcHeader('WARC-Record-ID');
      made.push({
        record: await WARCRecord.create(
          { ...request, warcHeaders: to ? { 'WARC-Concurrent-To': to } : {} },
          once(new Uint8Array()),
        ),
      });
    }
  } else {
    const warcHeaders = { 'Content-Type': capture.mediaType };
    made.push({
      record: await WARCRecord.create({ ...common, type: 'resource', warcHeaders }, once(bytes)),
      index: { mime: capture.mediaType, status: 200 },
    });
  }
  if (report) {
    const text = {
      ...common,
      url: `urn:text:${url}`,
      type: 'resource' as const,
      warcHeaders: { 'Content-Type': 'text/plain; charset=utf-8' },
    };
    made.push({
      record: await WARCRecord.create(text, once(new TextEncoder().encode(report.text))),
      index: { mime: 'text/plain', status: 200 },
    });
  }
  return made;
};

type Sink = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly size: () => number;
  readonly hash: () => string;
};

/** A file, its length and its hash, written piece by piece. */
const sinkOf = (file: Awaited<ReturnType<typeof open>>): Sink => {
  const hash = createHash('sha256');
  let size = 0;
  return {
    write: async (bytes) => {
      await file.write(bytes);
      hash.update(bytes);
      size += bytes.length;
    },
    size: () => size,
    hash: () => hash.digest('hex'),
  };
};

const timestamp = (iso: string): string => iso.replace(/\D/g, '').slice(0, 14);

const writeRecords = async (captures: AsyncIterable<Archived>, sink: Sink, { software }: Archive) => {
  const index: string[] = [];
  const pages: string[] = [];
  const evidence: string[] = [];
  const info = await WARCRecord.createWARCInfo(
    { filename: WARC, warcVersion: 'WARC/1.1' },
    { software, format: 'WARC File Format 1.1', isPartOf: 'Marsad captures' },
  );
  await sink.write(await WARCSerializer.serialize(info, { gzip: true }));
  for await (const archived of captures) {
    const { capture, report } = archived;
    for (const { record, index: indexed } of await recordsOf(archived)) {
      const offset = sink.size();
      const bytes = await WARCSerializer.serialize(record, { gzip: true });
      await sink.write(bytes);
      if (!indexed) continue;
      const url = record.warcTargetURI ?? '';
      const fields = {
        url,
        mime: indexed.mime,
        status: indexed.status,
        digest: record.warcPayloadDigest ?? record.warcBlockDigest,
        length: bytes.length,
        offset,
        filename: WARC,
      };
      index.push(`${getSurt(url)} ${timestamp(capture.fetchedAt)} ${JSON.stringify(fields)}`);
    }
    evidence.push(
      JSON.stringify({ ...capture, ...(report && { text: { sha256: report.textHash, extractor: report.extractor } }) }),
    );
    if (!capture.pictureOf)
      pages.push(
        JSON.stringify({
          id: capture.id.slice(0, 22),
          url: targetOf(capture),
          ts: capture.fetchedAt,
          ...(report?.title && { title: report.title }),
        }),
      );
  }
  return { index: index.sort(), pages, evidence };
};

const lines = (all: readonly string[]): Buffer => Buffer.from(all.map((line) => `${line}\n`).join(''));

/**
 * Writes the captures into a WACZ file, replacing none.
 * @returns how many captures it holds and its size
 * @throws Failure `exists`, `no-captures`
 */
export const writeWacz = async (
  file: string,
  captures: AsyncIterable<Archived>,
  archive: Archive,
): Promise<{ readonly captures: number; readonly bytes: number }> => {
  if (
    await stat(file).then(
      () => true,
      () => false,
    )
  )
    throw new Failure('exists', `${file} is there already. Name another file.`);
  const [warc, part] = [`${file}.warc.part`, `${file}.part`];
  try {
    const handle = await open(warc, 'w', 0o600);
    const sink = sinkOf(handle);
    const { index, pages, evidence } = await writeRecords(captures, sink, archive).finally(() => handle.close());
    if (evidence.length === 0) throw new Failure('no-captures', 'There is no capture to export.');
    const small: readonly (readonly [path: string, content: Buffer])[] = [
      ['indexes/index.cdx', lines(index)],
      [
        'pages/pages.jsonl',
        lines([JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: archive.title }), ...pages]),
      ],
      ['evidence/captures.jsonl', lines(evidence)],
    ];
    const resourceOf = (path: string, hash: string, bytes: number) => ({
      name: path.split('/').at(-1),
      path,
      hash: `sha256:${hash}`,
      bytes,
    });
    const description = Buffer.from(
      JSON.stringify(
        {
          profile: 'data-package',
          wacz_version: '1.1.1',
          title: archive.title,
          software: archive.software,
          created: archive.created.toISOString(),
          resources: [
            resourceOf(`archive/${WARC}`, sink.hash(), sink.size()),
            ...small.map(([path, content]) => resourceOf(path, sha256(content), content.length)),
          ],
        },
        null,
        1,
      ),
    );
    const digest = { path: 'datapackage.json', hash: `sha256:${sha256(description)}` };
    const zip = new ZipFile();
    // Compressed once is enough; replay tools read single records out of it by their place.
    zip.addFile(warc, `archive/${WARC}`, { compress: false });
    for (const [path, content] of small) zip.addBuffer(content, path, { compress: path.startsWith('evidence/') });
    zip.addBuffer(description, 'datapackage.json', { compress: false });
    zip.addBuffer(Buffer.from(JSON.stringify(digest)), 'datapackage-digest.json', { compress: false });
    zip.end();
    const out = createWriteStream(part, { mode: 0o600 });
    await finished(zip.outputStream.pipe(out));
    await rename(part, file);
    return { captures: evidence.length, bytes: (await stat(file)).size };
  } finally {
    await Promise.all([warc, part].map((path) => rm(path, { force: true })));
  }
};
