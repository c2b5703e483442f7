/** The event of a sentence in the classes of PLOVER, with source and target: the project's gold sentences. */
import type { Claim } from '../../src/model/index.ts';
import { idIn, jsonlFiles, textIn } from '../lines.ts';
import { type Facts, factsOf, holds, holdsAround, rulesOf } from '../maps.ts';
import { type CodedEvent, scoreEvents } from '../score/events.ts';
import type { EvaluationSet } from '../set.ts';

const rules = rulesOf('plover.tsv');

/** The class of a claim: the first row that holds of it. */
const classOf = (claim: Claim, facts: Facts): string | undefined =>
  rules.find((rule) => holdsAround(rule, facts) && holds(rule, claim, facts))?.label;

/** A sentence is coded by what it tells first, speech acts before what they speak of. */
const eventOf = (facts: Facts): CodedEvent | undefined => {
  const ordered = facts.claims.toSorted((a, b) => a.trigger.start - b.trigger.start);
  for (const claim of ordered) {
    const event = classOf(claim, facts);
    if (event === undefined) continue;
    const words = (ids: readonly string[]): string[] =>
      ids.flatMap((id) => {
        const mention = facts.reading.mentions.find((one) => one.id === id);
        return mention === undefined ? [] : [facts.reading.report.text.slice(mention.start, mention.end)];
      });
    return { event, source: words(claim.agents), target: words(claim.targets) };
  }
  return undefined;
};

const eventsIn = (value: unknown): CodedEvent[] =>
  Array.isArray(value)
    ? value.map(({ event, source, target }) => ({ event, source: source ?? [], target: target ?? [] }))
    : [];

export const plover: EvaluationSet = {
  name: 'plover',
  asks: 'the event of a sentence in the classes of PLOVER, with who did it and to whom',
  input: 'id, text',
  prediction: 'events: [{event, source: [text], target: [text]}]',
  original: {
    from: 'openeventdata/PLOVER, gold standard records',
    url: 'https://github.com/openeventdata/PLOVER',
    licence: 'CC BY-SA 4.0',
  },
  floor: { 'gsr.en.dev': 48.7 },
  anchor: {},
  answer: (line, context) => {
    const event = eventOf(factsOf(context.read({ id: idIn(line) ?? '-', text: textIn(line, 'text') }), context));
    return { events: event === undefined ? [] : [event] };
  },
  files: (folder) => jsonlFiles(folder, 'gsr.en'),
  score: (gold, predictions) => {
    const { event, source, both } = scoreEvents(
      gold.map((line) => ({ id: String(line.id), events: eventsIn(line.gold) })),
      new Map([...predictions].map(([id, line]) => [id, eventsIn(line.events)])),
    );
    return [
      { metric: 'event class F1', value: event, main: true },
      { metric: 'class and source F1', value: source },
      { metric: 'class, source and target F1', value: both },
    ];
  },
};
