/**
 * «the city», «the militias», «the area»: a definite noun without a name of its own means the last thing of its kind.
 * Here places by kind and armed actors by head; names in same-names.ts, what stands for an actor in same-groups.ts. A wrong
 * link costs more than a missing one, so a link is made only within the body's last sentences, or to the headline's place.
 */
import type { Language, Part } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { bySentence, type Words } from '../text.ts';
import type { Found } from './found.ts';
import { linkGroups } from './same-groups.ts';
import { linkNames } from './same-names.ts';

const REACH = 5;
const FITS: Readonly<Record<string, readonly string[]>> = {
  town: ['town'],
  village: ['village', 'town'],
  quarter: ['quarter'],
  district: ['district', 'province'],
  province: ['province', 'region'],
  area: ['town', 'village', 'district', 'province', 'region'],
  desert: ['desert'],
  crossing: ['crossing'],
};

const isDefinite = (words: Words, first: number, language: Language): boolean =>
  language === 'ar'
    ? /^[وفبلك]?(?:ال|لل)/.test(words.tokens[first]!.norm)
    : /^(?:the|this|that|these|those|its|their)$/.test(words.tokens[first - 1]?.norm ?? '');

/** «Iranian groups» is what «these groups» means: the noun at its end, where a name has one. */
const lastWord = (words: Words, mention: Found): string => words.tokens[mention.after - 1]!.norm;

/** Adds mentions for definite place nouns, and links definite actors, to what they mean. Ids are made anew, in order. */
export const linkSame = (
  words: Words,
  parts: readonly Part[],
  mentions: readonly Found[],
  lexicons: Readonly<Record<Language, Lexicons>>,
): Found[] => {
  const found = linkGroups(words, parts, linkNames(words, mentions), lexicons);
  const added: Found[] = [];
  const grouped = bySentence(words, found, (mention) => mention.sentence.index);
  const topics = new Set(
    found.flatMap((m) => (m.place && parts[m.sentence.part]!.kind === 'headline' ? [m.place.id] : [])),
  );
  /** Mentions of the last few sentences, this one included, that end before a word. */
  const near = (index: number, before: number): Found[] =>
    grouped.slice(Math.max(0, index - REACH), index + 1).flatMap((mentions) => mentions.filter((m) => m.end <= before));
  for (const sentence of words.sentences) {
    const kind = parts[sentence.part]!.kind;
    if (kind !== 'body' && kind !== 'key-point' && kind !== 'standfirst') continue;
    const lexicon = lexicons[sentence.language];
    for (let i = sentence.first; i < sentence.after; i++) {
      const noun = lexicon.placeNouns.at(words.tokens, i, sentence.language);
      if (!noun || noun.cut > 2 || !isDefinite(words, i, sentence.language)) continue;
      const own = grouped[sentence.index]!;
      if (own.some((m) => m.first <= i && i < m.after && m.kind === 'place')) continue;
      // «the city of X», «مدينة البوكمال»: the name itself follows.
      const next = words.tokens[noun.after]?.norm;
      if (
        next === 'of' ||
        next === 'between' ||
        next === 'from' ||
        own.some((m) => m.kind === 'place' && m.first === noun.after)
      )
        continue;
      const wanted = FITS[noun.values[0]!.class] ?? [];
      const earlier = near(sentence.index, words.tokens[i]!.start).filter(
        (m) => m.kind === 'place' && m.place !== undefined && m.same === undefined && wanted.includes(m.of_ ?? ''),
      );
      // What the headline is about is what «the city» means, where it fits; else the last that does.
      const target = earlier.findLast((m) => topics.has(m.place!.id)) ?? earlier.at(-1);
      if (target === undefined) continue;
      added.push({
        id: `+${added.length}`,
        kind: 'place',
        sentence,
        first: i,
        after: noun.after,
        start: words.tokens[i]!.start,
        end: words.tokens[noun.after - 1]!.end,
        head: noun.values[0]!.class,
        place: target.place!,
        same: target.id,
        link: 'coreference/place-noun',
        ...(target.of_ ? { of_: target.of_ } : {}),
        rule: 'coreference/place-noun',
      });
    }
  }
  const linked = found.map((mention): Found => {
    if (
      mention.kind !== 'actor' ||
      mention.head === undefined ||
      mention.of !== undefined ||
      mention.of_ !== 'armed' ||
      mention.same !== undefined
    )
      return mention;
    if (!isDefinite(words, mention.first, mention.sentence.language) || mention.after - mention.first > 1)
      return mention;
    const target = near(mention.sentence.index, mention.start).findLast(
      (m) =>
        m.kind === 'actor' &&
        m.of_ !== 'civilian' &&
        m.of_ !== 'office' &&
        (m.head === mention.head || lastWord(words, m) === lastWord(words, mention)),
    );
    return target ? { ...mention, same: target.same ?? target.id, link: 'coreference/same-noun' } : mention;
  });
  const all = [...linked, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
  const renamed = new Map(all.map((mention, i) => [mention.id, `m${i + 1}`]));
  return all.map((mention) => ({
    ...mention,
    id: renamed.get(mention.id)!,
    ...(mention.of ? { of: renamed.get(mention.of)! } : {}),
    ...(mention.same ? { same: renamed.get(mention.same)! } : {}),
    ...(mention.counts ? { counts: renamed.get(mention.counts)! } : {}),
  }));
};
