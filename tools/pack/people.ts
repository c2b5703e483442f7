/** Actors, sources, countries and the names to be careful with: tables → checked values. */
import { createRequire } from 'node:module';
import { badData, expectColumns, listOf, need, oneOf, type Table, type TableRow } from '../../src/load/index.ts';
import { type Language, type Source, sourceSchema } from '../../src/model/index.ts';
import type { ActorEntry, AmbiguousName, NationalityEntry } from '../../src/read/data.ts';

const require = createRequire(import.meta.url);
type CountryCodes = { getAlpha2Codes(): Record<string, string>; numericToAlpha2(code: string): string | undefined };
/** ISO 3166-1 as i18n-iso-countries has it (and XK, Kosovo, which it adds). */
export const iso = require('i18n-iso-countries') as CountryCodes;
const known = new Set(Object.keys(iso.getAlpha2Codes()));

export const ACTOR_KINDS = [
  'state-forces',
  'rebel-group',
  'political-militia',
  'identity-militia',
  'rioters',
  'protesters',
  'civilians',
  'external-forces',
  'monitor',
  'agency',
  'outlet',
  'organisation',
  'institution',
  'alliance',
] as const;

/** The cell as a country code, or undefined where it is empty. */
export const countryOf = (row: TableRow, column = 'country'): string | undefined => {
  const code = row.cells[column];
  if (code !== undefined && !known.has(code)) throw badData(row.where, `«${code}» is no ISO 3166-1 alpha-2 code`);
  return code;
};

const slug = (row: TableRow): string => {
  const id = need(row, 'id');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw badData(row.where, `the id «${id}» is not lower-case-with-hyphens`);
  return id;
};

/** All rows by id. Throws where an id stands twice. */
export const byId = (tables: readonly Table[]): Map<string, TableRow> => {
  const rows = new Map<string, TableRow>();
  for (const table of tables)
    for (const row of table.rows) {
      const id = slug(row);
      const earlier = rows.get(id);
      if (earlier) throw badData(row.where, `the id «${id}» stands already at ${earlier.where}`);
      rows.set(id, row);
    }
  return rows;
};

/** Throws where a row's parent does not exist or leads back to the row itself. */
export const checkParents = (rows: ReadonlyMap<string, TableRow>): void => {
  for (const [id, row] of rows) {
    const seen = new Set([id]);
    for (let at = row; at.cells.parent !== undefined && !at.cells.parent.startsWith('country:'); ) {
      const parent = at.cells.parent;
      if (seen.has(parent)) throw badData(row.where, `the parents of «${id}» go round in a loop, by «${parent}»`);
      const next = rows.get(parent);
      if (!next) throw badData(at.where, `the parent «${parent}» is not in the tables`);
      seen.add(parent);
      at = next;
    }
  }
};

const pair = (row: TableRow): Readonly<Record<Language, readonly string[]>> => ({
  en: listOf(row, 'aliases_en'),
  ar: listOf(row, 'aliases_ar'),
});

/** `1980–1992`, `2017–`, `–1997` → first and last year, each only where it is told. */
const yearsOf = (row: TableRow): ActorEntry['years'] => {
  const cell = row.cells.years;
  if (cell === undefined) return undefined;
  const [, from, to] = /^(\d{4})?–(\d{4})?$/.exec(cell) ?? [];
  if ((from === undefined && to === undefined) || Number(from ?? 0) > Number(to ?? 9999))
    throw badData(row.where, `«years» is «${cell}», not like 1980–1992, 2017– or –1997`);
  return { ...(from && { from: Number(from) }), ...(to && { to: Number(to) }) };
};

/** data/actors/*.tsv → actors by id, in the order of their ids. */
export const actorsOf = (tables: readonly Table[]): readonly ActorEntry[] => {
  for (const table of tables)
    expectColumns(
      table,
      ['id', 'en', 'kind'],
      ['ar', 'aliases_en', 'aliases_ar', 'parent', 'country', 'years', 'patron', 'note'],
    );
  const rows = byId(tables);
  checkParents(rows);
  return [...rows.values()].map((row) => {
    const { ar, parent } = row.cells;
    const country = countryOf(row);
    const years = yearsOf(row);
    const patron = countryOf(row, 'patron');
    return {
      id: slug(row),
      names: { en: need(row, 'en'), ...(ar && { ar }) },
      aliases: pair(row),
      kind: oneOf(row, 'kind', ACTOR_KINDS),
      ...(parent && { parent }),
      ...(country && { country }),
      ...(years && { years }),
      ...(patron && { patron }),
    };
  });
};

/** data/sources/*.tsv → sources. */
export const sourcesOf = (tables: readonly Table[]): readonly Source[] => {
  for (const table of tables)
    expectColumns(table, ['id', 'en', 'ar', 'kind', 'languages'], ['aliases', 'address', 'hosts', 'terms', 'note']);
  return [...byId(tables).values()].map((row) => {
    const { address, terms } = row.cells;
    const parsed = sourceSchema.safeParse({
      id: slug(row),
      names: { en: need(row, 'en'), ar: need(row, 'ar') },
      aliases: listOf(row, 'aliases'),
      kind: need(row, 'kind'),
      ...(address && { address }),
      hosts: listOf(row, 'hosts'),
      languages: listOf(row, 'languages'),
      // The words of released claims and no more, unless the table says otherwise.
      terms: terms ?? 'quotes',
    });
    if (!parsed.success)
      throw badData(row.where, parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
    return parsed.data;
  });
};

/** Endings of the Arabic relative adjective: إيراني → إيرانية، إيرانيون، إيرانيين، إيرانيات. */
const NISBA = ['', 'ة', 'ون', 'ين', 'ات', 'تين', 'تان', 'ان'];

/** data/places/countries.tsv → who belongs to a country, in both languages. */
export const nationalitiesOf = (table: Table): readonly NationalityEntry[] =>
  table.rows
    .map((row) => ({
      country: countryOf(row, 'code') ?? need(row, 'code'),
      en: listOf(row, 'people_en'),
      // Only a form in ـي takes the endings; broken plurals (أتراك، روس) are listed as they are.
      ar: listOf(row, 'people_ar').flatMap((form) => (form.endsWith('ي') ? NISBA.map((end) => form + end) : [form])),
    }))
    .filter((entry) => entry.en.length + entry.ar.length > 0);

/** data/places/ambiguous.tsv → names that are words or persons too. */
export const ambiguousOf = (table: Table): readonly AmbiguousName[] => {
  expectColumns(table, ['name', 'reason', 'rule']);
  const seen = new Map<string, string>();
  return table.rows.map((row) => {
    const name = need(row, 'name');
    const earlier = seen.get(name);
    if (earlier) throw badData(row.where, `«${name}» stands already at ${earlier}`);
    seen.set(name, row.where);
    return { name, reason: need(row, 'reason'), rule: oneOf(row, 'rule', ['skip', 'needs-context'] as const) };
  });
};
