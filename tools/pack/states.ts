/** What every state has (army, police, ministries …), by rule: data/actors/of-states.tsv × data/places/countries.tsv. */
import { wordsOf } from '../../src/language/index.ts';
import { badData, expectColumns, listOf, need, oneOf, type Table, type TableRow } from '../../src/load/index.ts';
import type { ActorEntry } from '../../src/read/data.ts';
import { ACTOR_KINDS, countryOf } from './people.ts';

type Tables = { readonly patterns: Table; readonly countries: Table; readonly divisions: Table };

/** Territories without forces and ministries of their own, by ISO code: what they have is another state's. */
const DEPENDENT = new Set(
  `AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR
  RE SH SJ SX TC TF TK UM VG VI WF YT`.split(/\s+/),
);

type State = {
  readonly code: string;
  readonly fill: Readonly<Record<string, readonly string[]>>;
};

const definite = (nisba: string, ending: string): string =>
  nisba
    .split(' ')
    .map((word) => `${word.startsWith('ال') ? word : `ال${word}`}${ending}`)
    .join(' ');

/** Only what can stand before a noun: «Iranian», not «Iranians»; the first form always can. */
const adjectives = (forms: readonly string[]): readonly string[] =>
  forms.filter((form, at) => at === 0 || !(form.endsWith('s') || /(?:man|men|woman)$/.test(form)));

/** @param states of America: «Georgia police» is theirs, so that name is not used bare */
const stateOf = (row: TableRow, shared: ReadonlySet<string>): State => {
  // «the Syrian Arab Republic's army» is said too rarely to be worth the room.
  const names = [need(row, 'en'), ...listOf(row, 'aliases_en').filter((name) => wordsOf(name).length < 3)].filter(
    (name) => !shared.has(name),
  );
  const nisbas = listOf(row, 'people_ar').filter((form) => form.endsWith('ي'));
  return {
    code: countryOf(row, 'code') ?? need(row, 'code'),
    fill: {
      country: names,
      people: adjectives(listOf(row, 'people_en')),
      country_ar: [need(row, 'ar'), ...listOf(row, 'aliases_ar')],
      m: nisbas.map((form) => definite(form, '')),
      f: nisbas.map((form) => definite(form, 'ة')),
    },
  };
};

const PLACEHOLDER = /\{(\w+)\}/;
/** A pattern → every way to say it of this state; none where the table lacks the form that it needs. */
const filled = (pattern: string, { fill }: State, where: string, arabic: boolean): readonly string[] => {
  const name = PLACEHOLDER.exec(pattern)?.[1];
  const forms = name && fill[arabic && name === 'country' ? 'country_ar' : name];
  if (!name || !forms) throw badData(where, `«${pattern}» has no {people}, {country}, {m} or {f}`);
  return forms.map((form) => pattern.replace(PLACEHOLDER, form));
};

const keyOf = (name: string): string => wordsOf(name).join(' ');
const namesOf = ({ names, aliases }: ActorEntry): readonly string[] => [
  names.en,
  ...(names.ar ? [names.ar] : []),
  ...aliases.en,
  ...aliases.ar,
];

/**
 * The actors of the tables, and for each state what every state has. Where the tables name a thing of that state already
 * (same country, and one of the rule's names), the rule only adds the spellings that nobody bears.
 */
export const withStates = (
  actors: readonly ActorEntry[],
  { patterns, countries, divisions }: Tables,
): readonly ActorEntry[] => {
  expectColumns(patterns, ['id', 'en', 'ar', 'aliases_en', 'aliases_ar', 'kind', 'parent', 'none']);
  const shared = new Set(divisions.rows.flatMap(({ cells }) => (cells.country === 'US' ? [cells.en ?? ''] : [])));
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const owners = new Map<string, string>();
  for (const actor of actors) for (const name of namesOf(actor)) owners.set(keyOf(name), actor.id);
  for (const row of countries.rows) {
    const state = stateOf(row, shared);
    if (DEPENDENT.has(state.code)) continue;
    // The tables' own id of each thing of this state, by the rule's.
    const told = new Map<string, string>();
    for (const pattern of patterns.rows) {
      const id = need(pattern, 'id');
      if (listOf(pattern, 'none').includes(state.code)) continue;
      const fill = (cells: readonly string[], arabic: boolean): readonly string[] => [
        ...new Set(cells.flatMap((cell) => filled(cell, state, pattern.where, arabic))),
      ];
      const en = fill([need(pattern, 'en'), ...listOf(pattern, 'aliases_en')], false);
      const ar = fill([need(pattern, 'ar'), ...listOf(pattern, 'aliases_ar')], true);
      if (en[0] === undefined) continue;
      const held = [...en, ...ar].flatMap((name) => {
        const owner = byId.get(owners.get(keyOf(name)) ?? '');
        return owner?.country === state.code ? [owner] : [];
      })[0];
      const free = (names: readonly string[]): readonly string[] =>
        names.filter(
          (name, at) => !owners.has(keyOf(name)) && names.findIndex((one) => keyOf(one) === keyOf(name)) === at,
        );
      const more = { en: free(en), ar: free(ar) };
      if (!held && more.en.length === 0) continue;
      const { parent } = pattern.cells;
      const above = parent && (told.get(parent) ?? `${parent}-${state.code.toLowerCase()}`);
      const actor: ActorEntry = held
        ? {
            ...held,
            role: held.role ?? id,
            aliases: { en: [...held.aliases.en, ...more.en], ar: [...held.aliases.ar, ...more.ar] },
          }
        : {
            id: `${id}-${state.code.toLowerCase()}`,
            names: { en: more.en[0]!, ...(more.ar[0] && { ar: more.ar[0] }) },
            aliases: { en: more.en.slice(1), ar: more.ar.slice(1) },
            kind: oneOf(pattern, 'kind', ACTOR_KINDS),
            ...(above && byId.has(above) && { parent: above }),
            country: state.code,
            role: id,
          };
      if (!held && byId.has(actor.id))
        throw badData(pattern.where, `the id «${actor.id}» stands already in data/actors`);
      told.set(id, actor.id);
      byId.set(actor.id, actor);
      for (const name of namesOf(actor)) owners.set(keyOf(name), actor.id);
    }
  }
  return [...byId.values()];
};
