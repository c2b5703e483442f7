/**
 * Who says so: for each sentence its speakers, nearest first, each with the words that make it one. Verbs («reported
 * that»), prepositions («according to»), headlines («SOHR: …»); carried on over sentences that lean on the last one
 * («These steps included …») until another speaks. No speaker: the report's own voice.
 */
import type { Claim, Part } from '../../model/index.ts';
import { prepositionOf } from '../claims/roles.ts';
import type { Signal } from '../claims/signals.ts';
import type { Found } from '../mentions/index.ts';
import type { Sentence, Words } from '../text.ts';

export type Speakers = Claim['speakers'];

const canSpeak = (m: Found): boolean =>
  m.kind === 'person' ||
  // «Israel said»: a state speaks under its country's name.
  (m.kind === 'place' && m.of_ === 'country') ||
  (m.kind === 'actor' &&
    (m.actor !== undefined ||
      m.of_ === 'office' ||
      m.of_ === 'unnamed' ||
      m.of_ === 'document' ||
      m.of_ === 'outlet' ||
      m.of_ === 'armed'));

// «These steps included …», «It added …», «The source also …»: leans on what was just said.
const LEANS_EN = /^(?:these|this|it|he|she|they|such)$/;
const LEANS_AR = /^و?(?:هذه|هذا|كما|اضاف|اضافت|تابع|اشار|اشارت|اوضح|اوضحت)$/;
// A passive or impersonal report has nobody who speaks: «it was reported».
const NEAR = 6;

const englishSpeaker = (
  words: Words,
  sentence: Sentence,
  cue: Signal,
  mentions: readonly Found[],
): Found | undefined => {
  const speakers = mentions.filter(canSpeak);
  if (cue.pos === 'p') return speakers.find((m) => m.first >= cue.after && m.first - cue.after <= 3);
  const before = speakers.findLast((m) => {
    if (m.after > cue.first) return false;
    const between = words.tokens.slice(m.after, cue.first);
    if (m.kind === 'place' && (between.length > 1 || prepositionOf(words, m, sentence.first) !== '')) return false;
    const apposition = between[0]?.norm === ',' && between.at(-1)?.norm === ',';
    return (
      (between.length <= 3 && !between.some((t) => /^(?:by|to|of|and)$/.test(t.norm))) ||
      (apposition && between.length <= 14) ||
      // «the Observatory in Britain said», «the ministry in Gaza said»
      (between.length <= NEAR &&
        /^(?:in|of|for)$/.test(between[0]?.norm ?? '') &&
        !between.some((t) => t.kind === 'punctuation'))
    );
  });
  if (before) return before;
  // «…, said the ministry»
  const after = speakers.find((m) => m.first >= cue.after && m.first - cue.after <= 2);
  const next = words.tokens[cue.after]?.norm;
  const inverted =
    next !== 'that' && (words.tokens[cue.first - 1]?.kind === 'punctuation' || cue.first === sentence.first);
  return inverted ? after : undefined;
};

const arabicSpeaker = (
  words: Words,
  _sentence: Sentence,
  cue: Signal,
  mentions: readonly Found[],
): Found | undefined => {
  const speakers = mentions.filter(canSpeak);
  if (cue.pos === 'p') return speakers.find((m) => m.first >= cue.after - 1 && m.first - cue.after <= 2);
  const between = (from: number, to: number): string[] => words.tokens.slice(from, to).map((t) => t.norm);
  return (
    // What follows أن is what is said, not who says it.
    speakers.find(
      (m) =>
        m.first >= cue.after &&
        m.first - cue.after <= (m.kind === 'place' ? 0 : 2) &&
        !between(cue.after, m.first + 1).some((norm) => /^[وبل]?(?:ان|انه|انها|انهم)$/.test(norm)),
    ) ??
    speakers.findLast(
      (m) =>
        m.kind !== 'place' &&
        m.after <= cue.first &&
        between(m.after, cue.first).every((norm) => norm === 'قد') &&
        cue.first - m.after <= 1,
    )
  );
};

type Cue = { readonly speaker: Found; readonly cue: Signal };

/** Speakers of what stands at a token of the sentence, nearest first. */
export type SentenceSpeech = (token: number) => Speakers;

const asSpeaker = ({ speaker, cue }: Cue): Speakers[number] => ({
  mention: speaker.id,
  cue: { start: cue.start, end: cue.end },
});

/**
 * Of several who speak in a sentence, the last before the words says them, else the first after («…, the ministry said»).
 * A source that is named by a preposition («according to») stands nearer to the event than who passes it on.
 */
const nearest = (cues: readonly Cue[], token: number): Speakers => {
  const verbs = cues.filter(({ cue }) => cue.pos !== 'p');
  const prepositions = cues.filter(({ cue }) => cue.pos === 'p');
  const teller = verbs.findLast(({ cue }) => cue.first <= token) ?? verbs[0];
  return [...prepositions, ...(teller ? [teller] : [])].map(asSpeaker);
};

/**
 * Speakers of every sentence, by sentence index.
 * @param reporting cues of each sentence
 * @param mentions mentions of each sentence
 */
export const speakersOf = (
  words: Words,
  parts: readonly Part[],
  reporting: readonly (readonly Signal[])[],
  mentions: readonly (readonly Found[])[],
): SentenceSpeech[] => {
  let carried: Speakers = [];
  return words.sentences.map((sentence) => {
    const own = mentions[sentence.index] ?? [];
    const cues: Cue[] = [];
    for (const cue of reporting[sentence.index] ?? []) {
      const speaker = (sentence.language === 'en' ? englishSpeaker : arabicSpeaker)(words, sentence, cue, own);
      if (speaker && !cues.some((other) => other.speaker.id === speaker.id)) cues.push({ speaker, cue });
    }
    const body = parts[sentence.part]!.kind === 'body';
    if (cues.length > 0) {
      if (body) carried = nearest(cues, sentence.after);
      return (token) => nearest(cues, token);
    }
    // «SOHR: militias leave …»
    const first = own.find((m) => m.first === sentence.first && canSpeak(m));
    const colon = first && words.tokens[first.after]?.norm === ':' ? words.tokens[first.after] : undefined;
    const head = words.tokens[sentence.first]!.norm;
    const leans = body && carried.length > 0 && (sentence.language === 'en' ? LEANS_EN : LEANS_AR).test(head);
    const speakers: Speakers =
      first && colon ? [{ mention: first.id, cue: { start: colon.start, end: colon.end } }] : leans ? carried : [];
    if (body) carried = speakers;
    return () => speakers;
  });
};
