/**
 * Who says so, of every claim: the mentions that the attributions over its words name, nearest first (a witness, the
 * monitor that heard him, the outlet that passes it on), each with its cue. A speaker is carried on over sentences that
 * lean on the last one («These steps included …») until another speaks. No speaker: the report's own voice.
 */
import type { Claim, Part, Span } from '../../model/index.ts';
import { type Attribution, type Near, nearOf, sentenceIndexAt, voicesAt } from '../attributions/index.ts';
import type { Found } from '../mentions/index.ts';
import type { Sentence, Words } from '../text.ts';

export type Speakers = Claim['speakers'];

const canSpeak = (m: Found): boolean =>
  m.kind === 'person' ||
  m.kind === 'document' ||
  // «Israel said»: a state speaks under its country's name.
  (m.kind === 'place' && (m.of_ === 'country' || m.place?.precision === 'country')) ||
  m.kind === 'actor';

// «These steps included …», «It added …», «The source also …»: leans on what was just said.
const LEANS_EN = /^(?:these|this|it|he|she|they|such)$/;
const LEANS_AR = /^و?(?:هذه|هذا|شملت|تضمنت|كما|اضاف|اضافت|تابع|اشار|اشارت|اوضح|اوضحت)$/;
const PRONOUN = /^(?:he|she|it|they|we|i|who|which|that|one|another|هو|هي|هم)$/;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The mention that a source's words name: of several the one that begins first, a name's owner rather than its part. */
const mentionIn = (source: Span, mentions: readonly Found[]): Found | undefined => {
  const inside = mentions.filter((m) => canSpeak(m) && overlaps(m, source));
  const actors = inside.filter((m) => m.kind !== 'place' || m.of_ === undefined);
  return (actors.length > 0 ? actors : inside).toSorted((a, b) => a.start - b.start || b.end - a.end)[0];
};

/** Speakers of what stands at a span, nearest first. */
export type SpeechAt = (sentence: Sentence, span: Span) => Speakers;

/**
 * @param attributions of the report, in the order of their cues
 * @param mentions of each sentence
 */
export const speakersOf = (
  words: Words,
  parts: readonly Part[],
  attributions: readonly Attribution[],
  mentions: readonly (readonly Found[])[],
): SpeechAt => {
  const speakerOf = new Map<Attribution, Found | undefined>();
  const near = nearOf(words, attributions);
  const passedTo = new Map<Attribution, Found>();
  let before: Found | undefined;
  for (const attribution of attributions) {
    const source = attribution.source[0];
    if (source === undefined) continue;
    const { text } = words;
    const at = sentenceIndexAt(words, source.start);
    const spoken = attribution.meant ?? { start: source.start, end: attribution.source.at(-1)!.end };
    const found = mentionIn(spoken, mentions[at] ?? []);
    // «Iraq: three killed»: a headline's place before its colon says where.
    const named = attribution.frame === 'colon' && found?.kind === 'place' ? undefined : found;
    const pronoun = PRONOUN.test(text.slice(source.start, source.end).toLowerCase());
    const noun = pronoun ? antecedent(source, mentions[at] ?? [], text) : undefined;
    const subject = attribution.carried ? subjectBefore(attribution, mentions[attribution.sentence] ?? []) : undefined;
    const speaker = subject ?? named ?? noun ?? (pronoun ? before : undefined);
    speakerOf.set(attribution, speaker);
    const outlet = heardBy(attribution, mentions[attribution.sentence] ?? [], text);
    if (outlet && outlet !== speaker) passedTo.set(attribution, outlet);
    if (speaker !== undefined && /^(?:say|speak|deny|warn|threaten)$/.test(attribution.sense)) before = speaker;
  }
  // The last voice of each sentence, for the next one that leans on it.
  const closing: Speakers[] = [];
  for (const sentence of words.sentences) {
    const own = voices(near, speakerOf, passedTo, { start: sentence.end - 1, end: sentence.end - 1 });
    const spoken = near.cuesIn(sentence).filter((a) => speakerOf.get(a) !== undefined && a.sense !== 'refuse');
    const last = spoken.at(-1);
    const body = parts[sentence.part]!.kind === 'body';
    const carried = body && leans(words, sentence) ? (closing[sentence.index - 1] ?? []) : [];
    closing.push(own.length > 0 ? own : last ? [{ mention: speakerOf.get(last)!.id, cue: last.cue[0]! }] : carried);
  }
  return (sentence, span) => {
    const own = voices(near, speakerOf, passedTo, span);
    if (
      own.length > 0 ||
      near
        .cuesIn(sentence)
        .some((a) => a.content.some((c) => c.start <= span.start && c.end >= span.end && a.source.length > 0))
    )
      return own;
    const body = parts[sentence.part]!.kind === 'body';
    return body && leans(words, sentence) ? (closing[sentence.index - 1] ?? []) : [];
  };
};

const leans = (words: Words, sentence: Sentence): boolean =>
  (sentence.language === 'en' ? LEANS_EN : LEANS_AR).test(words.tokens[sentence.first]!.norm);

const PUBLISHER = /^(?:agency|outlet|monitor)$/;

/** «told AFP», قال مصدر لوكالة: the outlet that somebody spoke to passes it on. */
const heardBy = (attribution: Attribution, mentions: readonly Found[], text: string): Found | undefined => {
  const from = Math.max(attribution.source.at(-1)!.end, attribution.cue.at(-1)!.end);
  return mentions.find(
    (m) =>
      m.kind === 'actor' &&
      PUBLISHER.test(m.of_ ?? '') &&
      ((m.start >= from && /^\s*(?:to |the |ل|لـ)?$/.test(text.slice(from, m.start))) ||
        (m.start < from &&
          m.end >= from &&
          m.start > attribution.source[0]!.start &&
          /ل$/.test(text.slice(0, m.start)))),
  );
};

/** أطلق حزب الله رشقة … وقال: who acts first in the sentence speaks, where the verb has nobody of its own. */
const subjectBefore = (attribution: Attribution, mentions: readonly Found[]): Found | undefined => {
  const first = mentions.find((m) => canSpeak(m) && m.kind !== 'place');
  return first && first.end <= attribution.cue[0]!.start ? first : undefined;
};

/** «the mayor, who said»: the mention that ends right before the pronoun. */
const antecedent = (pronoun: Span, mentions: readonly Found[], text: string): Found | undefined =>
  mentions.findLast((m) => canSpeak(m) && m.end <= pronoun.start && /^[\s,]*$/.test(text.slice(m.end, pronoun.start)));

const FEELS = /^(?:fear|worry|hope|wish|خشي|خشى)$/;

const voices = (
  near: Near,
  speakerOf: ReadonlyMap<Attribution, Found | undefined>,
  passedTo: ReadonlyMap<Attribution, Found>,
  span: Span,
): Speakers => {
  const seen = new Set<string>();
  return voicesAt(near, span).flatMap(({ attribution, cue }) => {
    const speaker = speakerOf.get(attribution);
    // Who fears a strike feels it; the report tells of the strike in its own voice.
    if (speaker === undefined || seen.has(speaker.id) || FEELS.test(attribution.lemma)) return [];
    seen.add(speaker.id);
    const told = passedTo.get(attribution);
    const chain = told && !seen.has(told.id) ? [speaker, told] : [speaker];
    if (told) seen.add(told.id);
    return chain.map(({ id }) => ({ mention: id, cue: { start: cue.start, end: cue.end } }));
  });
};
