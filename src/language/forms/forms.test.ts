import { describe, expect, it } from 'vitest';
import { readBytes, writeBytes } from '../bytes.ts';
import { readConllu } from '../conllu.ts';
import { learnFeatures, learnLemmas } from '../learn/forms.ts';
import { type EndingModel, packEndings, unpackEndings } from './endings.ts';
import { createFeatures } from './features.ts';
import { createLemmatiser } from './lemmas.ts';
import { applyScript, patternOf, scriptOf } from './scripts.ts';

/** `form lemma UPOS feats`, a word a line, sentences with a blank line between. */
const treebank = (text: string) =>
  readConllu(
    text
      .trim()
      .split('\n\n')
      .map((sentence) =>
        sentence
          .trim()
          .split('\n')
          .map((line, at) => {
            const [form, lemma, upos, feats = '_'] = line.trim().split(' ');
            return [at + 1, form, lemma, upos, upos, feats].join('\t');
          })
          .join('\n'),
      )
      .join('\n\n'),
  );

const TRAIN = treebank(`
  Soldiers soldier NOUN Number=Plur
  walked walk VERB Tense=Past
  from from ADP
  villages village NOUN Number=Plur

  Children child NOUN Number=Plur
  waited wait VERB Tense=Past
  went go VERB Tense=Past
  was be AUX Tense=Past

  Cities city NOUN Number=Plur
  parties party NOUN Number=Plur
  roads road NOUN Number=Plur
  Aleppo Aleppo PROPN Number=Sing
  passed pass VERB Tense=Past

  في فِي ADP
  المدينة مَدِينَة NOUN Case=Gen|Number=Sing
  كتب كَتَب VERB Number=Sing|Tense=Past
  الكاتب كَاتِب NOUN Case=Nom|Number=Sing

  في فِي ADP
  القاضي قَاضٍ NOUN Case=Gen|Number=Sing
  خرج خَرَج VERB Number=Sing|Tense=Past
  القاضي قَاضٍ NOUN Case=Nom|Number=Sing
`);

const again = (model: EndingModel): EndingModel => {
  const out = writeBytes();
  packEndings(out, model);
  return unpackEndings(readBytes(out.done()));
};

describe('lemmas', () => {
  const lemmaOf = createLemmatiser(again(learnLemmas(TRAIN)));

  it.each([
    ['children', 'NOUN', 'child', 'a word that training knew'],
    ['went', 'VERB', 'go', 'an exception'],
    ['Roads', 'NOUN', 'road', 'in lower case'],
    ['tanks', 'NOUN', 'tank', 'by its ending'],
    ['armies', 'NOUN', 'army', 'by its longer ending'],
    ['rested', 'VERB', 'rest', 'by its ending'],
    ['Idlib', 'PROPN', 'Idlib', 'a name keeps its capital'],
    ['13,000', 'NUM', '13000', 'a number loses its commas'],
    ['المدينة', 'NOUN', 'مَدِينَة', 'with its vowels'],
    ['مدينة', 'NOUN', 'مَدِينَة', 'a form of the same word'],
    ['القاتل', 'NOUN', 'القاتل'.slice(2), 'unknown: without its article'],
    ['خرجت', 'VERB', 'خَرَج', 'a form of the same verb'],
    ['الخاطب', 'NOUN', 'خاطب', 'a pattern of other letters is no pattern'],
    ['زرع', 'VERB', 'زَرَع', 'a verb of the pattern of another'],
    ['', 'X', '', 'nothing'],
  ])('%s as %s is %s (%s)', (form, upos, lemma) => {
    expect(lemmaOf(form, { upos, xpos: upos })).toBe(lemma);
  });
});

describe('features', () => {
  const model = learnFeatures(TRAIN);
  const featuresOf = createFeatures({ forms: again(model.forms), cases: again(model.cases) });
  const tags = (...upos: readonly string[]) => upos.map((tag) => ({ upos: tag, xpos: tag }));

  it('come by word, ending and tag', () => {
    expect(featuresOf(['Bridges', 'rested', 'from'], tags('NOUN', 'VERB', 'ADP'))).toEqual([
      'Number=Plur',
      'Tense=Past',
      undefined,
    ]);
  });

  it('of Arabic nouns tell the case by the word before', () => {
    expect(featuresOf(['في', 'القاضي'], tags('ADP', 'NOUN'))[1]).toBe('Case=Gen|Number=Sing');
    expect(featuresOf(['خرج', 'القاضي'], tags('VERB', 'NOUN'))[1]).toBe('Case=Nom|Number=Sing');
  });
});

describe('scripts', () => {
  it.each([
    ['Cities', 'cities', 'city', 'l3|y'],
    ['Aleppo', 'aleppo', 'Aleppo', 'k0|'],
    ['was', 'was', 'be', 'l3|be'],
    ['كاتب', 'كاتب', 'كَاتِب', '=①َا\u062aِ②'],
  ])('%s', (form, plain, lemma, script) => {
    expect(scriptOf(form, plain, lemma)).toBe(script);
    expect(applyScript(script, form, plain)).toBe(lemma);
  });

  it('number the root letters of a form', () => expect(patternOf('مخرج')).toBe('م①②③'));

  it('answer nothing where a form is too short for them', () => {
    expect(applyScript('l5|y', 'ies', 'ies')).toBeUndefined();
    expect(applyScript('=①َ②', 'ب', 'ب')).toBeUndefined();
  });
});
