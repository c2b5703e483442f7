/**
 * `npm run train:names -- LANGUAGE FOLDER [--out FOLDER]`: texts with marked names → data/models/LANGUAGE.names.bin, with
 * its card. FOLDER holds the files that the recipe names, in itself, in dev/ or in treebanks/. The same files give the
 * same bytes. The tables and lexicons of the built package are among the features: build first, train after they change.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  createNamer,
  hashOf,
  joinLayers,
  type Layer,
  labelsOf,
  learnClusters,
  learnLayer,
  type MarkedSentence,
  type NameModel,
  type NameOptions,
  packNames,
} from '../src/language/index.ts';
import { loadReaderData } from '../src/load/index.ts';
import { Failure, LANGUAGES, type Language } from '../src/model/index.ts';
import { createSights } from '../src/read/index.ts';
import { cardOf, type Figure } from './train/card.ts';
import { type MarkedText, markedSentences, readMarked, runningText } from './train/marked.ts';
import { readSenses } from './train/wordnet.ts';

const MOST_BYTES = 6 * 1024 * 1024;

type Recipe = {
  /** Files whose running text the word classes come from. */
  readonly running: readonly string[];
  readonly fine: number;
  readonly coarse: number;
  readonly layers: readonly (Layer & {
    readonly file: string;
    /** Measured by what is learned without it, and then learned from too. */
    readonly held?: string;
    /** Twentieths of the file's texts that are held so, told by the hash of their ids. */
    readonly twentieths?: number;
    readonly options: Partial<NameOptions>;
  })[];
};

const RECIPES: Readonly<Record<Language, Recipe>> = {
  en: {
    running: [
      're3d.train.jsonl',
      'ecb.docs.train.jsonl',
      'ecb.docs.dev.jsonl',
      'gsr.en.dev.jsonl',
      'en_ewt-train.conllu',
      'en_gum_open-train.conllu',
    ],
    fine: 300,
    coarse: 64,
    layers: [
      {
        name: 'gum',
        kinds: ['person', 'organization', 'place', 'time', 'object'],
        eager: 0,
        file: 'en_gum_open-train.conllu',
        options: { epochs: 8, entries: 450_000 },
      },
      {
        name: 're3d',
        kinds: [
          'Organisation',
          'Person',
          'Location',
          'Temporal',
          'Nationality',
          'Weapon',
          'Quantity',
          'MilitaryPlatform',
          'DocumentReference',
          'Money',
        ],
        eager: 7,
        file: 're3d.train.jsonl',
        held: 're3d.dev.jsonl',
        options: { epochs: 12, entries: 200_000 },
      },
    ],
  },
  ar: {
    running: [
      'anercorp.train.jsonl',
      'wojood.train.jsonl',
      'gsr.ar.assault.dev.jsonl',
      'gsr.ar.protest.dev.jsonl',
      'ar_pud-train.conllu',
    ],
    fine: 200,
    coarse: 50,
    layers: [
      {
        name: 'anercorp',
        kinds: ['PER', 'LOC', 'ORG', 'MISC'],
        eager: 5,
        file: 'anercorp.train.jsonl',
        twentieths: 3,
        options: { epochs: 8, entries: 550_000 },
      },
      {
        name: 'wojood',
        kinds: `ORG PERS OCC GPE CARDINAL DATE ORDINAL LAW NORP EVENT TIME WEBSITE LOC FAC PERCENT MONEY CURR LANGUAGE
          PRODUCT UNIT QUANTITY`.split(/\s+/),
        eager: 5,
        file: 'wojood.train.jsonl',
        held: 'wojood.val.jsonl',
        options: { epochs: 10, entries: 150_000 },
      },
    ],
  },
};

const isHeld = (text: MarkedText, twentieths: number): boolean => hashOf(text.id) % 20 < twentieths;

/** F1 of exact spans with their kinds. */
const f1Of = (model: NameModel, layer: Layer, sentences: readonly MarkedSentence[]): number => {
  const namer = createNamer(model);
  let [right, found, gold] = [0, 0, 0];
  for (const { words, names } of sentences) {
    const said = namer.names(words)[layer.name]!;
    found += said.length;
    gold += names.length;
    right += said.filter((one) =>
      names.some(({ kind, first, after }) => one.kind === kind && one.first === first && one.after === after),
    ).length;
  }
  return (200 * right) / Math.max(1, found + gold);
};

