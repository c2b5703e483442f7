/**
 * What the model of names marks, in our kinds and by our spans: of a whole phrase («the Iraqi commander X of Y») the name
 * that is its head, and only where its head is a name. Where two layers mark the same they are sure of it.
 */
import type { NamedSpan } from '../../language/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Marks } from '../namers.ts';
import type { Sentence, Words } from '../text.ts';

export type MarkKind = 'person' | 'organisation' | 'place';

export type Mark = {
  readonly kind: MarkKind;
  readonly first: number;
  readonly after: number;
  /** Two layers agree on it, or its layer is exact enough alone. */
  readonly sure: boolean;
};

/** Which kinds of a layer are which of ours. */
const KINDS: Readonly<Record<string, Readonly<Record<string, MarkKind>>>> = {
  gum: { person: 'person', organization: 'organisation', place: 'place' },
  re3d: { Person: 'person', Organisation: 'organisation', Location: 'place' },
  anercorp: { PER: 'person', ORG: 'organisation', LOC: 'place' },
};

// What ends the head of a phrase.
const ENDS = /^(?:of|in|at|on|from|to|for|with|by|near|and|or|who|which|that|where|[,;:()–—])$/;
const PARTICLE = /^(?:al|el|as|ad|an|ar|at|az|ash|bin|ibn|abu|de|van|von|du|la)$/;
// In capitals at the start of a sentence, and never names.
const WORDS_OF_GRAMMAR =
  /^(?:the|a|an|his|her|their|our|its|my|your|this|that|these|those|he|she|we|they|i|it|you|who|one|all|some|many|most|both|each|two|three|no|not|but|and|if|as|in|at|on|for|there|here|what|when|while|after|before)$/;

const english = (
  words: Words,
  sentence: Sentence,
  { first, after }: NamedSpan,
  kind: MarkKind,
  lexicon: Lexicons,
): { first: number; after: number } | undefined => {
  const { tokens } = words;
  const stops = (i: number): boolean => ENDS.test(tokens[i]!.norm) && !tokens[i]!.capital;
  let end = first;
  while (end < after && !stops(end)) end++;
  let start = first;
  for (let i = first; i < end; i++) if (/^(?:'s|')$/.test(tokens[i]!.norm)) start = i + 1;
  // «residents» is the head of «Mosul residents», and no name.
  if (end <= start || !tokens[end - 1]!.capital) return undefined;
  let from = end - 1;
  for (;;) {
    const before = tokens[from - 1];
    if (before === undefined || from - 1 < start) break;
    const further = tokens[from - 2];
    if (before.capital) from--;
    else if (before.norm === '-' && from - 2 >= start && (further!.capital || PARTICLE.test(further!.norm))) from -= 2;
    else if (PARTICLE.test(before.norm) && from - 2 >= start && further!.capital) from--;
    else break;
  }
  const isTitle = (norm: string): boolean =>
    lexicon.titles.word(norm).length > 0 ||
    lexicon.heads.word(norm).length > 0 ||
    lexicon.modifiers.word(norm).length > 0;
  // A person's name stands behind the last title: «Aleppo Governor X».
  if (kind === 'person') for (let i = from; i < end - 1; i++) if (isTitle(tokens[i]!.norm)) from = i + 1;
  while (
    from < end &&
    (WORDS_OF_GRAMMAR.test(tokens[from]!.norm) || (kind === 'person' && isTitle(tokens[from]!.norm)))
  )
    from++;
  if (from >= end) return undefined;
  // «Bank of X», «Ministry of Y»
  if (kind === 'organisation' && tokens[end]?.norm === 'of' && end + 1 < after && tokens[end + 1]!.capital) {
    end += 2;
    while (end < after && tokens[end]!.capital) end++;
  }
  const alone = end - from === 1 && from === sentence.first;
  const { norm } = tokens[from]!;
  if (alone && (lexicon.common.word(norm).length > 0 || lexicon.isNoun(norm))) return undefined;
  return { first: from, after: end };
};

/** Names that the model marks in a sentence, in order of the text; none overlaps another of its kind. */
export const markedIn = (words: Words, sentence: Sentence, marks: Marks, lexicon: Lexicons): Mark[] => {
  const found: Mark[] = [];
  for (const [layer, kinds] of Object.entries(KINDS)) {
    for (const span of marks[layer] ?? []) {
      const kind = kinds[span.kind];
      const core = kind && (lexicon.language === 'en' ? english(words, sentence, span, kind, lexicon) : span);
      if (!kind || !core) continue;
      const same = found.findIndex((one) => one.kind === kind && one.first < core.after && one.after > core.first);
      if (same < 0) found.push({ kind, first: core.first, after: core.after, sure: layer === 'anercorp' });
      else if (!found[same]!.sure) {
        // The shorter of two is what both hold.
        const shorter = core.after - core.first < found[same]!.after - found[same]!.first ? core : found[same]!;
        found[same] = { kind, first: shorter.first, after: shorter.after, sure: true };
      }
    }
  }
  const sure = found.filter((one) => one.sure);
  return found
    .filter(
      (one) => one.sure || !sure.some((other) => other !== one && other.first < one.after && other.after > one.first),
    )
    .sort((a, b) => a.first - b.first || b.after - a.after);
};
