/**
 * What stands for an actor without its name: «the movement», «its forces», «They». Linked only where the nearest sentence
 * that names anything fitting names one actor alone: two that fit are a guess, and a wrong link costs more than none.
 */
import type { Language, Part } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { bySentence, type Sentence, startAfterCut, type Words } from '../text.ts';
import type { Found } from './found.ts';

/** Sentences before its own that a noun reaches back to; a pronoun reaches one. */
const REACH = 2;

const ARMED = new Set(
  'rebel-group political-militia identity-militia state-forces external-forces alliance armed'.split(' '),
);
/** What a report quotes is seldom what its next sentence is about. */
const TOLD_BY = new Set(['outlet', 'agency', 'monitor', 'unnamed']);
const SPOKEN = new Set<Part['kind']>(['body', 'key-point', 'standfirst']);

const isNamed = (m: Found): boolean => m.kind === 'actor' && m.rule === 'actors/alias';

const rootOf = (m: Found): string => m.same ?? m.id;

/** Who it is, for telling two apart: the known actor, or the first mention of it. */
const whoOf = (m: Found): string => m.actor ?? rootOf(m);

type Table = Readonly<Record<Language, Lexicons>>;

const isDefinite = (words: Words, i: number, { first, language }: Sentence): boolean =>
  language === 'ar'
    ? /^[وفبك]?(?:ال|لل)/.test(words.tokens[i]!.norm)
    : i > first && /^(?:the|this)$/.test(words.tokens[i - 1]!.norm);

/** قواتها: the noun without the pronoun that is written to it, and the letters before the noun. */
const owned = (norm: string, lexicon: Lexicons): { lemma: string; of: string; cut: number } | undefined => {
  const match = /^([وفبلك]?)(.{3,})(?:ها|هم)$/.exec(norm);
  if (match === null) return undefined;
  const [, joined, stem] = match;
  for (const [form, cut] of [
    [joined! + stem!, 0],
    [stem!, joined!.length],
  ] as const) {
    // مقاتلي is مقاتلين before a pronoun.
    const word = [form, `${form}ن`].flatMap((one) => lexicon.heads.word(one)).find(({ of }) => of === 'armed');
    if (word) return { lemma: word.lemma, of: word.of, cut };
  }
  return undefined;
};

/**
 * @param found all mentions, names already linked
 * @returns the same with these links, and mentions of what nothing else finds
 */
