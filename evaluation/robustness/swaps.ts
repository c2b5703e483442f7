/** What is exchanged in a report: towns, actors, dates, numbers, the order of its paragraphs; and what must then be read. */
import type { Span } from '../../src/model/index.ts';
import type { ReaderData } from '../../src/read/index.ts';
import { type Annotated, placeOf, type Vocabulary } from '../annotate/index.ts';
import { type Edit, type Rewritten, rewritten } from './pieces.ts';

export const SWAPS = ['towns', 'actors', 'dates', 'numbers', 'order'] as const;
export type Swap = (typeof SWAPS)[number];

/** A text that was changed, and the values that its changed words must have. */
export type Variant = Rewritten & {
  readonly swap: Swap;
  /** Old stretch → id of the place or actor that now stands there. */
  readonly ids: ReadonlyMap<string, string>;
  /** Old stretches of days that moved on by one, and of numbers that grew by two. */
  readonly moved: readonly Span[];
};

export const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

/** Towns of which no name is also a province's, a district's or a word, by country: what stands in for the report's own. */
const TOWNS: Readonly<Record<string, readonly string[]>> = {
  SY: ['Manbij, SY', 'Azaz, SY', 'Jarabulus, SY', 'Qamishli, SY', 'Saraqib, SY', 'Al-Sukhnah, SY'],
  IQ: ['Tal Afar, IQ', 'Samarra, IQ', 'Haditha, IQ'],
};

/** Actors of one kind, each for the other. */
const ACTORS: readonly (readonly [string, string])[] = [
  ['hezbollah', 'badr'],
  ['irgc', 'quds-force'],
  ['fatemiyoun', 'zainabiyoun'],
  ['sdf', 'sna'],
  ['isis', 'hts'],
  ['islamic-resistance-iraq', 'asaib-ahl-al-haq'],
];

/** The longest of the names that stands in the words, and where. */
const nameIn = (words: string, names: readonly string[]): { readonly at: number; readonly name: string } | undefined =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => ({ at: words.indexOf(name), name }))
    .find(({ at }) => at !== -1);

type Named = { readonly edits: Edit[]; readonly ids: Map<string, string> };

const put = (
  report: Annotated,
  mention: Span,
  names: readonly string[],
  name: string,
  id: string,
  into: Named,
): void => {
  const words = report.text.slice(mention.start, mention.end);
  // A spelling that the data do not list goes as a whole; of one that they do, «city» and its like stay.
  const found = nameIn(words, names) ?? { at: 0, name: words };
  const start = mention.start + found.at;
  into.edits.push({ start, end: start + found.name.length, text: name });
  into.ids.set(keyOf(mention), id);
};

const towns = (report: Annotated, vocabulary: Vocabulary): Named => {
  const into: Named = { edits: [], ids: new Map() };
  const chosen = new Map<string, NonNullable<Annotated['mentions'][number]['place']>>();
  const own = new Set(report.mentions.map(({ place }) => place?.id));
  for (const { kind, place, ...span } of report.mentions) {
    if (kind !== 'place' || place === undefined || place.precision !== 'town') continue;
    const old = vocabulary.placeById.get(place.id);
    if (old?.kind !== 'town') continue;
    const free = (TOWNS[place.country ?? ''] ?? [])
      .map((name) => placeOf(name, vocabulary))
      .find(({ id }) => !own.has(id) && ![...chosen.values()].some((taken) => taken.id === id));
    const now = chosen.get(place.id) ?? free;
    const name = now?.name[report.language];
    if (now === undefined || name === undefined) continue;
    chosen.set(place.id, now);
    const names = [old.en, old.ar, ...old.aliases].filter((each) => each !== undefined);
    put(report, span, names, name, now.id, into);
  }
  return into;
};

