/** Inputs → what the observatory holds: capture, keep, read, join to the record. One failing input stops no other. */
import {
  type Captured,
  type CollectSettings,
  captureFile,
  differencesOf,
  filesIn,
  type Given,
  isAddress,
  isFolder,
  listOf,
  type Net,
  type World,
  witnessed,
} from '../collect/index.ts';
import { Failure, type Source, type Terms } from '../model/index.ts';
import type { MatchKnowledge, Store } from '../record/index.ts';
import type { Read, Readers } from './reading-pool.ts';
import { jobsOf } from './work.ts';

export type Input = {
  /** Path of a file or a folder, or an http(s) address: of a page, a text, a PDF, a feed or a sitemap. */
  readonly input: string;
  /** What the giver knows; goes before what the page says. `publisher` is a source's id. */
  readonly given?: Given;
  /** What the public may see of this report, where it is not what its source allows. */
  readonly terms?: Terms;
  /** Most reports that are taken from a feed or sitemap, the newest first. */
  readonly limit?: number;
  /** Past robots.txt, because a person decided so. */
  readonly ignoreRobots?: boolean;
  /** Address of the feed or page that led here. */
  readonly via?: string;
  /** How often an address is tried where trying again may help. */
  readonly tries?: number;
  /** What was fetched already. */
  readonly captured?: Captured;
};

export type AddOptions = {
  /** Keep the reports, and leave the reading to `marsad work`. */
  readonly workers?: boolean;
};

export type Added = { readonly input: string } & (
  | {
      readonly reportId: string;
      readonly captureId: string;
      /** True: the observatory held it already, and nothing was added. */
      readonly held: boolean;
      readonly claims: number;
      /** Records made anew. */
      readonly records: number;
      /** Records held that it joined. */
      readonly joined: number;
      /** Kept, and waiting for a worker to read it. */
      readonly waiting?: true;
      /** The earlier report whose text it carries. */
      readonly copyOf?: string;
      /** The report of the same address before this one, and how many paragraphs differ. */
      readonly previous?: { readonly reportId: string; readonly added: number; readonly removed: number };
    }
  | { readonly failure: { readonly code: string; readonly message: string } }
);

export type Adding = {
  readonly store: Store;
  readonly readers: Readers;
  readonly knowledge: MatchKnowledge;
  readonly sources: readonly Source[];
  /** Name and version of the tool. */
  readonly tool: string;
  readonly world: World;
  readonly net: Net;
  readonly settings: CollectSettings;
  /** True once the observatory is being closed: what has not begun is left. */
  readonly closing: () => boolean;
};

/** Reports that one job reads. */
const SENT_TOGETHER = 25;
/** Reports taken from a feed or sitemap where nobody says how many. */
export const LIST_LIMIT = 50;

/** The source that an address belongs to: `www.example.org` belongs to `example.org`. */
const sourceOfAddress = (sources: readonly Source[], address: string | undefined): string | undefined => {
  if (!address || !URL.canParse(address)) return undefined;
  const host = new URL(address).hostname;
  return sources.find((source) => source.hosts.some((own) => host === own || host.endsWith(`.${own}`)))?.id;
};

type Prepared =
  /** It named these. */
  | { readonly more: readonly Input[] }
  | { readonly heldAs: string; readonly captureId: string }
  | {
      readonly captured: Captured;
      /** Without a reading where it waits for a worker. */
      readonly read: Pick<Read, 'report'> & Partial<Read>;
      readonly before?: string;
    };

const fetched = async ({ net }: Adding, { input, ignoreRobots, via, tries }: Input): Promise<Captured> => {
  const found = await net.fetch(input, {
    ...(ignoreRobots && { ignoreRobots }),
    ...(via && { via }),
    ...(tries && { tries }),
  });
  if (found.unchanged) throw new Error(`${input} answered 304 to a plain request`);
  return found;
};

/** What a folder, a feed or a sitemap names. A list in a list is followed where it is a sitemap, and no deeper. */
const named = async (adding: Adding, from: Input, captured?: Captured): Promise<readonly Input[] | undefined> => {
  const { input, given, limit = LIST_LIMIT, via } = from;
  if (!captured) {
    const files = await filesIn(input, adding.world);
    if (files.length === 0) throw new Failure('empty', `${input} holds no file that Marsad reads (HTML, text, PDF).`);
    return files.map((path) => ({ ...from, input: path }));
  }
  const list = listOf(captured);
  if (!list) return undefined;
  if (via && list.sitemaps.length > 0)
    throw new Failure('is-list', `${input} is a list in a list in a list. Add it by itself.`);
  if (via && list.entries.length > 0 && list.kind === 'feed')
    throw new Failure('is-list', `${input} is a feed that ${via} names. Add it by itself.`);
  const more = [...list.sitemaps.slice(0, limit), ...list.entries.slice(0, limit)];
  if (more.length === 0) throw new Failure('empty', `${input} is a ${list.kind} that lists nothing.`);
  const { captured: _done, ...kept } = from;
  return more.map(({ address, title, published }) => ({
    ...kept,
    input: address,
    via: input,
    given: { ...given, listed: { ...(title && { title }), ...(published && { published }) } },
  }));
};

