/** Inputs → what the observatory holds: capture, keep the bytes, read, keep the rest. One failing input stops no other. */
import { type Captured, captureInput, type Given, type World } from '../collect/index.ts';
import { Failure, type Source, type Terms } from '../model/index.ts';
import type { MatchKnowledge, Store } from '../record/index.ts';
import type { Read, Readers } from './reading-pool.ts';
import { jobsOf } from './work.ts';

export type Input = {
  /** Path of a file, or an http(s) address. */
  readonly input: string;
  /** What the giver knows; goes before what the page says. `publisher` is a source's id. */
  readonly given?: Given;
  /** What the public may see of this report, where it is not what its source allows. */
  readonly terms?: Terms;
};

export type AddOptions = {
  /** Keep the reports, and leave the reading to `marsad work`. */
  readonly workers?: boolean;
};

export type Added = { readonly input: string } & (
  | {
      readonly reportId: string;
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
    }
  | { readonly failure: { readonly code: string; readonly message: string } }
);

export type Adding = {
  readonly store: Store;
  readonly readers: Readers;
  readonly knowledge: MatchKnowledge;
  readonly sources: readonly Source[];
  readonly collector: string;
  readonly world: World;
  /** True once the observatory is being closed: what has not begun is left. */
  readonly closing: () => boolean;
};

/** Reports that one job reads. */
const SENT_TOGETHER = 25;

/** The source that an address belongs to: `www.example.org` belongs to `example.org`. */
const sourceOfAddress = (sources: readonly Source[], address: string | undefined): string | undefined => {
  if (!address || !URL.canParse(address)) return undefined;
  const host = new URL(address).hostname;
  return sources.find((source) => source.hosts.some((own) => host === own || host.endsWith(`.${own}`)))?.id;
};

type Prepared =
  | { readonly heldAs: string }
  | { readonly captured: Captured; readonly read: Pick<Read, 'report'> & Partial<Read> };

const prepare = async (adding: Adding, { input, given = {} }: Input, { workers }: AddOptions): Promise<Prepared> => {
  const { store, readers, sources, collector, world } = adding;
  if (adding.closing()) throw new Failure('closed', `${input} was not added: the observatory was closed.`);
  if (given.publisher && !sources.some((source) => source.id === given.publisher))
    throw new Failure(
      'source-unknown',
      `There is no source «${given.publisher}». Known: ${sources.map((source) => source.id).join(', ')}.`,
    );
  const captured = await captureInput(input, { collector, world });
  const heldAs = await store.reportOfCapture(captured.capture.id);
  if (heldAs) return { heldAs };
  // On disk before anybody reads them: what a reader trips over is not lost.
  await store.keepBytes(captured.capture, captured.bytes);
  const { capture } = captured;
  const publisher = given.publisher ?? sourceOfAddress(sources, capture.finalAddress ?? capture.address);
  const known = { ...given, ...(publisher && { publisher }) };
  if (workers) return { captured, read: { report: await readers.extract(capture, captured.bytes, known) } };
  return { captured, read: await readers.read(capture, captured.bytes, known) };
};

const finish = async (adding: Adding, { input, terms }: Input, prepared: Prepared): Promise<Added> => {
  if ('heldAs' in prepared) return { input, reportId: prepared.heldAs, held: true, claims: 0, records: 0, joined: 0 };
  const { captured, read } = prepared;
  const { report, reading } = read;
  const unread = { capture: captured.capture, report, ...(terms && { terms }) };
  const { copy, ...kept } = reading
    ? await adding.store.keep({ ...unread, reading }, adding.knowledge, adding.world.now().toISOString())
    : await adding.store.keepUnread(unread);
  return {
    input,
    ...kept,
    ...(!reading && !kept.held && { waiting: true as const }),
    ...(copy && { copyOf: copy.of }),
  };
};

/** A Failure is the input's; anything else is ours, and is told whole where MARSAD_DEBUG asks for it. */
const failed = (input: string, error: unknown): Added => {
  if (error instanceof Failure) return { input, failure: { code: error.code, message: error.message } };
  const words = error instanceof Error ? error : new Error(String(error));
  const message = process.env.MARSAD_DEBUG
    ? (words.stack ?? words.message)
    : `${words.message.split('\n')[0]} (set MARSAD_DEBUG=1 for details)`;
  return { input, failure: { code: 'unexpected', message: `${input}: ${message}` } };
};

/**
 * Adds inputs in their order, reading a few ahead: what a record is first made of must not depend on who is quicker.
 * @param onAdded told after each input, with its place in the row
 */
export const addInputs = async (
  adding: Adding,
  inputs: readonly Input[],
  onAdded: (added: Added, index: number) => void = () => undefined,
  options: AddOptions = {},
): Promise<readonly Added[]> => {
  // Asked for first: without workers nothing would ever be read.
  const jobs = options.workers ? await jobsOf(adding.store) : undefined;
  const waiting: string[] = [];
  const started: Promise<Prepared>[] = [];
  const added: Added[] = [];
  for (const [index, input] of inputs.entries()) {
    for (const ahead of inputs.slice(started.length, index + adding.readers.size + 1)) {
      const preparing = prepare(adding, ahead, options);
      // Its failure is told when its turn comes.
      preparing.catch(() => undefined);
      started.push(preparing);
    }
    const result = await (started[index] as Promise<Prepared>)
      .then((prepared) => finish(adding, input, prepared))
      .catch((error: unknown) => failed(input.input, error));
    added.push(result);
    onAdded(result, index);
    if ('waiting' in result && result.waiting) waiting.push(result.reportId);
    // What a crash keeps from being sent is found by `marsad reread --workers`.
    if (waiting.length >= SENT_TOGETHER || index === inputs.length - 1) await jobs?.send('read', waiting.splice(0));
  }
  return added;
};
