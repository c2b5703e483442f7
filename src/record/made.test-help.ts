/** Readings made by hand for the tests of this room: a text, and what is said to be read in it. */
import {
  type Claim,
  type Mention,
  type PlaceValue,
  type Reading,
  type Report,
  readingIdOf,
  sha256Hex,
} from '../model/index.ts';

type MadeMention = Partial<Omit<Mention, 'id' | 'start' | 'end'>> & { readonly words: string };
type MadeClaim = Partial<Omit<Claim, 'id' | 'quote' | 'trigger'>> & {
  readonly quote: string;
  readonly trigger: string;
};
export type Made = {
  readonly text: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly mentions?: Readonly<Record<string, MadeMention>>;
  readonly claims?: Readonly<Record<string, MadeClaim>>;
};

const spanOf = (text: string, words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`«${words}» is not in «${text}»`);
  return { start, end: start + words.length };
};

export const town = (id: string, en: string): PlaceValue => ({ id, name: { en }, precision: 'town', score: 1 });

export const day = (date: string): Claim['time'] => ({
  earliest: date,
  latest: date,
  precision: 'day',
  basis: 'stated',
});

/** A report, its reading and its capture, out of words and what they mean. */
export const make = ({ text, publisher, url, mentions = {}, claims = {} }: Made) => {
  const captureId = sha256Hex(text);
  const report: Report = {
    id: captureId.slice(0, 16),
    captureId,
    text,
    ...(publisher && { publisher }),
    ...(url && { url }),
  };
  const reading: Reading = {
    id: report.id,
    readingId: readingIdOf(report.id, 'test'),
    reader: 'test',
    report: {
      text,
      language: /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en',
      direction: /\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr',
      issued: { basis: [] },
      parts: [{ kind: 'body', start: 0, end: text.length, language: 'en' }],
    },
    sentences: [{ start: 0, end: text.length, part: 0 }],
    mentions: Object.entries(mentions).map(([id, { words, ...rest }]) => ({
      id,
      kind: 'actor',
      ...spanOf(text, words),
      rule: 'test',
      ...rest,
    })),
    claims: Object.entries(claims).map(([id, { quote, trigger, ...rest }]) => ({
      id,
      type: 'violence.airstrike',
      quote: spanOf(text, quote),
      trigger: spanOf(text, trigger),
      agents: [],
      targets: [],
      instruments: [],
      places: [],
      destination: [],
      origin: [],
      time: day('2024-03-02'),
      toll: [],
      speakers: [],
      modality: 'asserted',
      background: false,
      confidence: 0.8,
      rule: 'test',
      ...rest,
    })),
    gaps: [],
  };
  const capture = {
    id: captureId,
    address: 'file:report.txt',
    fetchedAt: '2024-03-03T00:00:00.000Z',
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode(text).length,
    collector: 'marsad test',
  };
  return { report, reading, capture, bytes: new TextEncoder().encode(text) };
};

export const knowledge = {
  actorName: (id: string) => (id === 'us-forces' ? { en: 'United States forces', ar: 'القوات الأمريكية' } : undefined),
  placeKind: (id: string) => (id === 'place:quarter' ? 'quarter' : undefined),
};

/** A strike on a town, as one outlet tells it: what most tests start from. */
export const strike = (over: Partial<Made> = {}, claim: Partial<MadeClaim> = {}) =>
  make({
    text: 'American jets struck a depot in Mayadin on 2 March, killing 4, a monitor said.',
    publisher: 'levant',
    mentions: {
      m1: { words: 'American jets', actor: 'us-forces' },
      m2: { words: 'depot', kind: 'facility', head: 'warehouse' },
      m3: { words: 'Mayadin', kind: 'place', place: town('geonames:168859', 'Mayadin') },
      m4: { words: 'a monitor', actor: 'sohr' },
    },
    ...over,
    claims: {
      c1: {
        quote: over.text ?? 'American jets struck a depot in Mayadin on 2 March, killing 4',
        trigger: over.text?.split(' ')[0] ?? 'struck',
        agents: ['m1'],
        targets: ['m2'],
        places: ['m3'],
        toll: [{ harm: 'killed', low: 4, high: 4, start: 0, end: 1 }],
        speakers: [{ mention: 'm4', cue: { start: 0, end: 1 } }],
        ...claim,
      },
    },
  });
