/** The Arabic noun group, read from its own marks: article, construct, ending of an adjective. */
import type { Lexicons } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import { isTidings } from '../tidings.ts';

// Not كان, which is no ك before أن.
export const THAT = /^(?!كان$)[وفبلك]?(?:ان|انه|انها|انهم|انهما|انا|باان)$/;
export const QUOTES = /^[«»"“”]$/;

const PREPOSITION = /^(?:في|من|الي|علي|عن|مع|عبر|خلال|لدي|بعد|قبل|امس|اليوم|كيف|ما|ان|بينما|حيث|لـ)$/;
// «in the police», «of the village»: what may go on with a speaker.
const GOES_ON = /^(?:في|من|باسم|لدي)$/;
const ADJECTIVE = /(?:ي|يه|يين|يون|يات)$/;
// «each», «to him», «the dead»: nobody who speaks.
const NOBODY =
  /^(?:[اأ]ي|ايه|كل|بعض|جميع|عدد|عده|مزيد|(?:الي|علي|من|عن|في|ب|ل|مع|لدي)(?:ه|ها|هم|هما|نا|ك)|(?:ال)?(?:قتلي|جرحي|ضحايا|مصابين|مصابون))$/;
// What bodies are called by a noun of doing: هيئة تحرير الشام, مركز توثيق الانتهاكات.
const BODY =
  /^(?:هيئه|حركه|منظمه|جبهه|مركز|لجنه|مجلس|حزب|غرفه|بعثه|اداره|فريق|تحالف|ائتلاف|ناطق|مدير|جماعه|تنظيم|كتيبه|فرقه|غرفه|جهاز|مديريه|موسسه|جمعيه|امين|عضو|نائب|مسوول)$/;
// Nouns of doing by their pattern: تفعيل، استفعال، انفعال، افتعال.
const MASDAR = /^(?:ت[^ا]{2}ي[^نها]|است.{2}ا.|ان.{2}ا.|ا.ت.ا.)$/;
const LONG = 9;

export type Group = { readonly first: number; readonly after: number };

/**
 * The noun group that begins at a token: a construct runs up to its first definite noun, then only its adjectives go
 * on; an indefinite noun takes its adjectives.
 */
export const groupAt = (
  words: Words,
  sentence: Sentence,
  from: number,
  lexicon: Lexicons,
  joined = false,
): Group | undefined => {
  const { tokens } = words;
  const norm = (i: number): string => tokens[i]?.norm ?? '';
  const word = (i: number): boolean => i < sentence.after && tokens[i]!.kind === 'word';
  const definite = (i: number): boolean =>
    /^(?:ال|باسم)/.test(norm(i)) || (joined && i === from && /^لل/.test(norm(i)));
  const noun = (i: number): boolean => lexicon.isNoun(norm(i)) || BODY.test(norm(i));
  // «نفت طهران تزويد», «نفى الجيش الهجوم»: what is told of begins, where no noun waits for what it is of.
  const event = (i: number): boolean =>
    (lexicon.triggers.word(norm(i)).some((v) => v.pos === 'n') || MASDAR.test(norm(i).replace(/^ال/, ''))) &&
    !ADJECTIVE.test(norm(i));
  const owned = (i: number): boolean =>
    /^(?!ال).{3,}(?:نا|ها|هم|هما)$/.test(norm(i)) && (!noun(i) || norm(i).endsWith('نا'));
  if (
    !word(from) ||
    THAT.test(norm(from)) ||
    PREPOSITION.test(norm(from)) ||
    NOBODY.test(norm(from)) ||
    // «أعلن انتهاء العملية», «حذر هجوم»: what is told of, not who tells.
    (!definite(from) && event(from)) ||
    lexicon.operators.word(norm(from)).some((v) => v.pos === 'n') ||
    (!joined && /^(?:لل|بال)/.test(norm(from)))
  )
    return undefined;
  let i = from + 1;
  let closed = definite(from) || owned(from);
  let described = false;
  for (; word(i) && i - from < LONG; i++) {
    const token = norm(i);
    if (THAT.test(token) || QUOTES.test(token)) break;
    if (
      GOES_ON.test(token) &&
      i > from &&
      word(i + 1) &&
      /^(?:ال|اللواء)/.test(norm(i + 1)) &&
      (token !== 'في' || i - from <= 2)
    ) {
      i++;
      closed = true;
      continue;
    }
    if (PREPOSITION.test(token) || /^(?:لل|بال)/.test(token) || /^[وف](?:ال|لل)/.test(token)) break;
    if (/^[يت].{3,}/.test(token) && !/(?:ي|يه)$/.test(token) && closed) break;
    if (i > from && (isTidings(token) || (event(i) && (closed || !noun(i - 1))))) break;
    if (closed) {
      if (!definite(i)) break;
      continue;
    }
    if (owned(i)) {
      closed = true;
      continue;
    }
    if (definite(i)) {
      // «منظمات حقوقية الجيش»: an adjective has closed the group.
      if (described) break;
      closed = true;
      continue;
    }
    if (ADJECTIVE.test(token)) {
      described = true;
      continue;
    }
    if (described) break;
  }
  return { first: from, after: i };
};

/** «أشاد القائد برجاله.»: who acts in a sentence that begins with its verb. */
export const subjectOf = (words: Words, sentence: Sentence, lexicon: Lexicons): Group | undefined => {
  const opening = words.tokens[sentence.first];
  const begins =
    opening !== undefined &&
    opening.kind === 'word' &&
    !/^[وفبلك]?ال/.test(opening.norm) &&
    !PREPOSITION.test(opening.norm) &&
    !THAT.test(opening.norm) &&
    !lexicon.isNoun(opening.norm);
  return begins ? groupAt(words, sentence, sentence.first + 1, lexicon) : undefined;
};
