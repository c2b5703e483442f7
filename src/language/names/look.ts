/** The attributes of all words of a sentence in one row of numbers, with two words before and after. */
import { hashOf, mix } from '../hash.ts';
import { createView, type View } from '../hashed/view.ts';
import { tableOf } from '../tags/table.ts';
import { plainForm } from '../tags/words.ts';
import type { NameModel, Numbered } from './model.ts';
import {
  ATTRIBUTES,
  BARE,
  CASING,
  COARSE,
  FINE,
  FORM,
  JOINED,
  KNOWN,
  MARGIN,
  PREFIX,
  SENSE,
  SHAPE,
  STEM,
  SUFFIX,
  TABLE,
  TAG,
  UNDER,
  WORD,
} from './templates.ts';

/** A word as the caller knows it. */
export type NameWord = {
  readonly form: string;
  /** Without what Arabic writes to it in front and behind; the form itself where that is nothing. */
  readonly stem: string;
  readonly lemma?: string;
  readonly tag?: string;
  /** What lexicons say of the word by itself: bits. It must hang on the form alone. */
  readonly known: number;
  /** What tables say of it where it stands, such as the second word of a place's name; 0 nothing. */
  readonly table: number;
};

/** Types of words that are remembered at once. */
export const REMEMBERED = 1 << 14;
const LONGEST_REMEMBERED = 40;
const LONGEST_SHAPE = 8;

const shapeOf = (form: string): { shape: number; casing: number } => {
  let shape = 17;
  let length = 0;
  let last = -1;
  let run = 0;
  let uppers = 0;
  let lowers = 0;
  let others = 0;
  let digits = 0;
  for (const letter of form.slice(0, LONGEST_REMEMBERED)) {
    const upper = letter !== letter.toLowerCase();
    const lower = letter !== letter.toUpperCase();
    const kind = upper
      ? 1
      : lower
        ? 2
        : /\p{Nd}/u.test(letter)
          ? 3
          : /\p{L}/u.test(letter)
            ? 4
            : letter.charCodeAt(0) + 16;
    if (kind === 1) uppers++;
    else if (kind === 2) lowers++;
    else if (kind === 3) digits++;
    else if (kind === 4) others++;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run > 2 || length >= LONGEST_SHAPE) continue;
    shape = mix(shape, kind);
    length++;
  }
  const first = form.charAt(0);
  const capital = first !== first.toLowerCase();
  const casing =
    uppers + lowers > 0
      ? uppers === 0
        ? 1
        : lowers === 0
          ? uppers === 1
            ? 2
            : 3
          : capital
            ? uppers === 1
              ? 4
              : 5
            : 6
      : digits > 0
        ? 7
        : others > 0
          ? 8
          : 9;
  return { shape, casing };
};

const lookUp = ({ words, numbers }: Numbered): ((hash: number) => number) => {
  const table = tableOf(words);
  return (hash) => {
    const at = table.find(hash);
    return at < 0 ? 0 : numbers[at]!;
  };
};

const ARTICLE = /^(?:ال|لل)(?=.{2})/u;
const ARABIC = /[\u0620-\u064a]/;

/** Looks at sentences; the view is overwritten by the next call. */
export const createNameViewer = (model: Pick<NameModel, 'fine' | 'coarse' | 'senses'>) => {
  const [fineOf, coarseOf, senseOf] = [lookUp(model.fine), lookUp(model.coarse), lookUp(model.senses)];
  const attributesOf = ({ form, stem, lemma, known: bits }: NameWord, out: Uint32Array, at: number): void => {
    const plain = plainForm(form);
    const word = hashOf(plain);
    const { shape, casing } = shapeOf(form);
    const inner = stem === form ? plain : plainForm(stem);
    const begins = plain.indexOf(inner);
    const bare = inner.replace(ARTICLE, '');
    const own = hashOf(inner);
    out[at + FORM] = hashOf(form);
    out[at + WORD] = word;
    out[at + SHAPE] = shape;
    out[at + CASING] = casing;
    for (let n = 1; n <= 4; n++) {
      out[at + SUFFIX + n - 1] = n < bare.length ? hashOf(bare, bare.length - n) : mix(own, 1);
      out[at + PREFIX + n - 1] = n < bare.length ? hashOf(bare, 0, n) : mix(own, 2);
    }
    const byStem = inner === plain ? 0 : fineOf(own);
    out[at + FINE] = fineOf(word) || byStem || 1_000_000;
    out[at + COARSE] = coarseOf(word) || (inner === plain ? 0 : coarseOf(own)) || 1_000_000;
    const arabic = ARABIC.test(form);
    out[at + STEM] = arabic ? own : 0;
    out[at + BARE] = arabic ? hashOf(bare) : 0;
    out[at + JOINED] = arabic ? mix(begins > 0 ? hashOf(plain, 0, begins) : 7, bare === inner ? 1 : 2) : 0;
    out[at + SENSE] = senseOf(hashOf(lemma === undefined ? plain : lemma.toLowerCase()));
    out[at + KNOWN] = bits + 1;
  };

  const { view, generation, begin, put } = createView<NameWord>({
    width: ATTRIBUTES,
    margin: MARGIN,
    edges: [2, 3],
    remembered: REMEMBERED,
    attributesOf,
  });
  const look = (words: readonly NameWord[]): View => {
    begin(words.length);
    const { attributes } = view;
    for (const [i, word] of words.entries()) {
      const { form, stem, lemma } = word;
      // The same form may be cut or lemmatised in two ways: each is a type.
      put(i, word, stem === form && lemma === undefined ? form : `${form} ${stem} ${lemma ?? ''}`, form);
      const at = (i + MARGIN) * ATTRIBUTES;
      attributes[at + TAG] = word.tag === undefined ? 0 : hashOf(word.tag);
      attributes[at + TABLE] = word.table;
      attributes[at + UNDER] = 0;
    }
    return view;
  };
  return { look, generation };
};