const actors = (report: Annotated, data: ReaderData): Named => {
  const into: Named = { edits: [], ids: new Map() };
  const byId = new Map(data.actors.map((actor) => [actor.id, actor]));
  const own = new Set(report.mentions.map(({ actor }) => actor));
  for (const { kind, actor, ...span } of report.mentions) {
    const to = ACTORS.find(([from]) => from === actor)?.[1];
    const [old, now] = [byId.get(actor ?? ''), byId.get(to ?? '')];
    if (kind !== 'actor' || old === undefined || now === undefined || own.has(now.id)) continue;
    const name = report.language === 'en' ? now.names.en : now.names.ar;
    const words = report.text.slice(span.start, span.end);
    const names = [report.language === 'en' ? old.names.en : old.names.ar, ...old.aliases[report.language]].filter(
      (each) => each !== undefined,
    );
    // A name alone: «leaders of X» stays a described actor, whatever X is.
    if (name !== undefined && names.includes(words)) put(report, span, names, name, now.id, into);
  }
  return into;
};

/** Days of the month before their month, or after it: one day on, where the month has one more. */
const dates = (report: Annotated): Edit[] =>
  report.mentions.flatMap(({ kind, time, ...span }) => {
    if (kind !== 'time' || time?.precision !== 'day') return [];
    const words = report.text.slice(span.start, span.end);
    const number = /(?<![\d/:.-])(\d{1,2})(?=(?:st|nd|rd|th)?[\s,])|(?<=[\p{L}.]\s)(\d{1,2})(?![\d:/])/u.exec(words);
    const day = Number(number?.[0] ?? 0);
    if (number === null || day < 2 || day > 26 || Number(time.latest?.slice(-2)) !== day) return [];
    // «22nd» would need another ending.
    if (/^(?:st|nd|rd|th)/.test(words.slice(number.index + number[0].length))) return [];
    const start = span.start + number.index;
    return [{ start, end: start + number[0].length, text: String(day + 1) }];
  });

const numbers = (report: Annotated): Edit[] => {
  const edits = new Map<string, Edit>();
  for (const toll of report.claims.flatMap((claim) => claim.toll)) {
    const words = report.text.slice(toll.start, toll.end);
    const number = /(?<![\d,.])\d{1,3}(?![\d,.])/.exec(words);
    const value = Number(number?.[0] ?? 0);
    // Under eleven and over ninety-seven the word after an Arabic number would have to change too.
    if (number === null || value < 11 || value > 97) continue;
    const start = toll.start + number.index;
    edits.set(String(start), { start, end: start + number[0].length, text: String(value + 2) });
  }
  return [...edits.values()];
};

/** The stretches between the lines that may change place, with the last paragraph of the body moved to the second place. */
const order = (report: Annotated): Span[] | undefined => {
  const body = report.parts.filter(({ kind }) => kind === 'body');
  const second = body[1];
  const last = body.at(-1);
  if (second === undefined || last === undefined || body.length < 4) return undefined;
  // Line feeds around a paragraph travel with nobody: what lies between two paragraphs stays between two paragraphs.
  const gap = { start: body.at(-2)!.end, end: last.start };
  const { length } = report.text;
  return [
    { start: 0, end: second.start },
    { start: last.start, end: last.end },
    gap,
    { start: second.start, end: body.at(-2)!.end },
    { start: last.end, end: length },
  ];
};

/** Every variant that the report allows; a swap that finds nothing to exchange gives none. */
export const variantsOf = (report: Annotated, data: ReaderData, vocabulary: Vocabulary): Variant[] => {
  const named = (
    [
      ['towns', towns(report, vocabulary)],
      ['actors', actors(report, data)],
    ] as const
  ).flatMap(([swap, { edits, ids }]): Variant[] =>
    edits.length === 0 ? [] : [{ swap, ids, moved: [], ...rewritten(report.text, edits) }],
  );
  const counted = (
    [
      ['dates', dates(report)],
      ['numbers', numbers(report)],
    ] as const
  ).flatMap(([swap, edits]): Variant[] =>
    edits.length === 0 ? [] : [{ swap, ids: new Map(), moved: edits, ...rewritten(report.text, edits) }],
  );
  const blocks = order(report);
  const turned: Variant[] =
    blocks === undefined ? [] : [{ swap: 'order', ids: new Map(), moved: [], ...rewritten(report.text, [], blocks) }];
  return [...named, ...counted, ...turned];
};
