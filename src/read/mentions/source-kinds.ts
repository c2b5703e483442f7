/** What kind of source somebody is who is let speak without a name: local, security, medical, a witness, a resident. */
import type { Language, Mention } from '../../model/index.ts';
import type { Attribution } from '../attributions/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { bySentence, type Words } from '../text.ts';
import type { Found } from './found.ts';

type Draft = Pick<Found, 'kind' | 'actor' | 'sentence' | 'first' | 'after' | 'start' | 'end'>;

/** @returns a pure function of a mention: its kind of source, or nothing where it has a name or says nothing */
export const compileSourceKinds = (
  words: Words,
  attributions: readonly Attribution[],
  lexicons: Readonly<Record<Language, Lexicons>>,
): ((mention: Draft) => Pick<Mention, 'source'>) => {
  const spoken = bySentence(words, attributions, ({ sentence }) => sentence);
  return ({ kind, actor, sentence, first, after, start, end }) => {
    if (actor !== undefined || (kind !== 'actor' && kind !== 'person')) return {};
    const speaks = spoken[sentence.index]!.some((a) => a.source.some((s) => s.start < end && s.end > start));
    if (!speaks) return {};
    const { sources } = lexicons[sentence.language];
    let general: string | undefined;
    for (let i = first; i < after; i++) {
      const hit = sources.at(words.tokens, i, sentence.language);
      const found = hit?.values.find((v) => v.source !== undefined)?.source;
      // «a source» says less than what describes it.
      if (found !== undefined && found !== 'source') return { source: found };
      general ??= found;
    }
    return general === undefined ? {} : { source: general };
  };
};
