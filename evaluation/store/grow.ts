/**
 * A store that grows without reading: everything that is held is written again under other ids and on other days, through
 * the same tables, triggers and ledger. Bytes of captures are not written again; matching is not asked, since nothing would match.
 */

/** As much of either driver as is used here. */
export type Client = {
  readonly query: (text: string, values?: unknown[]) => Promise<{ readonly rows: Record<string, unknown>[] }>;
};

/** Days between one copy and the next: more than matching looks at. */
const APART = 23;
const BATCH = 400;

/** Ids are hexadecimal; in their last two digits, each copy has other bits turned over. */
const renamed = (id: string, copy: number): string =>
  id.slice(0, -2) + (Number.parseInt(id.slice(-2), 16) ^ copy).toString(16).padStart(2, '0');
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A body with its ids and its days changed. */
const copied = (body: unknown, copy: number): string =>
  JSON.stringify(body, (key, value) => {
    if (typeof value !== 'string') return value;
    if (/^(?:id|reportId|readingId|captureId)$/.test(key) && /^[0-9a-f]{12,}$/.test(value)) return renamed(value, copy);
    return /^(?:earliest|latest)$/.test(key) ? shifted(value, -APART * copy) : value;
  });

const inBatches = async (
  client: Client,
  table: string,
  columns: string,
  write: (rows: Record<string, unknown>[]) => Promise<void>,
): Promise<void> => {
  for (let after = 0; ; ) {
    const { rows } = await client.query(
      `select ${columns}, row_number from (select *, row_number() over () from ${table}_first) numbered
       where row_number > $1 order by row_number limit ${BATCH}`,
      [after],
    );
    if (rows.length === 0) return;
    after = Number(rows.at(-1)?.row_number);
    await write(rows);
  }
};

/** An id in SQL as `renamed` has it, and an array of them. */
const idIn = (column: string, copy: number): string =>
  `left(${column}, -2) || lpad(to_hex(get_byte(decode(right(${column}, 2), 'hex'), 0) # ${copy}), 2, '0')`;
const idsIn = (column: string, copy: number): string => `array(select ${idIn('one', copy)} from unnest(${column}) one)`;

/**
 * Writes `copies` (at most 250) of all that is held.
 * @param client a connection that nothing else uses meanwhile
 */
export const grow = async (client: Client, copies: number): Promise<void> => {
  const tables = ['captures', 'reports', 'readings', 'records', 'record_index', 'record_words', 'report_index'];
  for (const table of [...tables, 'report_words', 'report_shapes'])
    await client.query(
      `create temporary table ${table}_first as select * from ${table}${/_(index|words)$/.test(table) ? ` where audience = 'owner'` : ''}`,
    );
  const insert = (table: string, columns: string, types: string, rows: unknown[]) =>
    client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_to_recordset($1::jsonb) as row (${types})`,
      [JSON.stringify(rows)],
    );
  for (let copy = 1; copy <= copies; copy += 1) {
    const body = (row: Record<string, unknown>) => JSON.parse(copied(row.body, copy)) as unknown;
    const id = (value: unknown) => renamed(String(value), copy);
    await client.query('begin');
    await inBatches(client, 'captures', 'id, body', async (rows) => {
      await insert(
        'captures',
        'id, body',
        'id text, body jsonb',
        rows.map((row) => ({ id: id(row.id), body: body(row) })),
      );
    });
    await inBatches(client, 'reports', 'id, capture_id, text_hash, url, terms, body', async (rows) => {
      await insert(
        'reports',
        'id, capture_id, text_hash, url, terms, body',
        'id text, capture_id text, text_hash text, url text, terms text, body jsonb',
        rows.map((row) => ({
          ...row,
          id: id(row.id),
          capture_id: id(row.capture_id),
          text_hash: id(row.text_hash),
          url: row.url && `${row.url}?${copy}`,
          body: body(row),
        })),
      );
    });
    await inBatches(client, 'readings', 'id, report_id, reader, body', async (rows) => {
      await insert(
        'readings',
        'id, report_id, reader, body',
        'id text, report_id text, reader text, body jsonb',
        rows.map((row) => ({ ...row, id: id(row.id), report_id: id(row.report_id), body: body(row) })),
      );
    });
    await inBatches(client, 'records', 'id, version, type, places, reports, body, made_at::text', async (rows) => {
      await insert(
        'records',
        'id, version, type, places, reports, body, made_at',
        'id text, version integer, type text, places text[], reports text[], body jsonb, made_at timestamptz',
        rows.map((row) => ({
          ...row,
          id: id(row.id),
          reports: (row.reports as string[]).map(id),
          body: body(row),
        })),
      );
    });
    const days = `earliest - ${APART * copy}, latest - ${APART * copy}, day - ${APART * copy}`;
    await client.query(`
      insert into record_index (audience, id, version, seq, type, family, actors, speakers, places, places_within, sources,
        languages, reports, earliest, latest, day, review, change, status, modality, background)
      select audience, ${idIn('id', copy)}, version, nextval('index_order'), type, family, actors, speakers, places,
        places_within, sources, languages, ${idsIn('reports', copy)}, ${days}, review, change, status, modality, background
      from record_index_first`);
    await client.query(`
      insert into report_index (audience, id, reading_id, seq, language, source, actors, places, places_within, types,
        families, claims, earliest, latest, day)
      select audience, ${idIn('id', copy)}, ${idIn('reading_id', copy)}, nextval('index_order'), language, source, actors,
        places, places_within, types, families, claims, ${days} from report_index_first`);
    for (const table of ['record_words', 'report_words'])
      await client.query(`
        insert into ${table} (audience, id, day, words)
        select audience, ${idIn('id', copy)}, day - ${APART * copy}, words from ${table}_first`);
    // Texts of other copies are no copies of this one: band hashes are as many, and others.
    await client.query(`
      insert into report_shapes (id, bands)
      select ${idIn('id', copy)}, array(select hashint4(one + ${copy}) from unnest(bands) one) from report_shapes_first`);
    await client.query(`insert into matched_readings (reading_id) select ${idIn('id', copy)} from readings_first`);
    for (const [kind, table] of [
      ['record', 'record_index_first'],
      ['report', 'report_index_first'],
    ])
      await client.query(`
        insert into public_index (kind, id, digest, again_at, touched)
        select '${kind}', ${idIn('id', copy)}, '', '-infinity', nextval('index_order') from ${table}`);
    await client.query('commit');
  }
};
