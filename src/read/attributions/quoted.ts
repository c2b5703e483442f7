/** What quotation marks add: content reaches over its whole quote, however many sentences; a quote alone goes on the last one. */
import type { Span } from '../../model/index.ts';
import type { Words } from '../text.ts';
import type { Attribution } from './attribution.ts';
import type { Quote } from './quotes.ts';

/** `whole`: it opens a sentence and holds its end. */
type Quoted = Span & { readonly part: number; readonly words: number; readonly open: boolean; readonly whole: boolean };

// A quote of fewer words is a term, not speech.
const SPEECH = 4;
// «They shot everyone.»: a sentence of its own may be shorter.
const SENTENCE = 2;

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
  const opens = new Set(words.sentences.map(({ start }) => start));
  const all: Quoted[] = [...quotes].flatMap(([part, own]) =>
    own.map(({ first, after, open }) => ({
      part,
      start: words.tokens[first]!.start,
      end: words.tokens[after - 1]!.end,
      words: words.tokens.slice(first, after).filter((t) => t.kind !== 'punctuation').length,
      whole:
        opens.has(words.tokens[first]!.start) &&
        /[.!?؟][»”"]?$/.test(words.text.slice(words.tokens[first]!.start, words.tokens[after - 1]!.end)),
      open,
    })),
  );
  // In the order of the text, none in another.
  const speech = all.filter((q) => q.words >= (q.whole ? SENTENCE : SPEECH));
  /** Index of the first quote that ends behind a place. */
  const from = (at: number): number => {
    let [low, high] = [0, speech.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (speech[middle]!.end > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const touching = (span: Span): Quoted[] => {
    const found: Quoted[] = [];
    for (let i = from(span.start); i < speech.length && speech[i]!.start < span.end; i++) found.push(speech[i]!);
    return found;
  };
  const inside = (span: Span): boolean => touching(span).some((q) => holds(q, span));
  const taken = new Set<Quoted>();

  // Words of speech inside somebody's quote are that one's own.
  const outer = found.filter((a) => !a.cue.some(inside));
  const inner = found.filter((a) => a.cue.some(inside));
  const widened = outer.map((a): Attribution => {
    const mine = a.content.flatMap(touching).filter((q) => !a.source.some((s) => holds(q, s)));
    for (const q of mine) taken.add(q);
    if (mine.length === 0) return a;
    return { ...a, content: cut(merged([...a.content, ...mine]), [...a.source, ...a.cue]) };
  });

  // «He said:» and the quote that follows; «…» he added.
  const blank = (start: number, end: number): boolean =>
    end - start < GAP && words.text.slice(start, end).trim() === '';
  const completed = bare
    .filter((a) => !a.cue.some(inside))
    .flatMap((a): Attribution[] => {
      const sentence = words.sentences[a.sentence]!;
      const free = (q: Quoted | undefined): q is Quoted => q !== undefined && !taken.has(q);
      const first = from(sentence.start);
      const before = speech[first - 1];
      const after = speech[from(sentence.end)];
      const near =
        touching(sentence).find(free) ??
        (free(before) && blank(before.end, sentence.start) ? before : undefined) ??
        (free(after) && blank(sentence.end, after.start) ? after : undefined);
      if (!near) return a.content.length > 0 ? [a] : [];
      taken.add(near);
      return [{ ...a, content: [{ start: near.start, end: near.end }] }];
    });
  const attributions = [...widened, ...completed].sort((a, b) => a.cue[0]!.start - b.cue[0]!.start);

  // A quote that nobody introduces goes on the last one that spoke: same paragraph, or the next begins with it.
  const more = new Map<Attribution, Span[]>();
  let at = 0;
  let before: Attribution | undefined;
  for (const quote of speech) {
    for (; at < attributions.length && attributions[at]!.cue[0]!.start < quote.start; at++)
      if (isSpeech(attributions[at]!)) before = attributions[at];
    if (taken.has(quote) || before === undefined) continue;
    const gap = quote.part - words.sentences[before.sentence]!.part;
    if (gap !== 0 && !(gap <= 2 && opens.has(quote.start))) continue;
    const added = more.get(before) ?? [];
    added.push({ start: quote.start, end: quote.end });
    more.set(before, added);
  }
  const completedBy = (a: Attribution): Attribution => ({ ...a, content: [...a.content, ...(more.get(a) ?? [])] });
  return [...attributions.map(completedBy), ...inner];
};

// Blanks between a sentence and the quote that belongs to it.
const GAP = 12;

const isSpeech = (a: Attribution): boolean =>
  (a.sense === 'say' || a.sense === 'speak') && a.lemma !== 'refer' && !/^(?:object|name)$/.test(a.frame);
