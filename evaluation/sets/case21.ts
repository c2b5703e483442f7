/** Which of CASE 2021’s thirty event types a snippet reports, by a table from our claims to theirs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTable } from '../../src/load/index.ts';
import { type Claim, Failure, type Reading } from '../../src/model/index.ts';
import { idIn, jsonlFiles, textIn } from '../lines.ts';
import { scoreLabels } from '../score/case21.ts';
import type { Context, EvaluationSet } from '../set.ts';

/** One row of the table: it holds where everything that it names holds. */
type Rule = {
  readonly label: string;
  /** A claim type, a family with a star (`control.*`), or absent: any text. */
  readonly type: string | undefined;
  readonly change: string | undefined;
  /** Kinds of the claim's first agent. */
  readonly agent: readonly string[] | undefined;
  /** Words of the snippet itself: for what the code book has no type of. */
  readonly words: RegExp | undefined;
};

const TABLE = path.join(import.meta.dirname, '../maps/case21.tsv');

const rulesFrom = (text: string): Rule[] =>
  parseTable('case21.tsv', text).rows.map(({ cells }) => {
    const { label, type, change, agent, words } = cells;
    if (label === undefined) throw new Failure('bad-data', 'maps/case21.tsv: a row has no label.');
    return {
      label,
      type,
      change,
      agent: agent?.split('|'),
      words: words === undefined ? undefined : new RegExp(`\\b(?:${words})\\b`, 'i'),
    };
  });

const rules = rulesFrom(readFileSync(TABLE, 'utf8'));

/** The one claim that the snippet is about: the surest of its news, and of equals the first. */
const newsOf = (reading: Reading): Claim | undefined =>
  reading.claims
    .filter((claim) => !claim.background && claim.same === undefined && claim.modality === 'asserted')
    .toSorted((a, b) => b.confidence - a.confidence || a.trigger.start - b.trigger.start)[0];

const kindOf = (claim: Claim, reading: Reading, { actorKind }: Context): string | undefined => {
  const agent = reading.mentions.find((mention) => mention.id === claim.agents[0]);
  const known = agent?.actor ?? reading.mentions.find((mention) => mention.id === agent?.of)?.actor;
  return known === undefined ? undefined : actorKind(known);
};

const holds = (rule: Rule, claim: Claim, kind: string | undefined): boolean =>
  (rule.type === undefined || rule.type === claim.type || rule.type === `${claim.type.split('.')[0]}.*`) &&
  (rule.change === undefined || rule.change === claim.change) &&
  (rule.agent === undefined || (kind !== undefined && rule.agent.includes(kind)));

/** The first row of the table that holds of the text and, where the row asks for one, of the news. */
const labelOf = (reading: Reading, context: Context): string => {
  const news = newsOf(reading);
  const kind = news && kindOf(news, reading, context);
  const found = rules.find(
    (rule) =>
      (rule.words === undefined || rule.words.test(reading.report.text)) &&
      ((rule.type ?? rule.change ?? rule.agent) === undefined || (news !== undefined && holds(rule, news, kind))),
  );
  return found?.label ?? 'OTHER';
};

export const case21: EvaluationSet = {
  name: 'case21',
  asks: 'which of 30 event types a snippet reports',
  input: 'id, text',
  prediction: 'labels: [TYPE], one label',
  original: {
    from: 'emerging-welfare/case-2021-shared-task, task 2',
    url: 'https://github.com/emerging-welfare/case-2021-shared-task',
    licence: 'none stated',
  },
  floor: { 'case21.dev': 46 },
  anchor: { 'case21.dev': { value: 77.1, whose: 'best of the shared task, on its whole test set' } },
  answer: (line, context) => {
    const reading = context.read({ id: idIn(line) ?? '-', text: textIn(line, 'text') });
    return { labels: [labelOf(reading, context)] };
  },
  files: (folder) => jsonlFiles(folder, 'case21'),
  score: (gold, predictions) => {
    const first = (value: unknown): string | undefined => (Array.isArray(value) ? (value[0] as string) : undefined);
    const wanted = gold.map((line) => ({ id: String(line.id), label: first(line.gold) ?? '' }));
    const said = new Map([...predictions].map(([id, line]) => [id, first(line.labels)]));
    const { weightedF1, macroF1, accuracy } = scoreLabels(wanted, said);
    return [
      { metric: 'weighted F1', value: weightedF1, main: true },
      { metric: 'macro F1', value: macroF1 },
      { metric: 'accuracy', value: accuracy },
    ];
  },
};