/** The command. @throws Failure for what the user has to mend */
export const trainNames = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' } },
  });
  const [given, folder] = positionals;
  if (!LANGUAGES.includes(given as Language) || folder === undefined)
    throw new Failure('wrong-use', `Say a language and a folder: npm run train:names -- ${LANGUAGES.join('|')} FOLDER`);
  const language = given as Language;
  const { running, fine, coarse, layers: recipes } = RECIPES[language];
  const files = [...new Set([...running, ...recipes.flatMap(({ file, held }) => (held ? [file, held] : [file]))])];
  const sources = await Promise.all(files.map((file) => readMarked(folder, file, language)));
  const sourceOf = (file: string) => sources.find((source) => source.file === file)!;
  const textsOf = (file: string): readonly MarkedText[] => sourceOf(file).texts;
  const sights = createSights(await loadReaderData());
  const kept = (file: string): readonly MarkedText[] => {
    const { twentieths = 0 } = recipes.find((recipe) => recipe.file === file) ?? {};
    return textsOf(file).filter((text) => !isHeld(text, twentieths));
  };
  const text = running.flatMap((file) => runningText(kept(file)));
  const classes = (count: number): NameModel['fine'] => learnClusters(text, { classes: count, seen: 2, rounds: 12 });
  const known = {
    fine: classes(fine),
    coarse: classes(coarse),
    senses: language === 'en' ? await readSenses() : { words: new Uint32Array(0), numbers: new Uint32Array(0) },
  };
  console.error(`classes of ${known.fine.words.length} words`);

  const layers = recipes.map(({ name, kinds, eager }): Layer => ({ name, kinds, eager }));
  const marked = (texts: readonly MarkedText[], at: number): MarkedSentence[] =>
    markedSentences(texts, layers[at]!.kinds, language, sights);
  /** Weights of the layers up to `at`, and of that one from these sentences, as one model. */
  const modelOf = (below: readonly NameModel['weights'][], weights: NameModel['weights']): NameModel => {
    const parts = [...below, weights];
    const held = layers.slice(0, parts.length);
    return { layers: held, ...known, weights: joinLayers(held, parts) };
  };
  const learned: NameModel['weights'][] = [];
  const figures: Figure[] = [];
  for (const [at, { file, held, twentieths = 0, options }] of recipes.entries()) {
    const layer = layers[at]!;
    const under = (sentences: readonly MarkedSentence[]): Uint8Array[] | undefined => {
      if (at === 0) return undefined;
      const namer = createNamer(modelOf([], learned[0]!));
      return sentences.map(({ words }) => labelsOf({ words, names: namer.names(words)[layers[0]!.name]! }, layers[0]!));
    };
    const learn = (sentences: readonly MarkedSentence[]): NameModel['weights'] =>
      learnLayer(layer, at, sentences, known, options, under(sentences));
    const train = marked(kept(file), at);
    const cut = textsOf(file).filter((one) => isHeld(one, twentieths));
    const rest = marked([...cut, ...(held ? textsOf(held) : [])], at);
    const weights = learn(train);
    if (rest.length > 0) {
      const measured = marked([...cut, ...(held ? sourceOf(held).all : [])], at);
      const scored = f1Of(modelOf(learned.slice(0, at), weights), layer, measured);
      const name = held ?? `${twentieths} of 20 texts of ${file}`;
      figures.push({
        name,
        tokens: measured.reduce((sum, { words }) => sum + words.length, 0),
        scores: { F1: scored },
      });
      console.error(`${layer.name}: ${scored.toFixed(2)}`);
    }
    learned.push(rest.length > 0 ? learn([...train, ...rest]) : weights);
  }
  const model = packNames({ layers, ...known, weights: joinLayers(layers, learned) });
  if (model.length > MOST_BYTES)
    throw new Failure('too-large', `The model has ${model.length} bytes: 6 MB are the most.`);
  const out = values.out ?? path.resolve(import.meta.dirname, '../data/models');
  await writeFile(path.join(out, `${language}.names.bin`), model);
  await writeFile(
    path.join(out, `${language}.names.md`),
    cardOf({
      title: `Names, ${language}`,
      bytes: model,
      treebanks: sources,
      figures,
      command: `npm run train:names -- ${language} FOLDER`,
      wordNet: language === 'en',
      measured:
        'Percent, exact spans with their kinds. Measured before the last step, by what was learned without them: the model that ships learned from them too.',
    }),
  );
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await trainNames(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Failure) && !(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) throw error;
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}
