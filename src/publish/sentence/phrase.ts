/** The shape of a language's phrases, and what both languages do with names. */
import type { Change, Language, Modality } from '../../model/index.ts';
import type { Name } from '../types.ts';

/** How an event type is said as a noun. */
export type Phrase = {
  /** One event, with its article: `an airstrike`, «غارة جوية». */
  readonly one: string;
  /** The activity, after a word of change: `airstrikes`; in Arabic definite: «الغارات الجوية». */
  readonly many: string;
  /** Bare noun before its object in Arabic («اختطاف …»), where `one` would not do. */
  readonly bare?: string;
  /** What leads to those it is done to: `on`, `against`; `of` stands close to the noun. */
  readonly to: string;
  /** What leads to those who do it; else the language's default. `of`: close to the noun («the presence of …»). */
  readonly by?: string;
  /** What leads to the place where nobody is named that it is done to: «the capture of …». */
  readonly at?: string;
  /** Between equals: `between A and B` where two or more take part. */
  readonly mutual?: true;
  /** A facility is what it is done to, not where it is done. */
  readonly hits?: true;
  /** Its object is a facility, and this is what it is called where none is named. */
  readonly object?: string;
  /** Own words for a change; `{}` is the object. */
  readonly changes?: Partial<Record<Change, string>>;
};

export type Phrases = {
  readonly types: Readonly<Record<string, Phrase>>;
  readonly change: Readonly<Record<Change, (activity: string) => string>>;
  readonly modality: Readonly<Record<Modality, (event: string) => string>>;
};

const FSI = '\u2068';
const PDI = '\u2069';
// Controls within a name could end our isolation before the name does.
const CONTROLS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

/** A name in the sentence's language; one of the other language stays in its script, isolated. */
export const nameFor = (name: Name, language: Language): string => {
  const own = name[language];
  const text = (own ?? name.en ?? name.ar ?? '').replace(CONTROLS, '').replace(/\s+/g, ' ').trim();
  return own !== undefined || text === '' ? text : `${FSI}${text}${PDI}`;
};
