/** English noun phrases in their forms: number, article, what stands before the noun. */
import { grouped } from '../words/words.ts';
import { nameFor } from './names.ts';
import { isPhrase, type NounPhrase } from './noun-phrase.ts';

const article = (word: string): string => (/^(?:[aeio]|u(?!ni|s\b|se))/i.test(word) ? `an ${word}` : `a ${word}`);

/** Several without a plural of their own: «people», «local media», «air defences»; not «the military», «the police». */
export const isCrowd = ({ noun }: NounPhrase): boolean =>
  noun.enMany === undefined && /^people$|media$|defen[cs]es$/.test(noun.en);

export const sayEnglish = (phrase: NounPhrase): string => {
  const { noun, many, count, of } = phrase;
  const head = many ? (noun.enMany ?? noun.en) : noun.en;
  const before = phrase.adjectives.map((adjective) => adjective.en);
  let after = '';
  if (of && phrase.compound) before.push(isPhrase(of) ? of.noun.en : nameFor(of, 'en'));
  else if (of) after = ` of ${isPhrase(of) ? sayEnglish(of) : nameFor(of, 'en')}`;
  const text = [...before, head].join(' ');
  if (count !== undefined)
    return `${phrase.definite ? 'the ' : ''}${count === 1 ? 'one' : grouped(count)} ${text}${after}`;
  // A noun that knows no plural («media», «people», «the military») is a body or a crowd, not one of several.
  const uncounted = noun.enMany === undefined;
  if (phrase.definite) return `the ${text}${after}`;
  if (many || isCrowd(phrase)) return text + after;
  return uncounted ? `the ${text}${after}` : `${article(text)}${after}`;
};

/** Whether its verb stands in the plural. */
export const isPlural = (phrase: NounPhrase): boolean =>
  phrase.count === undefined ? phrase.many || isCrowd(phrase) || phrase.noun.en === 'police' : phrase.count !== 1;
