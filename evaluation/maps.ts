/**
 * Tables from our claims to the labels of other code books (maps/*.tsv). A row holds of a claim where all that it names
 * holds; the columns are told in maps/README.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTable } from '../src/load/index.ts';
import { type Claim, Failure, type Mention, type Reading } from '../src/model/index.ts';
import type { Context } from './set.ts';

export type Rule = {
  readonly label: string;
  /** What the claim must be: each list holds alternatives, an absent one anything. */
  readonly type?: readonly string[];
  readonly change?: readonly string[];
  readonly modality?: readonly string[];
  readonly agent?: readonly string[];
  readonly target?: readonly string[];
  readonly beside?: readonly string[];
  readonly harm?: readonly string[];
  /** What the reading must hold beside it, and must not. */
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  /** For sets that take one label alone: rows of a lower rank are asked first. */
  readonly rank?: readonly string[];
};

const LISTS = ['type', 'change', 'modality', 'agent', 'target', 'beside', 'harm', 'with', 'without', 'rank'] as const;

/** @throws Failure `bad-data` where a row has no label or a column that no rule knows */
export const rulesOf = (file: string): readonly Rule[] => {
  const { columns, rows } = parseTable(file, readFileSync(path.join(import.meta.dirname, 'maps', file), 'utf8'));
  const odd = columns.find((column) => column !== 'label' && !LISTS.some((list) => list === column));
  if (odd !== undefined) throw new Failure('bad-data', `maps/${file}: no rule knows the column «${odd}».`);
  return rows.map(({ cells, where }) => {
    if (cells.label === undefined) throw new Failure('bad-data', `maps/${where}: the row has no label.`);
    const lists = LISTS.flatMap((list) => (cells[list] === undefined ? [] : [[list, cells[list].split('|')]]));
    return { label: cells.label, ...Object.fromEntries(lists) };
  });
};

const SIDES = parseTable('sides.tsv', readFileSync(path.join(import.meta.dirname, 'maps/sides.tsv'), 'utf8')).rows.map(
  ({ cells }) => ({ side: cells.side ?? '', kind: cells.kind, word: cells.word?.toLowerCase() }),
);

/** On which sides somebody stands: by the kind of the actor, and by the words of the mention. */
export const sidesOf = (mention: Mention, reading: Reading, { actorKind }: Context): ReadonlySet<string> => {
  const owner = mention.actor ?? reading.mentions.find(({ id }) => id === mention.of)?.actor;
  const kind = owner === undefined ? undefined : actorKind(owner);
  const text = ` ${reading.report.text
    .slice(mention.start, mention.end)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')} `;
  return new Set(
    SIDES.filter(
      (row) =>
        (row.kind !== undefined && row.kind === kind) ||
        (row.word !== undefined && (text.includes(` ${row.word} `) || text.includes(` ${row.word}s `))),
    ).map(({ side }) => side),
  );
};

const isOf = (type: string, pattern: string): boolean =>
  pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;

/** A reading with what rules ask of it, looked up once. */
export type Facts = {
  readonly reading: Reading;
  readonly claims: readonly Claim[];
  readonly sides: (ids: readonly string[]) => ReadonlySet<string>;
  /** Sides that stand in the sentence of a claim. */
  readonly beside: (claim: Claim) => ReadonlySet<string>;
};

export const factsOf = (reading: Reading, context: Context): Facts => {
  const byId = new Map(reading.mentions.map((mention) => [mention.id, sidesOf(mention, reading, context)]));
  const sides = (ids: readonly string[]) => new Set(ids.flatMap((id) => [...(byId.get(id) ?? [])]));
  return {
    reading,
    claims: reading.claims.filter((claim) => claim.same === undefined),
    sides,
    beside: ({ trigger }) => {
      const sentence = reading.sentences.find(({ start, end }) => start <= trigger.start && trigger.end <= end);
      if (sentence === undefined) return new Set();
      return sides(
        reading.mentions.filter(({ start, end }) => sentence.start <= start && end <= sentence.end).map(({ id }) => id),
      );
    },
  };
};

const meets = (wanted: readonly string[] | undefined, found: () => ReadonlySet<string>): boolean => {
  if (wanted === undefined) return true;
  const there = found();
  return wanted.some((one) => there.has(one));
};

const REAL = ['asserted'];

/** Whether a row holds of a claim. Without a column `modality` only what is told as a fact counts. */
export const holds = (rule: Rule, claim: Claim, facts: Facts): boolean =>
  (rule.type === undefined || rule.type.some((pattern) => isOf(claim.type, pattern))) &&
  (rule.change === undefined || (claim.change !== undefined && rule.change.includes(claim.change))) &&
  ((rule.modality ?? REAL).includes('any') || (rule.modality ?? REAL).includes(claim.modality)) &&
  meets(rule.agent, () => facts.sides(claim.agents)) &&
  meets(rule.target, () => facts.sides(claim.targets)) &&
  meets(rule.beside, () => facts.beside(claim)) &&
  meets(rule.harm, () => new Set(claim.toll.filter(({ high }) => high !== 0).map(({ harm }) => harm)));

/** Whether what the row asks of the whole reading holds. */
export const holdsAround = (rule: Rule, { claims }: Facts): boolean => {
  const told = (patterns: readonly string[]): boolean =>
    claims.some(({ type }) => patterns.some((pattern) => isOf(type, pattern)));
  return (rule.with === undefined || told(rule.with)) && (rule.without === undefined || !told(rule.without));
};

/** The claims of which a row holds. */
export const claimsFor = (rule: Rule, facts: Facts): readonly Claim[] =>
  holdsAround(rule, facts) ? facts.claims.filter((claim) => holds(rule, claim, facts)) : [];
