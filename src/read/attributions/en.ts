/**
 * English attributions out of the tree. A cue's frame says where its content hangs: a clause (`ccomp`, or the clause
 * that a «he said» is set into), an infinitive, an object, what stands behind a preposition.
 */
import type { Lexicons } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import { childrenBy, type Range, type Tree } from '../tree.ts';
import { type Cue, cuesIn, type Drawn } from './en-cues.ts';
import { adjectival, nominal, prepositional } from './en-nouns.ts';
import { cueWords, isAside, nounRange, sourceOf, trimmed } from './en-parts.ts';
import { verbal } from './en-verbs.ts';

const SPEECH = new Set(['say', 'speak', 'ask', 'think']);
// Fewer words are no clause.
const CLAUSE = 4;

/**
 * What is left where a parser has hung the clause elsewhere: what stands behind «X said», or before «…, X said» and
 * «…, said X».
 */
const remainder = (tree: Tree, source: readonly Range[], cue: Cue): Range[] => {
  const [who] = source;
  if (who === undefined) return [];
  const last = tree.words.length - 1;
  const signs = (i: number): boolean => tree.words[i]?.upos === 'PUNCT';
  const inverted = who[0] > cue.last;
  const after = Math.max(cue.last, inverted ? who[1] : cue.last) + 1;
  const before = Math.min(who[0], cue.at) - 1;
  // «told reporters that»
  let from = after;
  while (from <= last && from - after < 8 && tree.words[from]!.form.toLowerCase() !== 'that') from++;
  if (from > last || tree.words[from]!.form.toLowerCase() !== 'that' || inverted) from = after;
  const opens = /^(?:NOUN|PROPN|PRON|DET|NUM|ADJ|SCONJ|VERB)$/.test(tree.words[from]?.upos ?? '');
  const behind: Range[] = !inverted && opens && last - from >= CLAUSE ? trimmed(tree, [[from, last]]) : [];
  const ahead: Range[] = signs(before) && before >= CLAUSE ? trimmed(tree, [[0, before]]) : [];
  return behind.length > 0 && !(ahead.length > 0 && last - from < CLAUSE * 2) ? behind : ahead;
};

/** «State television showed what it said was a tank»: the pronoun of a free relative is who acts in the clause around it. */
const meantBy = (tree: Tree, { head, source }: Drawn): Range | undefined => {
  const [who] = source;
  if (source.length !== 1 || who === undefined || who[0] !== who[1] || who[0] > head) return undefined;
  if (!/^(?:it|he|she|they)$/i.test(tree.words[who[0]]!.form)) return undefined;
  if (!/^(?:what|which|whom)$/i.test(tree.words[who[0] - 1]?.form ?? '')) return undefined;
  for (let at = who[0] - 2; at >= 0; at--) {
    const subject = childrenBy(tree, at, 'nsubj').find((c) => c < at && tree.words[c]!.upos !== 'PRON');
    if (subject !== undefined && subject < who[0]) return nounRange(tree, subject, at).at(0);
  }
  return undefined;
};

/** All attributions of a sentence whose content stands in it; and the cues whose content does not. */
export const drawnInEnglish = (
  words: Words,
  sentence: Sentence,
  tree: Tree,
  lexicon: Lexicons,
): { drawn: Drawn[]; bare: Drawn[] } => {
  const cues = cuesIn(words, sentence, tree, lexicon);
  const absorbed = new Set<number>();
  const drawn: Drawn[] = [];
  const bare: Drawn[] = [];
  for (const cue of cues) {
    if (absorbed.has(cue.at)) continue;
    const source = cue.values.find((v) => v.pos === 'p');
    const upos = tree.words[cue.at]!.upos;
    const found =
      (source && prepositional(tree, cue, source)) ??
      (upos === 'VERB'
        ? verbal(tree, cue, cues, absorbed)
        : upos === 'NOUN'
          ? nominal(tree, cue)
          : upos === 'ADJ'
            ? adjectival(tree, cue)
            : undefined);
    if (found) {
      const meant = meantBy(tree, found);
      drawn.push(meant ? { ...found, meant } : found);
      continue;
    }
    const speaks =
      upos === 'VERB' && cue.values.find((v) => v.pos === 'v' && v.frame === 'clause' && SPEECH.has(v.sense));
    if (speaks) {
      const aside = isAside(tree, cue.at);
      const own = sourceOf(tree, cue.at);
      const who = own.length > 0 || !aside ? own : (drawn.findLast((d) => d.sense === 'say')?.source ?? []);
      if (who.length > 0)
        bare.push({
          aside,
          head: cue.at,
          source: who,
          cue: cueWords(tree, cue.at, cue.last),
          content: speaks.sense === 'say' ? remainder(tree, who, cue) : [],
          sense: speaks.sense,
          frame: speaks.frame,
          lemma: speaks.lemma,
        });
    }
  }
  return { drawn: drawn.filter((d) => !absorbed.has(d.head)), bare };
};
