/**
 * Who says what: source, cue and content of every attribution of a report, as spans. Cues come from the table of cues;
 * what they govern from the sentence's tree; quotes and headlines reach over sentences.
 */
import type { Language, Span } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import type { Sentence, Words } from '../text.ts';
import { type Tree, treeOf } from '../tree.ts';
import { attributionsInArabic } from './ar.ts';
import { subjectOf } from './ar-group.ts';
import type { Attribution } from './attribution.ts';
import { drawnInEnglish } from './en.ts';
import type { Drawn } from './en-cues.ts';
import { headed } from './headed.ts';
import { type Near, nearOf } from './near.ts';
import { cut, quotedIn } from './quoted.ts';
import { type Quote, quotesIn } from './quotes.ts';

export type { Attribution } from './attribution.ts';
export { type Near, nearOf, sentenceIndexAt } from './near.ts';

export type AttributionTools = {
  readonly lexicons: Readonly<Record<Language, Lexicons>>;
  readonly syntax: SyntaxOf;
  /** Only who says so is asked: what is merely wanted, judged or called something needs no tree. */
  readonly speaking?: boolean;
};

/**
 * What is told goes on with «he added», وأضاف: a word of speech without a speaker of its own, or with a mere pronoun,
 * is the last speaker's.
 */
const carried = (words: Words, all: readonly Attribution[], lexicons: AttributionTools['lexicons']): Attribution[] => {
  let last: Attribution['source'] = [];
  let at = -2;
  return [...all]
    .sort((a, b) => a.cue[0]!.start - b.cue[0]!.start)
    .map((a) => {
      const arabic = words.sentences[a.sentence]!.language === 'ar';
      if (a.source.length > 0) {
        if (isSaid(a) || a.sense === 'deny') {
          last = a.source;
          at = a.sentence;
        }
        return a;
      }
      if (!arabic) return a;
      if (last.length > 0 && a.sentence - at <= 3) {
        at = a.sentence;
        return { ...a, source: last, carried: true as const };
      }
      // «أشاد القائد برجاله. وقال: …»: who acted speaks.
      const before = words.sentences[a.sentence - 1];
      const goesOn = before !== undefined && /^[وف]/.test(words.tokens[words.sentences[a.sentence]!.first]!.norm);
      const subject = goesOn && isSaid(a) ? subjectOf(words, before, lexicons.ar) : undefined;
      if (subject === undefined) return a;
      last = [{ start: words.tokens[subject.first]!.start, end: words.tokens[subject.after - 1]!.end }];
      at = a.sentence;
      return { ...a, source: last, carried: true as const };
    });
};

// Senses that make somebody the voice of what is said; «want» and «try» do not.
const SPEAKING = new Set([
  'say',
  'speak',
  'think',
  'know',
  'ask',
  'warn',
  'threaten',
  'promise',
  'deny',
  'refuse',
  'accuse',
]);

/** Whether a sentence holds anything that can make an attribution: only then is its tree worth its time. */
const mayAttribute = (words: Words, sentence: Sentence, lexicon: Lexicons, speaking: boolean): boolean => {
  for (let i = sentence.first; i < sentence.after; i++) {
    const values = lexicon.cues.at(words.tokens, i, sentence.language)?.values;
    if (values?.some((v) => !speaking || (SPEAKING.has(v.sense) && (v.pos === 'v' || v.pos === 'p')))) return true;
  }
  return false;
};

const spansOf = (tree: Tree, ranges: Drawn['source']): Span[] =>
  [...ranges]
    .sort((a, b) => a[0] - b[0])
    .map(([from, to]) => ({ start: tree.words[from]!.start, end: tree.words[to]!.end }));

const holds = (spans: readonly Span[], span: Span): boolean =>
  spans.some((s) => s.start <= span.start && s.end >= span.end);

/** All attributions of a report, in the order of their cues. */
export const attributionsOf = (words: Words, tools: AttributionTools): Attribution[] => {
  const found: Attribution[] = [];
  let quotes: Quote[] = [];
  let part = -1;
  const byPart = new Map<number, Quote[]>();
  const bare: Attribution[] = [];
  const lastOf = new Map(words.sentences.map((sentence) => [sentence.part, sentence.after]));
  for (const sentence of words.sentences) {
    if (sentence.part !== part) {
      part = sentence.part;
      quotes = quotesIn(words, sentence.first, lastOf.get(part)!);
      byPart.set(part, quotes);
    }
    const lexicon = tools.lexicons[sentence.language];
    if (!mayAttribute(words, sentence, lexicon, tools.speaking ?? false)) continue;
    if (sentence.language === 'ar') {
      found.push(...attributionsInArabic(words, sentence, lexicon));
      continue;
    }
    const tree = treeOf(tools.syntax.parsed(sentence));
    const drawn = drawnInEnglish(words, sentence, tree, lexicon);
    const attribution = (d: Drawn): Attribution => ({
      sentence: sentence.index,
      source: spansOf(tree, d.source),
      ...(d.meant ? { meant: spansOf(tree, [d.meant])[0]! } : {}),
      cue: spansOf(tree, d.cue),
      content: spansOf(tree, d.content),
      sense: d.sense,
      frame: d.frame,
      lemma: d.lemma,
      aside: d.aside ?? false,
      nested: false,
    });
    found.push(...drawn.drawn.map(attribution));
    bare.push(...drawn.bare.map(attribution));
  }
  found.push(...headed(words, found, tools.lexicons));
  const all = carried(words, apart(words, quotedIn(words, byPart, found, bare)), tools.lexicons);
  const near = nearOf(words, all);
  return all
    .map((a) => ({ ...a, nested: near.over(a.cue[0]!.start).some((other) => other !== a && within(a, other)) }))
    .sort((a, b) => a.cue[0]!.start - b.cue[0]!.start);
};