export const linkGroups = (words: Words, parts: readonly Part[], found: readonly Found[], lexicons: Table): Found[] => {
  const grouped = bySentence(words, found, (m) => m.sentence.index);
  const { tokens, text } = words;
  const changed = new Map<string, Found>();
  const added: Found[] = [];
  /** The one actor that fits in the nearest sentence where any does. */
  const nearest = (
    index: number,
    before: number,
    reach: number,
    fits: (m: Found) => boolean,
    from = index,
  ): Found | undefined => {
    for (let at = from; at >= Math.max(0, index - reach); at--) {
      const fitting = grouped[at]!.filter((m) => m.end <= before && fits(m));
      if (fitting.length > 0) return new Set(fitting.map(whoOf)).size === 1 ? fitting.at(-1) : undefined;
    }
    return undefined;
  };
  for (const sentence of words.sentences) {
    if (!SPOKEN.has(parts[sentence.part]!.kind)) continue;
    const lexicon = lexicons[sentence.language];
    const own = grouped[sentence.index]!;
    const at = (i: number): Found | undefined => own.find((m) => m.first <= i && i < m.after && m.kind !== 'time');
    for (let i = sentence.first; i < sentence.after; i++) {
      const token = tokens[i]!;
      if (token.kind !== 'word') continue;
      const over = at(i);
      if (sentence.language === 'ar') {
        const part = over === undefined || over.of === undefined ? owned(token.norm, lexicon) : undefined;
        const owner = part && nearest(sentence.index, token.start, REACH, (m) => isNamed(m) && ARMED.has(m.of_ ?? ''));
        if (part && owner) {
          const link = { of: owner.id, link: 'coreference/owner', ...(owner.actor && { actor: owner.actor }) };
          if (over) changed.set(over.id, { ...over, ...link });
          else {
            added.push({
              id: `owned ${i}`,
              kind: 'actor',
              sentence,
              first: i,
              after: i + 1,
              start: startAfterCut(text, token, part.cut),
              end: token.end,
              head: part.lemma,
              of_: part.of,
              ...link,
              rule: 'coreference/owner',
            });
          }
          continue;
        }
      }
      const noun =
        lexicon.collectives.word(token.norm.replace(/^[وفبك]?(?:ال|لل)/, ''))[0] ??
        lexicon.collectives.word(token.norm)[0];
      if (noun === undefined || noun.kind === 'plural' || !isDefinite(words, i, sentence)) continue;
      // «the group of X», «the group's leader», الحركة الإسلامية: said more of, or another's part.
      const next = tokens[i + 1];
      if (
        i + 1 < sentence.after &&
        (sentence.language === 'ar' ? next!.norm.startsWith('ال') : /^(?:of|that|which|who|from|in)$/.test(next!.norm))
      )
        continue;
      if (
        over !== undefined &&
        (over.kind !== 'actor' ||
          over.same !== undefined ||
          over.of !== undefined ||
          over.after > i + 1 ||
          over.first < i - 1)
      )
        continue;
      const target = nearest(sentence.index, token.start, REACH, (m) => isNamed(m) && noun.fits.includes(m.of_ ?? ''));
      if (target === undefined) continue;
      const link = {
        same: rootOf(target),
        link: 'coreference/description',
        ...(target.actor && { actor: target.actor }),
      };
      if (over) changed.set(over.id, { ...over, ...link });
      else {
        // Arabic و and ب written to the noun are not of it.
        const cut = /^[وفبك](?=ال)/.test(token.norm) ? 1 : 0;
        added.push({
          id: `collective ${i}`,
          kind: 'actor',
          sentence,
          first: i,
          after: i + 1,
          start: startAfterCut(text, token, cut),
          end: token.end,
          head: noun.lemma,
          of_: target.of_ ?? 'armed',
          ...link,
          rule: 'coreference/description',
        });
      }
    }
    if (sentence.language !== 'en') continue;
    // «its fighters», «their bases»: the pronoun before the description says whose.
    for (const m of own) {
      if (m.of !== undefined || m.same !== undefined || m.first === sentence.first) continue;
      if (!/^(?:its|their)$/.test(tokens[m.first - 1]!.norm)) continue;
      if (m.kind !== 'facility' && !(m.kind === 'actor' && m.of_ === 'armed')) continue;
      const owner = nearest(sentence.index, m.start, REACH, (one) => isNamed(one) && ARMED.has(one.of_ ?? ''));
      if (owner)
        changed.set(m.id, {
          ...m,
          of: owner.id,
          link: 'coreference/owner',
          ...(m.kind === 'actor' && m.actor === undefined && owner.actor !== undefined && { actor: owner.actor }),
        });
    }
    const pronoun = tokens[sentence.first]!;
    const target = pronounTarget(pronoun.norm, (fits) =>
      sentence.index === 0 ? undefined : nearest(sentence.index, pronoun.start, 1, fits, sentence.index - 1),
    );
    if (target === undefined || at(sentence.first) || !speaksOrActs(words, sentence, lexicon)) continue;
    added.push({
      id: `pronoun ${sentence.first}`,
      kind: target.kind,
      sentence,
      first: sentence.first,
      after: sentence.first + 1,
      start: pronoun.start,
      end: pronoun.end,
      ...(target.of_ && { of_: target.of_ }),
      ...(target.head && { head: target.head }),
      ...(target.actor && { actor: target.actor }),
      ...(target.private && { private: true as const }),
      same: rootOf(target),
      link: 'coreference/subject',
      rule: 'coreference/pronoun',
    });
  }
  return [...found.map((m) => changed.get(m.id) ?? m), ...added].sort((a, b) => a.start - b.start || b.end - a.end);
};

/** «It is cold» has no antecedent: a word of speech or of an event must follow. */
const speaksOrActs = ({ tokens }: Words, sentence: Sentence, { reporting, triggers, changes }: Lexicons): boolean =>
  [1, 2].some((step) => {
    const i = sentence.first + step;
    if (i >= sentence.after || (step === 2 && !/^(?:had|has|have|also|then|later)$/.test(tokens[i - 1]!.norm)))
      return false;
    return [reporting, triggers, changes].some((table) => table.word(tokens[i]!.norm).length > 0);
  });

const pronounTarget = (
  pronoun: string,
  nearest: (fits: (m: Found) => boolean) => Found | undefined,
): Found | undefined => {
  const actor = (m: Found): boolean => m.kind === 'actor' && m.of === undefined && !TOLD_BY.has(m.of_ ?? '');
  if (pronoun === 'it') {
    const target = nearest(actor);
    return target && isNamed(target) ? target : undefined;
  }
  if (pronoun === 'they') return nearest((m) => actor(m) || m.kind === 'person');
  if (pronoun === 'he' || pronoun === 'she') return nearest((m) => m.kind === 'person');
  return undefined;
};
