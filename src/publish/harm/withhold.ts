/** All that is withheld of one report: the spans, and the names that go wherever else they stand. */
import { wordsOf } from '../../language/index.ts';
import type { EventRecord, Mention, Reading, Span } from '../../model/index.ts';
import type { GateKnowledge } from '../types.ts';
import { withNameBeside } from './beside.ts';
import { type Mentions, mentionsOf, namingSpans } from './mentions.ts';
import { namesOf } from './names.ts';
import { careOf, type HeldPlace, placeInstead } from './places.ts';
import type { HarmRules } from './rules.ts';

export type Withheld = {
  readonly spans: readonly Span[];
  readonly names: readonly string[];
  readonly parts: readonly string[];
  /** Names that are public anyway. */
  readonly exempt: readonly string[];
  /** Spans of public actors: a word of theirs is not taken for a private person's. */
  readonly known: readonly Span[];
};

const within = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;

/** Words of a person's name that are looked for on their own: not particles, not shorter than a surname. */
const partsOf = (name: string): string[] => wordsOf(name).filter((word) => word.length > 3);

/** Does the reading's mention of a place need care? */
const placeNeedsCare = (m: Mention, all: Mentions, knowledge: GateKnowledge, rules: HarmRules): boolean => {
  const place = all.place(m.id);
  if (!place) return rules.coarsensPlace('unknown');
  return careOf({ place, role: 'at', kinds: m.head ? [m.head] : [] }, knowledge, rules) === 'name';
};

/** What one reading withholds, by its own mentions and gaps. */
export const withheldByReading = (reading: Reading, knowledge: GateKnowledge, rules: HarmRules): Withheld => {
  const { text } = reading.report;
  const all = mentionsOf(reading);
  const spans: Span[] = [];
  const names: string[] = [];
  const parts: string[] = [];
  const exempt: string[] = [];
  const cared = new Set(
    reading.mentions.filter((m) => m.kind === 'place' && placeNeedsCare(m, all, knowledge, rules)).map((m) => m.id),
  );
  const isKnown = (m: Mention): boolean =>
    !all.private(m.id) &&
    ((m.kind === 'actor' && m.actor !== undefined) ||
      (m.kind === 'place' && !cared.has(m.id)) ||
      m.kind === 'nationality' ||
      m.kind === 'quantity' ||
      m.kind === 'time');
  const known = reading.mentions.filter(isKnown);
  const described = reading.mentions.filter((m) => m.kind === 'actor' && m.head !== undefined && !all.private(m.id));
  const hide = (span: Span, head: string | undefined, person: boolean): void => {
    // «homes of the residents»: who is only described gives no name away.
    const inside = [...known, ...(person ? [] : described)].filter((other) => within(other, span));
    let naming = namingSpans(text, span, head, rules, inside);
    const isWholeName = naming.length === 0 && cared.has((span as Mention).id) && !head;
    if (isWholeName) naming = [span];
    for (const found of naming) {
      spans.push(found);
      const name = text.slice(found.start, found.end);
      if (person) parts.push(...partsOf(name));
      // A bare lower-case word is no name to look for elsewhere.
      if (!/^\p{Ll}+$/u.test(name) && !isWholeName) names.push(name);
    }
  };
  for (const m of reading.mentions) {
    if (rules.hidesPrivatePersons && all.private(m.id)) hide(m, m.head, true);
    else if (m.kind === 'place' && cared.has(m.id)) {
      hide(m, m.head, false);
      const place = all.place(m.id);
      if (place) {
        names.push(...namesOf(place.name), ...(knowledge.placeNames?.(place.id) ?? []));
        const instead = placeInstead(place, knowledge);
        if (instead) exempt.push(...namesOf(instead.name));
      }
    } else if (m.kind === 'facility' && (m.head === undefined || rules.coarsensFacility(m.head)))
      hide(withNameBeside(text, m), m.head, false);
  }
  if (rules.coarsensPlace('unknown'))
    for (const gap of reading.gaps) if (gap.kind === 'place-unknown') hide(gap, undefined, false);
  return { spans, names, parts, exempt, known: known.filter((m) => m.kind === 'actor') };
};

/** Places of a record with all that decides how exactly they are shown. */
export const heldPlacesOf = (record: EventRecord, rules: HarmRules): HeldPlace[] =>
  record.places.map((held) => ({
    place: held.place,
    role: held.role,
    kinds: [
      ...(held.kind ? [held.kind] : []),
      ...record.facilities.filter((f) => f.claims.some((c) => held.claims.includes(c))).map((f) => f.head),
    ],
    protectedEvent: rules.coarsensEvent(record.type),
  }));

/** What a record withholds by its own fields, beyond what the readings of its reports say. */
export const withheldByRecord = (
  record: EventRecord,
  readings: ReadonlyMap<string, Reading>,
  knowledge: GateKnowledge,
  rules: HarmRules,
): Pick<Withheld, 'names' | 'parts' | 'exempt'> => {
  const names: string[] = [];
  const parts: string[] = [];
  const exempt: string[] = [];
  const headOf = headFinder(record, readings);
  const naming = (text: string, head: string | undefined): string[] =>
    namingSpans(text, { start: 0, end: text.length }, head, rules).map((span) => text.slice(span.start, span.end));
  if (rules.hidesPrivatePersons) {
    const people = [...record.agents, ...record.targets]
      .filter((actor) => actor.private)
      .flatMap((actor) => namesOf(actor.names));
    people.push(...record.claims.flatMap((claim) => claim.speakers.filter((s) => s.private).map((s) => s.text)));
    for (const person of people)
      for (const name of naming(person, headOf(person)).filter((one) => !/^\p{Ll}+$/u.test(one))) {
        names.push(name);
        parts.push(...partsOf(name));
      }
  }
  for (const held of heldPlacesOf(record, rules)) {
    if (careOf(held, knowledge, rules) !== 'name') continue;
    names.push(...namesOf(held.place.name), ...(knowledge.placeNames?.(held.place.id) ?? []));
    const instead = placeInstead(held.place, knowledge);
    if (instead) exempt.push(...namesOf(instead.name));
  }
  for (const facility of record.facilities) {
    // Where its report is at hand, the reading knew which words of it are public names.
    if (!rules.coarsensFacility(facility.head) || headOf(facility.text) !== undefined) continue;
    names.push(...naming(facility.text, facility.head).filter((one) => !/^\p{Ll}+$/u.test(one)));
  }
  return { names, parts, exempt };
};

const headsOf = new WeakMap<Reading, ReadonlyMap<string, string>>();

/** Head nouns by the words of their mentions. A reading never changes, so they are kept with it. */
const headsIn = (reading: Reading): ReadonlyMap<string, string> => {
  const known = headsOf.get(reading);
  if (known) return known;
  const heads = new Map<string, string>();
  for (const m of reading.mentions) if (m.head) heads.set(reading.report.text.slice(m.start, m.end), m.head);
  headsOf.set(reading, heads);
  return heads;
};

/** Head noun of a mention with these words in the record's reports. */
export const headFinder = (
  record: EventRecord,
  readings: ReadonlyMap<string, Reading>,
): ((words: string) => string | undefined) => {
  const heads = [...new Set(record.claims.map((claim) => readings.get(claim.reportId)))].flatMap((reading) =>
    reading ? [headsIn(reading)] : [],
  );
  return (words) => heads.map((one) => one.get(words)).find((head) => head !== undefined);
};
