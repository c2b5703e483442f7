/** A name as text of one language. */
import type { Language } from '../../model/index.ts';
import type { Name } from '../types.ts';

const FSI = '\u2068';
const PDI = '\u2069';
// Controls within a name could end our isolation before the name does.
const CONTROLS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

export const plain = (text: string): string => text.replace(CONTROLS, '').replace(/\s+/g, ' ').trim();

/** A name in the sentence's language; one of the other language stays in its script, isolated. */
export const nameFor = (name: Name, language: Language): string => {
  const own = name[language];
  const text = plain(own ?? name.en ?? name.ar ?? '');
  return own !== undefined || text === '' ? text : `${FSI}${text}${PDI}`;
};
