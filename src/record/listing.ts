/** Entries → rows of the two index tables. They can be made again from what is kept, so they alone are ever replaced. */
import { sql } from 'drizzle-orm';
import type { Reading, Report } from '../model/index.ts';
import { type Database, lockRecords } from './database.ts';
import { entryOfRecord, entryOfReport, familyOf, type RecordEntry, type ReportEntry, type Words } from './entries.ts';
import { records, type Side } from './tables.ts';

/** Ids of all places that a place lies in. */
export type PlacesAbove = (placeId: string) => readonly string[];

const within = (places: readonly string[], above: PlacesAbove): readonly string[] => [
  ...new Set(places.flatMap((id) => [id, ...above(id)])),
];

const wordColumns = ({ en, ar }: Words) => ({
  head_en: en.head,
  head_ar: ar.head,
  body_en: en.body,
  body_ar: ar.body,
});

const WORDS = sql.raw(
  `setweight(to_tsvector('english', head_en), 'A') || setweight(to_tsvector('arabic', head_ar), 'A') ||
   to_tsvector('english', body_en) || to_tsvector('arabic', body_ar)`,
);
const WORD_COLUMNS = sql.raw('head_en text, head_ar text, body_en text, body_ar text');

/** Both audiences' rows of one database call; a row that is there already is replaced, and moves to the top. */
export const listRecordRows = async (
  database: Database,
  side: Side,
  entries: readonly RecordEntry[],
  above: PlacesAbove,
): Promise<void> => {
  if (entries.length === 0) return;
  const rows = entries.map(({ words, ...entry }) => ({
    ...entry,
    family: familyOf(entry.type),
    places_within: within(entry.places, above),
    ...wordColumns(words),
  }));
  await database.execute(sql`
    with entry as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (id text, version integer, type text,
        family text, actors text[], speakers text[], places text[], places_within text[], sources text[],
        languages text[], reports text[], earliest date, latest date, day date, review text, change text, status text,
        modality text, background boolean, ${WORD_COLUMNS})),
    found as (
      insert into record_words (audience, id, day, words) select ${side}, id, day, ${WORDS} from entry
      on conflict (audience, id) do update set day = excluded.day, words = excluded.words)
    insert into record_index (audience, id, version, seq, type, family, actors, speakers, places, places_within, sources,
      languages, reports, earliest, latest, day, review, change, status, modality, background)
    select ${side}, id, version, nextval('index_order'), type, family, actors, speakers, places, places_within, sources,
      languages, reports, earliest, latest, day, review, change, status, modality, background
    from entry
    on conflict (audience, id) do update set version = excluded.version, seq = excluded.seq, type = excluded.type,
      family = excluded.family, actors = excluded.actors, speakers = excluded.speakers, places = excluded.places,
      places_within = excluded.places_within, sources = excluded.sources, languages = excluded.languages,
      reports = excluded.reports, earliest = excluded.earliest, latest = excluded.latest, day = excluded.day,
      review = excluded.review, change = excluded.change, status = excluded.status, modality = excluded.modality,
      background = excluded.background`);
};

/** As listRecordRows, for reports. */
export const listReportRows = async (
  database: Database,
  side: Side,
  entries: readonly ReportEntry[],
  above: PlacesAbove,
): Promise<void> => {
  if (entries.length === 0) return;
  const rows = entries.map(({ words, readingId, ...entry }) => ({
    ...entry,
    reading_id: readingId,
    families: [...new Set(entry.types.map(familyOf))],
    places_within: within(entry.places, above),
    ...wordColumns(words),
  }));
  await database.execute(sql`
    with entry as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (id text, reading_id text, language text,
        source text, actors text[], places text[], places_within text[], types text[], families text[], claims integer,
        earliest date, latest date, day date, ${WORD_COLUMNS})),
    found as (
      insert into report_words (audience, id, day, words) select ${side}, id, day, ${WORDS} from entry
      on conflict (audience, id) do update set day = excluded.day, words = excluded.words)
    insert into report_index (audience, id, reading_id, seq, language, source, actors, places, places_within, types,
      families, claims, earliest, latest, day)
    select ${side}, id, reading_id, nextval('index_order'), language, source, actors, places, places_within, types,
      families, claims, earliest, latest, day
    from entry
    on conflict (audience, id) do update set reading_id = excluded.reading_id, seq = excluded.seq,
      language = excluded.language, source = excluded.source, actors = excluded.actors, places = excluded.places,
      places_within = excluded.places_within, types = excluded.types, families = excluded.families,
      claims = excluded.claims, earliest = excluded.earliest, latest = excluded.latest, day = excluded.day`);
};

