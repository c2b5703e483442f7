/**
 * Made-up reports with their readings, as many as wanted and the same at each run, so that the store is measured and not
 * the reader. Sizes are of the order of the bundled reports: some 2,000 characters, 25 mentions, 4 claims.
 */
import type { Capture, Claim, Language, Mention, Reading, Report } from '../../src/model/index.ts';
import { readingIdOf, sha256Hex } from '../../src/model/index.ts';

/** mulberry32: small, fast, and the same everywhere. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const SYLLABLES: Readonly<Record<Language, readonly string[]>> = {
  en: ['ba', 'ko', 'ri', 'ten', 'mal', 'dor', 'vi', 'sha', 'lun', 'per', 'gos', 'an', 'ith', 'el', 'mor', 'quen'],
  ar: ['با', 'كو', 'ري', 'تن', 'مل', 'دور', 'في', 'شا', 'لن', 'بر', 'جس', 'عن', 'حث', 'إل', 'مر', 'قن'],
};
const wordOf = (language: Language, number: number): string => {
  const all = SYLLABLES[language];
  let [word, left] = ['', number + all.length];
  for (; left > 0; left = Math.floor(left / all.length)) word += all[left % all.length];
  return word;
};

export const PLACES = 3000;
export const ACTORS = 200;
export const WORDS = 20_000;
const PROVINCES = 60;
const TYPES = [
  ...['violence.airstrike', 'violence.shelling', 'violence.clash', 'violence.raid', 'control.siege', 'control.arrest'],
  ...[
    'harm.casualties',
    'harm.damage',
    'harm.displacement',
    'politics.statement',
    'politics.ceasefire',
    'posture.deploy',
  ],
];
const OUTLETS = 40;
const DAYS = 2000;

export const placeId = (number: number): string => `made:place-${number}`;
export const provinceId = (number: number): string => `made:province-${number % PROVINCES}`;
/** Every place lies in one of sixty provinces of one country. */
export const above = (id: string): readonly string[] => {
  const [, number] = /^made:place-(\d+)$/.exec(id) ?? [];
  return number === undefined ? [] : [provinceId(Number(number)), 'country:OZ'];
};
export const actorId = (number: number): string => `made:actor-${number}`;
export const typeOf = (number: number): string => TYPES[number % TYPES.length] ?? 'violence.clash';
export const dayOf = (number: number): string =>
  new Date(Date.UTC(2019, 0, 1) + (number % DAYS) * 86_400_000).toISOString().slice(0, 10);
/** A few words, places and actors are in much of the news, and most in little of it. */
export const skewed = (random: () => number, among: number): number => Math.floor(among * random() ** 3);
export const searchWord = (language: Language, random: () => number): string => wordOf(language, skewed(random, WORDS));

export type MadeReport = {
  readonly capture: Capture;
  readonly report: Report;
  readonly reading: Reading;
  readonly bytes: Uint8Array;
};

/** The report of this number; its world is that of all others. */
export const madeReport = (number: number): MadeReport => {
  const random = randomOf(number + 1);
  const language: Language = random() < 0.5 ? 'en' : 'ar';
  const sentences: string[] = [];
  while (sentences.join(' ').length < 1200 + 1600 * random())
    sentences.push(
      `${Array.from({ length: 18 }, () => wordOf(language, skewed(random, WORDS))).join(' ')} ${number % 97}.`,
    );
  const text = `${sentences[0]}\n\n${sentences.slice(1).join('\n')}`;
  const bytes = new TextEncoder().encode(text);
  const captureId = sha256Hex(bytes);
  const report: Report = { id: captureId.slice(0, 16), captureId, text, publisher: `made-${skewed(random, OUTLETS)}` };
  const day = dayOf(Math.floor(random() * DAYS));
  const mentions: Mention[] = Array.from({ length: 24 }, (_, at): Mention => {
    const start = Math.floor(random() * (text.length - 12));
    const span = { id: `m${at}`, start, end: start + 8, rule: 'made' };
    if (at % 3 === 0) {
      const place = skewed(random, PLACES);
      const name = { en: `Place ${wordOf('en', place)}`, ar: `مكان ${wordOf('ar', place)}` };
      const admin = [`Province ${place % PROVINCES}`];
      return {
        ...span,
        kind: 'place',
        place: { id: placeId(place), name, precision: 'town', score: 1, country: 'OZ', admin, lat: 10, lon: 20 },
      };
    }
    if (at % 3 === 1) return { ...span, kind: 'actor', actor: actorId(skewed(random, ACTORS)) };
    return { ...span, kind: 'quantity', quantity: { low: at, high: at, words: false } };
  });
  const claims: Claim[] = Array.from({ length: 4 }, (_, at): Claim => {
    const start = Math.floor((at * text.length) / 5);
    return {
      id: `c${at}`,
      type: typeOf(Math.floor(random() * TYPES.length)),
      quote: { start, end: start + 120 },
      trigger: { start: start + 10, end: start + 18 },
      agents: [`m${1 + 3 * (at % 8)}`],
      targets: [`m${1 + 3 * ((at + 3) % 8)}`],
      instruments: [],
      places: [`m${3 * ((at + 1) % 8)}`],
      placesFrom: 'clause',
      destination: [],
      origin: [],
      time: { earliest: day, latest: day, precision: 'day', basis: 'stated' },
      toll: [],
      speakers: [{ mention: `m${1 + 3 * ((at + 5) % 8)}`, cue: { start, end: start + 4 } }],
      modality: 'asserted',
      background: false,
      confidence: 0.7,
      rule: 'made',
    };
  });
  const reading: Reading = {
    id: report.id,
    readingId: readingIdOf(report.id, 'made'),
    reader: 'made',
    report: {
      text,
      language,
      direction: language === 'ar' ? 'rtl' : 'ltr',
      title: { start: 0, end: sentences[0]?.length ?? 0 },
      issued: { earliest: day, latest: day, basis: [] },
      parts: [{ kind: 'body', start: 0, end: text.length, language }],
    },
    sentences: [{ start: 0, end: text.length, part: 0 }],
    mentions,
    claims,
    gaps: [],
  };
  const capture: Capture = {
    id: captureId,
    address: `file:made-${number}.txt`,
    fetchedAt: `${day}T12:00:00.000Z`,
    mediaType: 'text/plain',
    bytes: bytes.length,
    collector: 'marsad bench',
  };
  return { capture, report, reading, bytes };
};
