/** The table from our values to those of MUC-4, compiled. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTable } from '../../../src/load/index.ts';

type MapRow = { readonly label: string; readonly type: string | undefined; readonly words: RegExp | undefined };

const FILE = path.join(import.meta.dirname, '../../maps/muc4.tsv');

const rows = parseTable('muc4.tsv', readFileSync(FILE, 'utf8')).rows.map(({ cells }) => ({
  kind: cells.kind,
  label: cells.label ?? '',
  type: cells.type,
  words: cells.words === undefined ? undefined : new RegExp(`\\b(?:${cells.words})\\b`, 'i'),
}));

const of = (kind: string): readonly MapRow[] => rows.filter((row) => row.kind === kind);

const incidents = of('incident');
const weapons = of('weapon');
const organisations = of('organisation');
const countries = of('country');
const [state] = of('state');
const [rebel] = of('rebel');
const [military] = of('military');
const [nobody] = of('nobody');
const [anybody] = of('anybody');
const [deed] = of('deed');

/** Incident type of a claim: by its words first, which tell a bomb from a bullet, then by its type; undefined: none of theirs. */
export const incidentOf = (type: string, clause: string): string | undefined => {
  const known = incidents.some((row) => row.type === type);
  return known
    ? (incidents.find((row) => row.words?.test(clause)) ?? incidents.find((row) => row.type === type))?.label
    : undefined;
};

export const weaponTypeOf = (words: string): string | undefined => weapons.find((row) => row.words?.test(words))?.label;

const timesIn = (text: string, { words }: MapRow): number =>
  words === undefined ? 0 : (text.match(new RegExp(words.source, 'gi'))?.length ?? 0);

/** The country whose names and people a text has most; undefined where it has none. */
export const countryIn = (text: string): string | undefined => {
  const counted = countries.map((row) => ({ label: row.label, times: timesIn(text, row) }));
  return counted.reduce((best, row) => (row.times > best.times ? row : best), {
    label: undefined as string | undefined,
    times: 0,
  }).label;
};
export const isState = (words: string): boolean => state?.words?.test(words) ?? false;
export const isMilitary = (words: string): boolean => military?.words?.test(words) ?? false;
/** What is attacked but is nobody: bodies of the state, machines, words that stand for others. */
export const isNobody = (words: string): boolean => nobody?.words?.test(words.split(' ').at(-1) ?? '') ?? false;
/** A victim of whom nothing more is told than that it was one. */
export const isAnybody = (words: string): boolean => !words.includes(' ') && (anybody?.words?.test(words) ?? false);
/** A word that alone says what kind of deed it was: «terrorist attack». */
export const isKindOfDeed = (words: string): boolean => deed?.words?.test(words) === true && !words.includes(' ');
export const isRebel = (words: string): boolean => rebel?.words?.test(words) ?? false;

/** Organisations that a text names, as they would be keyed. */
export const organisationsIn = (text: string): string[] =>
  organisations.filter((row) => row.words?.test(text)).map((row) => row.label);

const confidences = of('confidence');
const [attempt] = of('attempt');

/** Whether words tell of what was tried and did not come off. */
export const isAttempt = (words: string): boolean => attempt?.words?.test(words) ?? false;

/**
 * How sure an organisation's part is by the words that tell of it; undefined where none of them do.
 * @param authority whether a body of the state says so
 */
export const confidenceIn = (text: string, authority = false): string | undefined =>
  confidences.find(({ type, words }) => (type !== 'authority' || authority) && words?.test(text))?.label;
