/** Headlines with a name before or behind a colon or a dash: «SOHR: rebels leave», «Rebels leave - state TV». */
import type { Language } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import type { Attribution } from './attribution.ts';
import { nearOf } from './near.ts';

// More words before a colon are a clause, not a name.
const NAME = 8;

/** «SOHR: rebels leave», «Rebels leave: monitor»: a name before or behind a colon, where no verb stands beside it. */
export const headed = (
  words: Words,
  found: readonly Attribution[],
  lexicons: Readonly<Record<Language, Lexicons>>,
): Attribution[] => {
  const near = nearOf(words, found);
  const lastAt = new Map(words.tokens.map(({ norm }, i) => [norm, i]));
  return words.sentences.flatMap((sentence): Attribution[] => {
    const { tokens } = words;
    const tail = tailed(words, sentence, lexicons[sentence.language]);
    if (tail) return [tail];
    let colon = -1;
    for (let i = sentence.first + 1; i < Math.min(sentence.after - 2, sentence.first + NAME + 1); i++)
      if (words.text.charAt(tokens[i]!.start) === ':' && !tokens[i + 1]!.glued) {
        colon = i;
        break;
      }
    if (colon < 0) return [];
    const name = tokens.slice(sentence.first, colon);
    // A name in a headline has capitals; a list, a label or a clock time has not.
    const arabic = sentence.language === 'ar';
    const known = isKnown(words, sentence.first, colon, lexicons[sentence.language], sentence.language);
    const capital = name.every((t) => t.capital || t.norm.length <= 3 || t.kind === 'punctuation');
    if (!(arabic ? name.length <= 4 : capital) || name.some((t) => t.kind === 'number')) return [];
    const who = words.text.slice(tokens[colon - 1]!.start, tokens[colon - 1]!.end);
    // Who speaks is told of further on too; a label («Correction:») is not.
    const acronym = name.length === 1 && /^\p{Lu}{2,6}$/u.test(who) && !words.shouted[sentence.part];
    const again = sentence.after - colon >= 6 && lastAt.get(tokens[colon - 1]!.norm)! > colon;
    if (name.length > 5 || who.length < 2 || sentence.after - colon < 4) return [];
    // «الأمم المتحدة:», «المرصد:»: nothing but definite words.
    const definite = arabic && name.length <= 3 && name.every((t) => t.norm.startsWith('ال'));
    if (!(known || again || acronym || definite)) return [];
    const mark = { start: tokens[colon]!.start, end: tokens[colon]!.end };
    if (near.cuesIn(sentence).some((a) => a.cue.some((c) => c.start < mark.end && c.end >= mark.start - 1))) return [];
    let last = sentence.after - 1;
    while (last > colon + 1 && tokens[last]!.kind === 'punctuation') last--;
    return [
      {
        sentence: sentence.index,
        source: [{ start: sentence.start, end: tokens[colon - 1]!.end }],
        cue: [mark],
        content: [{ start: tokens[colon + 1]!.start, end: tokens[last]!.end }],
        sense: 'say',
        frame: 'colon',
        lemma: ':',
        aside: false,
        nested: false,
      },
    ];
  });
};

/**
 * Whether tokens name a speaker that the tables describe: an English noun phrase ends with its noun («Russian defence
 * ministry»), an Arabic one begins with it.
 */
const isKnown = (words: Words, first: number, after: number, lexicon: Lexicons, language: Language): boolean => {
  const described = (i: number): number | undefined =>
    lexicon.sources.at(words.tokens, i, language)?.after ??
    // A person or a force that a headline puts before a colon speaks; a place does not.
    lexicon.heads.at(words.tokens, i, language)?.after;
  if (language === 'ar') return described(first) !== undefined;
  for (let i = first; i < after; i++) if (described(i) === after) return true;
  return lexicon.sources.at(words.tokens, first, language) !== undefined;
};

/** «Rebels take border post: monitor», «Rebels take border post - state TV». */
const tailed = (words: Words, sentence: Sentence, lexicon: Lexicons): Attribution | undefined => {
  const { tokens } = words;
  const last = tokens[sentence.after - 1]!;
  const end = last.kind === 'punctuation' ? sentence.after - 1 : sentence.after;
  const colon = [end - 2, end - 3, end - 4, end - 5].find(
    (i) =>
      i > sentence.first + 1 &&
      /^[:–—-]$/.test(words.text.charAt(tokens[i]!.start)) &&
      !(words.text.charAt(tokens[i]!.start) === ':' ? false : tokens[i]!.glued),
  );
  if (colon === undefined || tokens[colon + 1]!.glued) return undefined;
  const dash = words.text.charAt(tokens[colon]!.start) !== ':';
  const source = lexicon.sources.at(tokens, colon + 1, sentence.language);
  const named =
    (dash ? isKnown(words, colon + 1, end, lexicon, sentence.language) : source !== undefined) ||
    (!dash &&
      sentence.language === 'en' &&
      tokens.slice(colon + 1, end).every((t) => t.capital) &&
      end - colon <= 3 &&
      end === sentence.after);
  if (!named) return undefined;
  return {
    sentence: sentence.index,
    source: [{ start: tokens[colon + 1]!.start, end: tokens[end - 1]!.end }],
    cue: [{ start: tokens[colon]!.start, end: tokens[colon]!.end }],
    content: [{ start: sentence.start, end: tokens[colon - 1]!.end }],
    sense: 'say',
    frame: 'colon',
    lemma: ':',
    aside: false,
    nested: false,
  };
};
