/** All mentions of a report, in the order of its text: names, descriptions, persons, numbers, times; and what is unknown. */
import type { Gap, Language, Mention, Part } from '../../model/index.ts';
import type { Attribution } from '../attributions/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Marks } from '../namers.ts';
import { type PlaceIndex, placeValue } from '../places/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import { bySentence, type Sentence, type Words } from '../text.ts';
import type { FoundTime } from '../times/index.ts';
import { betweensIn, sideOf } from './areas.ts';
import { attributedIn } from './attributed.ts';
import { linkSame } from './coreference.ts';
import { type Described, describedIn } from './described.ts';
import type { Found } from './found.ts';
import { markedIn } from './marks.ts';
import { namedIn } from './named.ts';
import { type FoundName, type NameTable, namesIn } from './names.ts';
import { actorsOf, type Patrons } from './patrons.ts';
import { type FoundPerson, personsIn, withOffices } from './persons.ts';
import { type FoundQuantity, quantitiesIn } from './quantities.ts';
import { resolvePlaces } from './resolve.ts';
import { speakersIn } from './speakers.ts';
import { sufferedIn } from './suffered.ts';
import { unknownPlacesIn } from './unknown.ts';

export type { Found } from './found.ts';
export { compileNames, type FoundName, type NameTable, namesIn } from './names.ts';
export { compilePatrons } from './patrons.ts';
export { countriesSaid } from './resolve.ts';
export { compileSights } from './sights.ts';
export { doersOf, isUnrealAt, type Sufferer, sufferersOf } from './sufferers.ts';

type Draft = Omit<Found, 'id' | 'of' | 'counts'> & {
  readonly inside?: FoundName;
  readonly counted?: Described;
  readonly key?: object;
};

export type MentionTools = {
  readonly lexicons: Readonly<Record<Language, Lexicons>>;
  readonly names: NameTable;
  readonly places: PlaceIndex;
  readonly patrons: Patrons;
  readonly syntax: SyntaxOf;
  /** What the model of names marks in a sentence. */
  readonly marks: (sentence: Sentence) => Marks;
  readonly attributions: readonly Attribution[];
};

const READ = new Set<Part['kind']>([
  'headline',
  'key-point',
  'standfirst',
  'dateline',
  'caption',
  'heading',
  'body',
  'quote',
]);

/** Whether anything is said in a part: page furniture names things too, but says nothing of them. */
export const isRead = (part: Part): boolean => READ.has(part.kind);

