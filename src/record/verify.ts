/** Is everything that was ever taken into custody still there, byte for byte? Changes nothing. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { type Head, headOf } from './ledger.ts';

export type Fault = {
  /**
   * `altered`: not what it was when it was taken in; `missing`: in the ledger alone; `unrecorded`: not in the ledger;
   * `chain`: a line of the ledger does not follow from the one before; `cut`: the ledger does not hold a head that was
   * noted or published; `remains`: erased, but its bytes are still there.
   */
  readonly fault: 'altered' | 'missing' | 'unrecorded' | 'chain' | 'cut' | 'remains';
  /** As in the ledger: `capture`, `reading` …; `bytes` for a capture's file, `head` for a head. */
  readonly kind: string;
  readonly subject: string;
};

export type Verified = {
  /** Lines of the ledger. */
  readonly items: number;
  /** Captures whose bytes were read. */
  readonly files: number;
  /** Things lawfully erased, with what they were; no faults. */
  readonly erased: readonly { readonly kind: string; readonly subject: string; readonly at: string }[];
  readonly faults: readonly Fault[];
  readonly head: Head;
};

type Rows<T> = { readonly rows: readonly T[] };
type Item = { readonly kind: string; readonly subject: string };

const hashOf = async (path: string): Promise<string | undefined> => {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
};

/** Files read at once: more only wait for the same disk. */
const ABREAST = 8;

const filesFaults = async (
  captures: readonly { readonly id: string; readonly erased: boolean }[],
  pathOf: (id: string) => string,
): Promise<readonly Fault[]> => {
  const faults: Fault[] = [];
  const left = [...captures];
  const one = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const hash = await hashOf(pathOf(next.id));
      const tell = (fault: Fault['fault']) => faults.push({ fault, kind: 'bytes', subject: next?.id ?? '' });
      if (next.erased) {
        if (hash !== undefined) tell('remains');
      } else if (hash === undefined) tell('missing');
      else if (hash !== next.id) tell('altered');
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, one));
  return faults.sort((a, b) => (a.subject < b.subject ? -1 : 1));
};

/**
 * @param pathOf file of a capture's bytes
 * @param heads that the ledger must hold: noted in the home, or published with editions
 */
export const verify = async (
  database: Database,
  pathOf: (id: string) => string,
  heads: readonly Head[],
): Promise<Verified> => {
  const rowsOf = async <T>(query: ReturnType<typeof sql>): Promise<readonly T[]> =>
    ((await database.execute(query)) as unknown as Rows<T>).rows;
  const faults: Fault[] = [];
  const tell = (fault: Fault['fault'], found: readonly Item[]) => {
    for (const { kind, subject } of found) faults.push({ fault, kind, subject });
  };
  tell(
    'chain',
    await rowsOf<Item>(sql`
      select kind, subject from (
        select *, lag(hash) over line as hash_before, lag(seq) over line as seq_before from ledger window line as (order by seq)
      ) lines
      where seq <> coalesce(seq_before, 0) + 1 or previous <> coalesce(hash_before, repeat('0', 64))
        or hash <> ledger_hash(previous, seq, kind, subject, digest, at)
      order by seq`),
  );
  const found = await rowsOf<Item & { readonly what: Fault['fault'] | 'erased'; readonly at: string | null }>(sql`
    select coalesce(ledger.kind, item.kind) as kind, coalesce(ledger.subject, item.subject) as subject,
      erasure.body ->> 'at' as at,
      case when ledger.seq is null then 'unrecorded'
        when item.subject is null then 'missing'
        when item.erased and erasure.id is not null and item.content like '%' || jsonb_build_object('erased', erasure.id)::text then 'erased'
        else 'altered' end as what
    from ledger
    full join custody_items item on item.kind = ledger.kind and item.subject = ledger.subject
    left join erasures erasure on erasure.kind = item.kind and erasure.subject = item.subject
    where ledger.seq is null or item.subject is null or item.erased or ledger.digest <> text_digest(item.content)
    order by 1, 2`);
  for (const { kind, subject, what } of found) if (what !== 'erased') faults.push({ fault: what, kind, subject });
  const captures = await rowsOf<{ readonly id: string; readonly erased: boolean }>(
    sql`select id, body ? 'erased' as erased from captures`,
  );
  faults.push(...(await filesFaults(captures, pathOf)));
  const wanted = [...new Map(heads.map((head) => [`${head.seq}:${head.hash}`, head]))];
  const held = new Set(
    (await rowsOf<{ readonly head: string }>(sql`select seq || ':' || hash as head from ledger`)).map(
      (row) => row.head,
    ),
  );
  for (const [text, head] of wanted)
    if (head.seq > 0 && !held.has(text)) faults.push({ fault: 'cut', kind: 'head', subject: text });
  const head = await headOf(database);
  return {
    items: head.seq,
    files: captures.filter((one) => !one.erased).length,
    erased: found.flatMap(({ kind, subject, what, at }) =>
      what === 'erased' ? [{ kind, subject, at: at ?? '' }] : [],
    ),
    faults,
    head,
  };
};