const within = (a: Attribution, outer: Attribution): boolean =>
  a.frame !== 'colon' && !(a.aside && isSaid(a)) && a.cue.every((c) => holds(outer.content, c));

const isSaid = (a: Attribution): boolean =>
  (a.sense === 'say' || a.sense === 'speak') && /^(?:clause|any|source)$/.test(a.frame);

const isTold = (a: Attribution): boolean =>
  a.source.length > 0 && (a.sense === 'say' || a.sense === 'deny') && /^(?:clause|any|about|source)$/.test(a.frame);

// What parts one speaker's words from the next one's.
const PARTED = /(?:;|, (?:and|but|while))\s*$/;

const trimmedEnd = (text: string, spans: readonly Span[]): Span[] =>
  spans.map(({ start, end }) => ({
    start,
    end: start + text.slice(start, end).replace(/(?:[\s,;]|\b(?:and|but|while))+$/, '').length,
  }));

/**
 * A word of speech that a parser put under a word of thought («asked whether …, the minister said») speaks for itself:
 * what the other one covers ends before it. So does «…, saying that» behind a comma.
 */
const apart = (words: Words, all: readonly Attribution[]): Attribution[] => {
  const { text } = words;
  const near = nearOf(words, all);
  return all.map((a) => {
    const others = a.content.flatMap((c) => near.cuesIn(c)).filter((b) => b !== a);
    const strong = isSaid(a) && a.source.length > 0;
    const covered = (b: Attribution): boolean => b.cue.every((c) => holds(a.content, c));
    const begins = a.content[0]?.start ?? 0;
    const next = others.find(
      (b) => isTold(b) && covered(b) && PARTED.test(text.slice(0, b.source[0]!.start).slice(-8)),
    );
    if (next !== undefined) {
      const from = next.source[0]!.start;
      const rest = cut(a.content, [{ start: from, end: Number.MAX_SAFE_INTEGER }]);
      if (rest.length > 0 && a.cue[0]!.start < from) return { ...a, content: trimmedEnd(text, rest) };
    }
    const speaking = others.filter(
      (b) =>
        isSaid(b) &&
        b.source.length > 0 &&
        covered(b) &&
        // «the poll showed that half of them said»: what is shown is the saying.
        (b.aside || (!strong && b.source[0]!.start - begins > LEAD)),
    );
    if (speaking.length === 0) return a;
    const holes = speaking.flatMap((b) =>
      strong ? [...b.cue, ...behindCue(b)] : [...b.source, ...b.cue, ...b.content],
    );
    const content = cut(a.content, holes).filter(({ start, end }) => end - start > 2);
    return content.length > 0 ? { ...a, content } : a;
  });
};

// «that », «whether »: what may stand between where a content begins and its subject.
const LEAD = 10;

/** Of an aside only what stands behind its cue is its own; the clause before it is another's too. */
const behindCue = (b: Attribution): Span[] =>
  [...b.source, ...b.content].filter(({ start }) => start >= b.cue[0]!.start);

/**
 * «the agency, citing medics, said», ذكرت الصحيفة نقلا عن مسعفين أن: set between who passes it on and what is told; or
 * before both: «Citing medics, the agency said».
 */
const heardFrom = (a: Attribution, other: Attribution): boolean => {
  if (!isCited(a) || isCited(other) || other.source.length === 0) return false;
  const at = a.cue[0]!.start;
  const begins = Math.min(other.source[0]!.start, other.cue[0]!.start);
  if (CITING.test(a.lemma) && a.source[0]!.end < begins && a.content.some((c) => c.start <= begins && c.end >= begins))
    return true;
  return begins < at && (at < other.cue[0]!.start || at < (other.content[0]?.start ?? 0));
};

const CITING = /^(?:cit|quot|نقلا عن)/;

/** «denied a report that troops had crossed»: who denies it takes the stand, not who first said it. */
const denies = (a: Attribution, other: Attribution): boolean =>
  a.sense === 'deny' &&
  other.sense !== 'deny' &&
  a.cue[0]!.start < other.cue[0]!.start &&
  other.cue.some((c) => holds(a.content, c));

// «agreed to exchange prisoners»: they will do it; who tells of it is another.
const isPact = (a: Attribution): boolean => a.lemma === 'agree' && /^(?:about|to)$/.test(a.frame);

const isCited = ({ frame }: Attribution): boolean => frame === 'source';

export type Voice = { readonly source: Span; readonly cue: Span; readonly attribution: Attribution };

/** Attributions whose content holds a span, the nearest (the shortest content) first; only those with a source. */
export const voicesAt = (near: Near, span: Span): Voice[] =>
  near
    .over(span.start)
    .filter(
      (a) =>
        a.source.length > 0 &&
        SPEAKING.has(a.sense) &&
        !(a.sense === 'refuse' && a.frame === 'to') &&
        !isPact(a) &&
        a.content.some((c) => c.start <= span.start && c.end >= span.end),
    )
    .map((a) => ({ a, length: a.content.reduce((n, c) => n + c.end - c.start, 0) }))
    .sort((x, y) =>
      heardFrom(x.a, y.a) || denies(x.a, y.a) ? -1 : heardFrom(y.a, x.a) || denies(y.a, x.a) ? 1 : x.length - y.length,
    )
    .map(({ a }) => ({
      source: a.meant ?? { start: a.source[0]!.start, end: a.source.at(-1)!.end },
      cue: a.cue[0]!,
      attribution: a,
    }));