const prepare = async (adding: Adding, from: Input, { workers }: AddOptions): Promise<Prepared> => {
  const { store, readers, sources, tool, world, net, settings } = adding;
  const { input, given = {} } = from;
  if (adding.closing()) throw new Failure('closed', `${input} was not added: the observatory was closed.`);
  if (given.publisher && !sources.some((source) => source.id === given.publisher))
    throw new Failure(
      'source-unknown',
      `There is no source «${given.publisher}». Known: ${sources.map((source) => source.id).join(', ')}.`,
    );
  const web = isAddress(input);
  if (!web && (await isFolder(input, world))) return { more: (await named(adding, from)) ?? [] };
  const first =
    from.captured ??
    (web
      ? await fetched(adding, from)
      : await captureFile(input, { collector: settings.collector ?? tool, tool, world }));
  const more = await named(adding, from, first);
  if (more) return { more };
  const heldAs = await store.reportOfCapture(first.capture.id);
  if (heldAs) return { heldAs, captureId: first.capture.id };
  const before = web ? await store.captureAt(first.capture.address) : undefined;
  const captured = await witnessed(
    before ? { ...first, capture: { ...first.capture, previous: before.capture.id } } : first,
    { settings, world, net, keep: store.keepCapture },
  );
  // On disk before anybody reads it: what a reader trips over is not lost.
  await store.keepCapture(captured.capture, captured.bytes);
  const { capture } = captured;
  const publisher = given.publisher ?? sourceOfAddress(sources, capture.finalAddress ?? capture.address);
  const known = { ...given, ...(publisher && { publisher }) };
  const read = workers
    ? { report: await readers.extract(capture, captured.bytes, known) }
    : await readers.read(capture, captured.bytes, known);
  return { captured, read, ...(before?.reportId && { before: before.reportId }) };
};

const compared = async ({ store }: Adding, before: string, after: string, text: string) => {
  const [earlier] = await store.reports([before]);
  if (!earlier || before === after) return undefined;
  const differences = differencesOf(earlier.report.text, text);
  const count = (kind: 'added' | 'removed'): number => differences.filter((one) => one.kind === kind).length;
  return { reportId: before, added: count('added'), removed: count('removed') };
};

const finish = async (
  adding: Adding,
  { input, terms }: Input,
  prepared: Exclude<Prepared, { readonly more: readonly Input[] }>,
): Promise<Added> => {
  if ('heldAs' in prepared) {
    const { heldAs: reportId, captureId } = prepared;
    return { input, reportId, captureId, held: true, claims: 0, records: 0, joined: 0 };
  }
  const { captured, read, before } = prepared;
  const { report, reading } = read;
  const unread = { capture: captured.capture, report, ...(terms && { terms }) };
  const { copy, ...kept } = reading
    ? await adding.store.keep({ ...unread, reading }, adding.knowledge, adding.world.now().toISOString())
    : await adding.store.keepUnread(unread);
  const previous = before && (await compared(adding, before, kept.reportId, report.text));
  return {
    input,
    captureId: captured.capture.id,
    ...kept,
    ...(!reading && !kept.held && { waiting: true as const }),
    ...(copy && { copyOf: copy.of }),
    ...(previous && { previous }),
  };
};

/** A Failure is the input's; anything else is ours, and is told whole where MARSAD_DEBUG asks for it. */
export const failed = (input: string, error: unknown): Extract<Added, { failure: unknown }> => {
  if (error instanceof Failure) return { input, failure: { code: error.code, message: error.message } };
  const words = error instanceof Error ? error : new Error(String(error));
  const message = process.env.MARSAD_DEBUG
    ? (words.stack ?? words.message)
    : `${words.message.split('\n')[0]} (set MARSAD_DEBUG=1 for details)`;
  return { input, failure: { code: 'unexpected', message: `${input}: ${message}` } };
};

type Waiting = { readonly input: Input; readonly index: number; prepared?: Promise<Prepared> };

/**
 * Adds inputs in their order, reading a few ahead: what a record is first made of must not depend on who is quicker.
 * What a folder, feed or sitemap names is added in its place.
 * @param onAdded told after each report, with the place of its input in the row
 */
export const addInputs = async (
  adding: Adding,
  inputs: readonly Input[],
  onAdded: (added: Added, index: number) => void = () => undefined,
  options: AddOptions = {},
): Promise<readonly Added[]> => {
  // Asked for first: without workers nothing would ever be read.
  const jobs = options.workers ? await jobsOf(adding.store) : undefined;
  const unread: string[] = [];
  const line: Waiting[] = inputs.map((input, index) => ({ input, index }));
  const all: Added[] = [];
  while (line.length > 0) {
    for (const ahead of line.slice(0, adding.readers.size + 1)) {
      ahead.prepared ??= prepare(adding, ahead.input, options);
      // Its failure is told when its turn comes.
      ahead.prepared.catch(() => undefined);
    }
    const { input, index, prepared } = line.shift() as Waiting;
    const added = await (prepared as Promise<Prepared>)
      .then((ready) => {
        if (!('more' in ready)) return finish(adding, input, ready);
        line.unshift(...ready.more.map((one) => ({ input: one, index })));
        return undefined;
      })
      .catch((error: unknown) => failed(input.input, error));
    if (added) {
      all.push(added);
      onAdded(added, index);
      if ('waiting' in added && added.waiting) unread.push(added.reportId);
    }
    // What a crash keeps from being sent is found by `marsad reread --workers`.
    if (unread.length >= SENT_TOGETHER || line.length === 0) await jobs?.send('read', unread.splice(0));
  }
  return all;
};