/** Everything is due for the gate. */
const dueAll = (database: Database): Promise<unknown> =>
  database.execute(sql`
    insert into public_index (kind, id, digest, again_at, touched)
    select 'record', id, '', '-infinity'::timestamptz, nextval('index_order') from record_index where audience = 'owner'
    union all
    select 'report', id, '', '-infinity'::timestamptz, nextval('index_order') from report_index where audience = 'owner'`);

/** True of the newest version of each record. */
const isLatest = sql`not exists (select 1 from ${records} newer where newer.id = ${records.id} and newer.version > ${records.version})`;

/** Version of the rows' form. A change of what entries hold needs the next number, and each store is listed anew once. */
const FORM = 1;
const FORM_KEY = 'index.form';
const BATCH = 500;

type Rows<T> = { readonly rows: readonly T[] };

/**
 * Lists everything anew where the rows were made in another form, or with other knowledge of places.
 * @param key names the knowledge
 */
export const relist = async (database: Database, above: PlacesAbove, key: string): Promise<boolean> => {
  const form = `${FORM} ${key}`;
  const isListed = async (at: Database): Promise<boolean> => {
    const asked = await at.execute(sql`select value from settings where key = ${FORM_KEY}`);
    return (asked as unknown as Rows<{ readonly value: unknown }>).rows[0]?.value === form;
  };
  if (await isListed(database)) return false;
  await database.transaction(async (transaction) => {
    await lockRecords(transaction);
    // Another process was quicker.
    if (await isListed(transaction)) return;
    for (const table of ['record_index', 'report_index', 'public_index', 'listed_totals'])
      await transaction.execute(sql.raw(`delete from ${table}`));
    // In the order in which they came, which is the order of lists.
    for (let after = 0; ; ) {
      const batch = (await transaction.execute(sql`
        select reports.seq, reports.body as report, reading.body as reading, reports.added_at::text as added
        from reports cross join lateral
          (select body from readings where report_id = reports.id order by seq desc limit 1) reading
        where reports.seq > ${after} and not reports.body ? 'erased' order by reports.seq limit ${BATCH}`)) as unknown as Rows<{
        readonly seq: number;
        readonly report: Report;
        readonly reading: Reading;
        readonly added: string;
      }>;
      const last = batch.rows.at(-1);
      if (!last) break;
      after = Number(last.seq);
      const entries = batch.rows.map((row) => entryOfReport(row.report, row.reading, row.added));
      await listReportRows(transaction, 'owner', entries, above);
    }
    for (let after = 0; ; ) {
      const batch = await transaction
        .select({ seq: records.seq, body: records.body })
        .from(records)
        .where(sql`${records.seq} > ${after} and ${isLatest} and not (${records.body} ? 'erased')`)
        .orderBy(records.seq)
        .limit(BATCH);
      const last = batch.at(-1);
      if (!last) break;
      after = last.seq;
      await listRecordRows(
        transaction,
        'owner',
        batch.map((row) => entryOfRecord(row.body)),
        above,
      );
    }
    await dueAll(transaction);
    await transaction.execute(sql`
      insert into settings (key, value) values (${FORM_KEY}, ${JSON.stringify(form)}::jsonb)
      on conflict (key) do update set value = excluded.value`);
  });
  return true;
};
