/**
 * Reports that carry one text: the same words, or lightly rewritten. Found by MinHash over pairs of words (A. Broder, «On
 * the resemblance and containment of documents», 1997) with banding, then measured exactly. Copies are kept and linked,
 * never merged: five papers that print one agency's text are five reports of one origin.
 */
import { eq, inArray, sql } from 'drizzle-orm';
import { fold } from '../language/index.ts';
import type { Database } from './database.ts';
import { reportCopies, reports } from './tables.ts';

export type Copy = {
  readonly reportId: string;
  /** The earlier report that it is most like. */
  readonly of: string;
  /** The first report of this text that was kept: the same for all its copies. */
  readonly origin: string;
  /** 0–1: share of the pairs of words that both have. 1: the same words in the same order. */
  readonly likeness: number;
};

const HASHES = 128;
const ROWS = 4;
/** From here on a text is a copy. With 32 bands of 4, one of likeness 0.5 is met with 87 %, of 0.6 with 99 %. */
export const ALIKE = 0.5;
/** Texts with fewer pairs of words are alike by chance. */
const FEWEST = 12;

/** FNV-1a, 32 bit. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};
/** Finisher of MurmurHash3: spreads what FNV leaves close together. */
const spread = (value: number): number => {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
const FACTORS = Array.from({ length: HASHES }, (_, at) => (spread(2 * at + 1) | 1) >>> 0);
const OFFSETS = Array.from({ length: HASHES }, (_, at) => spread(2 * at + 2));

/** Hashes of all pairs of neighbouring words. */
const pairsOf = (text: string): ReadonlySet<number> => {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(1).map((word, at) => spread(hashOf(`${words[at]} ${word}`))));
};
const numbersOf = (text: string): ReadonlySet<string> => new Set(fold(text).match(/\d+/g) ?? []);

const shared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  let both = 0;
  for (const value of a) if (b.has(value)) both += 1;
  return a.size + b.size === both ? 1 : both / (a.size + b.size - both);
};

/** Band hashes of a text; none where it is too short to tell. Signed 32-bit, as PostgreSQL's integers are. */
export const bandsOf = (text: string): readonly number[] => {
  const pairs = pairsOf(text);
  if (pairs.size < FEWEST) return [];
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const pair of pairs)
    for (let at = 0; at < HASHES; at += 1) {
      const value = (Math.imul(FACTORS[at]!, pair) + OFFSETS[at]!) >>> 0;
      if (value < least[at]!) least[at] = value;
    }
  return Array.from(
    { length: HASHES / ROWS },
    (_, band) =>
      least.slice(band * ROWS, (band + 1) * ROWS).reduce((hash, value) => spread(hash ^ value), spread(band + 1)) | 0,
  );
};

/**
 * How much of their pairs of words two texts share, 0–1. A daily bulletin has yesterday's words with other numbers: texts
 * that share less than half of their numbers are no copies, and 0.
 */
export const likenessOf = (a: string, b: string): number =>
  shared(numbersOf(a), numbersOf(b)) < 0.5 ? 0 : shared(pairsOf(a), pairsOf(b));

/** Candidates that are measured: of a text that everybody prints, any of its copies will do. */
const MEASURED = 20;

/** Links a report that was just kept to the one that it is a copy of. */
export const linkCopy = async (database: Database, report: { readonly id: string; readonly text: string }) => {
  const bands = bandsOf(report.text);
  if (bands.length === 0) return undefined;
  const array = sql`${sql.param([...bands])}::integer[]`;
  // Found first and put in order then: asked for both at once, a planner reads all texts in their order until it has some.
  const candidates = await database
    .select({ id: reports.id, body: reports.body, origin: reportCopies.origin })
    .from(reports)
    .leftJoin(reportCopies, eq(reportCopies.id, reports.id))
    .where(
      inArray(
        reports.id,
        sql`(with alike as materialized (select id from report_shapes where bands && ${array})
          select id from alike order by id limit ${MEASURED})`,
      ),
    )
    .orderBy(reports.seq);
  await database.execute(sql`insert into report_shapes (id, bands) values (${report.id}, ${array})`);
  let best: Copy | undefined;
  for (const { id, body, origin } of candidates) {
    const likeness = likenessOf(report.text, body.text);
    if (likeness >= ALIKE && likeness > (best?.likeness ?? 0))
      best = { reportId: report.id, of: id, origin: origin ?? id, likeness };
  }
  if (best) await database.insert(reportCopies).values({ ...best, id: best.reportId });
  return best;
};

/** All reports of the same text as this one, itself left out, in the order in which they came. */
export const copiesOf = async (database: Database, reportId: string): Promise<readonly Copy[]> => {
  const found = (await database.execute(sql`
    with mine as (select coalesce((select origin from report_copies where id = ${reportId}), ${reportId}) as origin)
    select copy.id as "reportId", copy.of, copy.origin, copy.likeness::float8 as likeness
    from report_copies copy join mine on copy.origin = mine.origin join reports on reports.id = copy.id
    where copy.id <> ${reportId} and not reports.body ? 'erased'
    union all
    select mine.origin, mine.origin, mine.origin, 1 from mine join reports on reports.id = mine.origin
    where mine.origin <> ${reportId} and not reports.body ? 'erased'`)) as unknown as {
    readonly rows: readonly Copy[];
  };
  return found.rows;
};