export const mentionsOf = (
  words: Words,
  parts: readonly Part[],
  times: readonly FoundTime[],
  tools: MentionTools,
): { found: Found[]; gaps: Gap[] } => {
  const gaps: Gap[] = [];
  const names: FoundName[] = [];
  const described: Described[] = [];
  const persons: FoundPerson[] = [];
  const quantities: FoundQuantity[] = [];
  const drafts: Draft[] = [];
  const timesBy = bySentence(words, times, (time) => time.sentence);

  const attributedBy = bySentence(words, tools.attributions, (attribution) => attribution.sentence);
  const bySentenceOf = (sentence: (typeof words.sentences)[number]): readonly Attribution[] =>
    attributedBy[sentence.index]!;
  for (const sentence of words.sentences) {
    if (!isRead(parts[sentence.part]!)) continue;
    const lexicon = tools.lexicons[sentence.language];
    const ownTimes = timesBy[sentence.index]!;
    const marked = markedIn(words, sentence, tools.marks(sentence), lexicon);
    const allNames = namesIn(words, sentence, tools.names, ownTimes, marked);
    const tabled = describedIn(words, sentence, allNames, lexicon);
    const suffered = sufferedIn(words, sentence, tools.syntax, allNames, tabled, ownTimes, lexicon);
    const ownNames = allNames.filter((name) => !suffered.notPlaces.has(name));
    const allDescribed = [...tabled, ...suffered.described];
    const speakers = speakersIn(words, sentence, ownNames, allDescribed, lexicon);
    const ownDescribed = allDescribed.filter((d) => !speakers.some((s) => s.first <= d.first && s.after >= d.after));
    names.push(...ownNames);
    described.push(...ownDescribed);
    const ownPersons = personsIn(words, sentence, ownNames, ownDescribed, lexicon);
    const allPersons = [
      ...ownPersons,
      ...suffered.persons.filter((one) => !ownPersons.some((p) => p.first < one.after && p.after > one.first)),
    ];
    quantities.push(...quantitiesIn(words, sentence, ownDescribed, ownTimes, lexicon));
    for (const { first, after, start, end, head, of } of speakers) {
      drafts.push({ kind: 'actor', sentence, first, after, start, end, head, of_: of, rule: 'speakers/described' });
    }
    for (const name of ownNames) {
      const side = sideOf(words, name, lexicon, tools.places);
      if (side) drafts.push(side);
    }
    const spokenFor = [
      ...ownNames,
      ...allDescribed,
      ...speakers,
      ...ownTimes,
      ...persons.filter((p) => p.sentence === sentence),
    ];
    for (const source of attributedIn(words, sentence, bySentenceOf(sentence), spokenFor)) {
      const head = words.text.slice(source.start, source.end);
      drafts.push({ kind: 'actor', ...source, head, of_: 'unnamed', rule: 'speakers/attributed' });
    }
    const unknown = unknownPlacesIn(words, sentence, ownNames, ownTimes, lexicon, marked, [
      ...allDescribed,
      ...allPersons,
      ...speakers,
    ]);
    for (const place of unknown) {
      drafts.push(place.draft);
      gaps.push(place.gap);
    }
    const known = [
      ...ownNames,
      ...allDescribed,
      ...allPersons,
      ...ownTimes,
      ...speakers,
      ...unknown.map(({ draft }) => draft),
    ];
    const named = namedIn(words, sentence, marked, known, tools.syntax, lexicon);
    persons.push(...allPersons, ...named.persons);
    drafts.push(...named.drafts);
    gaps.push(...named.gaps);
  }

  const resolved = resolvePlaces(names, tools.places, words);
  const placesBy = bySentence(
    words,
    names.filter((name) => resolved.has(name)),
    (name) => name.sentence.index,
  );
  for (const sentence of words.sentences)
    drafts.push(
      ...betweensIn(
        words,
        sentence,
        placesBy[sentence.index]!,
        resolved,
        tools.lexicons[sentence.language],
        tools.places,
      ),
    );
  for (const name of names) {
    const { sentence, first, after, start, end } = name;
    const base = { sentence, first, after, start, end, key: name };
    const top = name.names[0]!;
    if (top.kind === 'actor')
      drafts.push({ ...base, kind: 'actor', actor: top.entry.id, of_: top.entry.kind, rule: 'actors/alias' });
    else if (top.kind === 'nationality')
      drafts.push({ ...base, kind: 'nationality', of_: top.entry.country, rule: 'nationalities/form' });
    else {
      const place = resolved.get(name);
      if (place === undefined) continue;
      drafts.push({
        ...base,
        kind: 'place',
        ...(place.doubt === 'undecided'
          ? { rule: 'places/undecided' }
          : { place: placeValue(place.entry, place.score, tools.places), rule: 'places/name' }),
        of_: place.entry.kind,
      });
      if (place.doubt)
        gaps.push({ kind: 'ambiguous', start, end, reason: 'More than one place of this name fits the report.' });
    }
  }
  const counts = new Map(quantities.flatMap(({ counted, value }) => (counted ? [[counted, { quantity: value }]] : [])));
  const known = actorsOf(words, described, names, resolved, tools.patrons);
  for (const item of described) {
    const actor = known.get(item);
    const { kind, sentence, first, after, start, end, head, of, inside } = item;
    drafts.push({
      kind,
      sentence,
      first,
      after,
      start,
      end,
      head,
      of_: of,
      key: item,
      ...(kind === 'actor' ? {} : { class: of, ...counts.get(item) }),
      ...(inside ? { inside } : {}),
      ...(actor ? { actor: actor.id } : {}),
      ...(item.private ? { private: true as const } : {}),
      rule: `${kind}s/described`,
    });
  }
  for (const { sentence, first, after, start, end, office, role, rule } of withOffices(words, persons)) {
    const head = office ?? role;
    drafts.push({
      kind: 'person',
      sentence,
      first,
      after,
      start,
      end,
      ...(head ? { head } : {}),
      ...(office ? {} : { private: true as const }),
      rule: rule ?? (head ? 'persons/title' : 'persons/name'),
    });
  }
  for (const { sentence, first, after, start, end, value, counted } of quantities) {
    if (value.unit === undefined) continue; // a bare number says nothing that a claim could use
    drafts.push({
      kind: 'quantity',
      sentence,
      first,
      after,
      start,
      end,
      quantity: value,
      ...(counted ? { counted } : {}),
      rule: 'quantities/counted',
    });
  }
  for (const time of times) {
    const sentence = words.sentences[time.sentence]!;
    const { first, after, start, end, rule } = time;
    drafts.push({
      kind: 'time',
      sentence,
      first,
      after,
      start,
      end,
      time: time.value,
      rule,
    });
    if (isUnplaced(time) && isRead(parts[sentence.part]!)) {
      gaps.push({ kind: 'time-unresolved', start, end, reason: 'A time that no interval can be given to.' });
    }
  }

  drafts.sort((a, b) => a.start - b.start || b.end - a.end);
  const ids = new Map<object, string>();
  drafts.forEach((draft, i) => {
    if (draft.key) ids.set(draft.key, `m${i + 1}`);
  });
  const found = drafts.map(
    ({ inside, counted, key: _, ...draft }, i): Found => ({
      ...draft,
      id: `m${i + 1}`,
      ...(inside && ids.has(inside) ? { of: ids.get(inside)! } : {}),
      ...(counted && ids.has(counted) ? { counts: ids.get(counted)! } : {}),
    }),
  );
  return { found: linkSame(words, parts, found, tools.lexicons), gaps };
};

/** A date without any bound: durations and habits have none by nature, «now» and «soon» name no day. */
const isUnplaced = ({ value: { timex, earliest, latest } }: FoundTime): boolean =>
  (timex?.type === 'DATE' || timex?.type === 'TIME') &&
  earliest === undefined &&
  latest === undefined &&
  !/^(?:PRESENT|FUTURE)_REF$/.test(timex.value);

/** The contract's mention, without what only the steps of reading need. */
export const plainMention = ({ sentence: _, first: _f, after: _a, of_: _o, counts: _c, ...mention }: Found): Mention =>
  mention;
