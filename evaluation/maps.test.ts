/** The tables of evaluation/maps: every row can hold, and what holds of a claim is what its columns say. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReaderData } from '../src/load/index.ts';
import { openContext } from './index.ts';
import { claimsFor, factsOf, holdsAround, type Rule, rulesOf, sidesOf } from './maps.ts';
import type { Context } from './set.ts';

let context: Context;
let ids: readonly string[];
beforeAll(async () => {
  context = await openContext();
  ids = (await loadReaderData()).ontology.map(({ id }) => id);
});

const facts = (text: string) => factsOf(context.read({ id: '1', text }), context);
const FILES = ['arabic.tsv', 'case21.tsv', 'ipe.tsv', 'plover.tsv'];

describe.each(FILES)('%s', (file) => {
  test('names only types of the code book, and only sides that sides.tsv knows', () => {
    const known = new Set(sidesIn());
    for (const { type, with: beside, without, agent, target, beside: near } of rulesOf(file)) {
      for (const one of [...(type ?? []), ...(beside ?? []), ...(without ?? [])])
        expect(
          ids.some((id) => id === one || (one.endsWith('.*') && id.startsWith(one.slice(0, -1)))),
          one,
        ).toBe(true);
      for (const side of [...(agent ?? []), ...(target ?? []), ...(near ?? [])]) expect(known, side).toContain(side);
    }
  });
});

const sidesIn = (): string[] => ['state', 'police', 'rebel', 'gunman', 'crowd', 'civil'];

test('every table that stands there is read by a set', () => {
  const tables = readdirSync(path.join(import.meta.dirname, 'maps')).filter((name) => name.endsWith('.tsv'));
  expect(tables.filter((name) => !['sides.tsv', 'muc4.tsv'].includes(name)).sort()).toEqual(FILES);
});

describe('a row', () => {
  const row = (rule: Omit<Rule, 'label'>): Rule => ({ label: 'X', ...rule });
  const RIOT = 'Police opened fire on protesters in Homs on Monday.';
  test.each([
    ['type', RIOT, row({ type: ['violence.shooting'] }), true],
    ['family', RIOT, row({ type: ['violence.*'] }), true],
    ['another type', RIOT, row({ type: ['violence.airstrike'] }), false],
    ['who acted', RIOT, row({ type: ['violence.shooting'], agent: ['police'] }), true],
    ['who did not', RIOT, row({ type: ['violence.shooting'], agent: ['rebel'] }), false],
    ['who stands in the sentence', RIOT, row({ type: ['violence.shooting'], beside: ['crowd'] }), true],
    ['what is told beside it', RIOT, row({ type: ['violence.shooting'], with: ['politics.protest'] }), true],
    ['what must not be told', RIOT, row({ type: ['violence.shooting'], without: ['politics.*'] }), false],
    ['harm', 'Police opened fire in Homs, killing two men.', row({ type: ['violence.*'], harm: ['killed'] }), true],
    ['no harm', 'Police opened fire in Homs. Nobody was hurt.', row({ harm: ['killed'] }), false],
    ['denied', 'The army did not withdraw from Idlib.', row({ type: ['posture.deployment'] }), false],
    [
      'denied, and asked for',
      'The army did not withdraw from Idlib.',
      row({ type: ['posture.deployment'], modality: ['denied'] }),
      true,
    ],
  ])('%s', (_name, text, rule, expected) => {
    expect(claimsFor(rule, facts(text)).length > 0).toBe(expected);
  });
  test('without claims holds of nothing', () => {
    expect(claimsFor(row({}), facts('The market opened at nine.'))).toEqual([]);
    expect(holdsAround(row({ with: ['violence.*'] }), facts('The market opened at nine.'))).toBe(false);
  });
});

test.each([
  ['The Syrian army shelled Homs.', 'state'],
  ['Riot police arrested two men.', 'police'],
  ['Rebels attacked a convoy.', 'rebel'],
  ['Boko Haram attacked a village.', 'rebel'],
  ['Protesters marched in Homs.', 'crowd'],
])('«%s» speaks of: %s', (text, side) => {
  const reading = context.read({ id: '1', text });
  expect(reading.mentions.flatMap((mention) => [...sidesOf(mention, reading, context)])).toContain(side);
});
