/**
 * The lemma of a form with its tag. Latin: by the word or its ending. Arabic, where lemmas carry vowels that the form
 * does not show: the word as training knew it, else a form of the same word, else the pattern of its letters, else the
 * bare form without its article.
 */
import { hashOf } from '../hash.ts';
import { type Memory, remember } from '../memory.ts';
import type { Tag } from '../tags/model.ts';
import { plainForm } from '../tags/words.ts';
import { createEndingTable, type EndingModel } from './endings.ts';
import { applyScript, patternOf } from './scripts.ts';

/** What the tables know a tag by. */
export const tagKey = ({ upos, xpos }: Tag): number => hashOf(`${upos}\t${xpos ?? ''}`);
export const classKey = (upos: string): number => hashOf(upos);

const MOST_REMEMBERED = 20_000;
/** What `make` gives for a form with its tag, remembered. */
export const rememberTagged = <T>(make: (form: string, tag: Tag) => T): ((form: string, tag: Tag) => T) => {
  const byTag = new Map<string, Memory<T>>();
  return (form, tag) => {
    const key = tag.xpos === undefined ? tag.upos : `${tag.upos}\t${tag.xpos}`;
    const forms = byTag.get(key) ?? remember((word) => make(word, tag), MOST_REMEMBERED);
    byTag.set(key, forms);
    return forms.of(form);
  };
};
/** Any tag. */
export const ANY = 0;

export const ARABIC_LETTERS = /[\u0621-\u064a]/;
const ARTICLE = /^(?:ال|ل(?=..))/;
const SUFFIX = /(?:ات|ية|ين|ون|ان|وا|ة|ا|ي|ت)$/;
/** 13,000: the lemma is written without its commas. */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PREFIX = /^[يتنا]/;

/** Other forms that the same lemma may have, likelier ones first. */
const kinOf = (plain: string): string[] => {
  const bare = plain.replace(ARTICLE, '');
  const stem = bare.replace(SUFFIX, '');
  const verb = bare.replace(PREFIX, '');
  return [bare, `ال${bare}`, `${bare}ة`, stem, `${stem}ة`, `ي${verb}`, `ت${verb}`, verb].filter(
    (kin) => kin.length > 1,
  );
};

export type Lemmatiser = (form: string, tag: Tag) => string;

/** A lemmatiser with the table of `model`. Pure; where nothing is known, the form itself. */
export const createLemmatiser = (model: EndingModel): Lemmatiser => {
  const table = createEndingTable(model);
  const arabic = (form: string, plain: string, tag: Tag): string => {
    const upos = classKey(tag.upos);
    const script = table.findWord(plain, upos) ?? table.findWord(plain, ANY);
    const known = script === undefined ? undefined : applyScript(script, form, plain);
    if (known !== undefined) return known;
    for (const kin of kinOf(plain)) {
      const found = table.findWord(kin, upos);
      const lemma = found === undefined ? undefined : applyScript(found, kin, kin);
      if (lemma !== undefined) return lemma;
    }
    const pattern = patternOf(plain);
    const shaped = table.findWord(pattern, tagKey(tag)) ?? table.findWord(pattern, upos);
    const made = shaped === undefined ? undefined : applyScript(shaped, form, plain);
    return made ?? (form.replace(/^ال(?=..)/, '') || form);
  };
  const lemmaOf = (form: string, tag: Tag): string => {
    if (GROUPED.test(form)) return form.replaceAll(',', '');
    const plain = plainForm(form);
    if (ARABIC_LETTERS.test(plain)) return arabic(form, plain, tag);
    const script = table.find(plain, tagKey(tag)) ?? table.find(plain, classKey(tag.upos));
    return (script === undefined ? undefined : applyScript(script, form, plain)) || form;
  };
  return rememberTagged(lemmaOf);
};
