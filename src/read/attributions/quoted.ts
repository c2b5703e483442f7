/** What quotation marks add: content reaches over its whole quote, however many sentences; a quote alone goes on the last one. */
import type { Span } from '../../model/index.ts';
import type { Words } from '../text.ts';
import type { Attribution } from './attribution.ts';
import type { Quote } from './quotes.ts';

type Quoted = Span & { readonly part: number; readonly words: number; readonly open: boolean };

// A quote of fewer words is a term, not speech.
const SPEECH = 4;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const holds = (a: Span, b: Span): boolean => a.start <= b.start && a.end >= b.end;

const merged = (spans: readonly Span[]): Span[] => {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const out: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
};

export const cut = (spans: readonly Span[], holes: readonly Span[]): Span[] => {
  let left = [...spans];
  for (const hole of holes)
    left = left.flatMap((s) =>
      !overlaps(s, hole)
        ? [s]
        : [
            { start: s.start, end: hole.start },
            { start: hole.end, end: s.end },
          ].filter(({ start, end }) => end > start),
    );
  return left;
};

/**
 * @param quotes of each part
 * @param found attributions whose content stands in their sentence
 * @param bare cues with a speaker whose content does not
 */
export const quotedIn = (
  words: Words,
  quotes: ReadonlyMap<number, readonly Quote[]>,
  found: readonly Attribution[],
  bare: readonly Attribution[],
): Attribution[] => {
  const all: Quoted[] = [...quotes].flatMap(([part, own]) =>
    own.map(({ first, after, open }) => ({
      part,
      start: words.tokens[first]!.start,
      end: words.tokens[after - 1]!.end,
      words: words.tokens.slice(first, after).filter((t) => t.kind !== 'punctuation').length,
      open,
    })),
  );
  const speech = all.filter((q) => q.words >= SPEECH);
  const inside = (span: Span): boolean => speech.some((q) => holds(q, span));
  const taken = new Set<Quoted>();

  // Words of speech inside somebody's quote are that one's own.
  const outer = found.filter((a) => !a.cue.some(inside));
  const inner = found.filter((a) => a.cue.some(inside));
  const widened = outer.map((a): Attribution => {
    const mine = speech.filter((q) => a.content.some((c) => overlaps(c, q)) && !a.source.some((s) => holds(q, s)));
    for (const q of mine) taken.add(q);
    if (mine.length === 0) return a;
    return { ...a, content: cut(merged([...a.content, ...mine]), [...a.source, ...a.cue]) };
  });

  // «He said:» and the quote that follows; «…» he added.
  const completed = bare
    .filter((a) => !a.cue.some(inside))
    .flatMap((a): Attribution[] => {
      const sentence = words.sentences[a.sentence]!;
      const free = speech.filter((q) => !taken.has(q));
      const near =
        free.find((q) => overlaps(q, sentence)) ??
        free.find((q) => q.end <= sentence.start && words.text.slice(q.end, sentence.start).trim() === '') ??
        free.find((q) => q.start >= sentence.end && words.text.slice(sentence.end, q.start).trim() === '');
      if (!near) return a.content.length > 0 ? [a] : [];
      taken.add(near);
      return [{ ...a, content: [{ start: near.start, end: near.end }] }];
    });
  let attributions = [...widened, ...completed].sort((a, b) => a.cue[0]!.start - b.cue[0]!.start);

  // A quote that nobody introduces goes on the last one that was quoted: same paragraph, or the next begins with it.
  const partOf = (a: Attribution): number => words.sentences[a.sentence]!.part;
  for (const quote of speech) {
    if (taken.has(quote)) continue;
    const earlier = attributions.filter((a) => a.cue[0]!.start < quote.start && isSpeech(a));
    const before = earlier.at(-1);
    if (!before) continue;
    const gap = quote.part - partOf(before);
    const opens = words.sentences.some((s) => s.part === quote.part && s.start === quote.start);
    if (gap === 0 || (gap <= 2 && opens)) {
      taken.add(quote);
      attributions = attributions.map((a) =>
        a === before ? { ...a, content: [...a.content, { start: quote.start, end: quote.end }] } : a,
      );
    }
  }
  return [...attributions, ...inner];
};

const isSpeech = (a: Attribution): boolean =>
  (a.sense === 'say' || a.sense === 'speak') && a.lemma !== 'refer' && !/^(?:object|name)$/.test(a.frame);
