/** Models come from the permitted treebanks alone, and from the same files to the same bytes. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLanguage } from '../src/language/index.ts';
import { PERMITTED_SENTENCES } from './train/assault.ts';
import { PERMITTED_NAMES } from './train/marked.ts';
import { PERMITTED, readDevelopment, readTreebank, split } from './train/sources.ts';
import { parsedBy, readTexts } from './train/texts.ts';
import { readWordNet } from './train/wordnet.ts';
import { train } from './train.ts';

// Sentences of our own, in the form of the treebank whose name they borrow.
const SENTENCES = ['وصل الجنود إلى القرية .', 'عاد الرجال من المدينة .', 'و وصل الرجال إلى القرية .'];
const TAGS: Readonly<Record<string, string>> = {
  وصل: 'VERB',
  عاد: 'VERB',
  إلى: 'ADP',
  من: 'ADP',
  و: 'CCONJ',
  '.': 'PUNCT',
};
const treebank = Array.from({ length: 28 }, (_, at) =>
  SENTENCES[at % 3]!.split(' ')
    .map((form, i) => {
      const upos = TAGS[form] ?? 'NOUN';
      const glued = form === 'و' ? 'SpaceAfter=No' : '_';
      return [
        i + 1,
        form,
        form,
        upos,
        upos,
        upos === 'NOUN' ? 'Number=Plur' : '_',
        i === 0 ? 0 : 1,
        'dep',
        '_',
        glued,
      ].join('\t');
    })
    .join('\n'),
).join('\n\n');

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'train-'));
  file = path.join(folder, 'ar_pud-train.conllu');
  await writeFile(file, treebank);
});
afterAll(() => rm(folder, { recursive: true }));

describe('what may be learned from', () => {
  it.each([
    'ar_padt-train.conllu',
    'en_ewt-dev.conllu',
    'en_gum-train.conllu',
    'geo.lgl.jsonl',
    'ar_pud-train.conllu.txt',
  ])('not %s', async (name) => {
    await writeFile(path.join(folder, name), treebank);
    await expect(readTreebank(path.join(folder, name), 'ar')).rejects.toThrow(`${name} may not be learned from`);
    await expect(train(['ar', file, path.join(folder, name)])).rejects.toThrow('may not be learned from');
  });

  it('is named with licence and source', () => {
    for (const { licence, source } of Object.values(PERMITTED)) {
      expect(licence).toMatch(/^CC BY/);
      expect(source).toMatch(/^https:\/\/github\.com\/UniversalDependencies\/UD_/);
    }
  });

  it.each(['muc4full.dev.jsonl', 'case21.dev.jsonl', 'gsr.ar.assault.test.jsonl', 'ipe.dev.docs.jsonl'])(
    'not %s, of a model of sentences',
    async (name) => {
      await writeFile(path.join(folder, name), '');
      await expect(train(['assault', path.join(folder, name), '--out', folder])).rejects.toThrow(
        `${name} may not be learned from`,
      );
    },
  );

  it('is named on the card of the model of sentences, whose bytes the card tells', async () => {
    const models = path.resolve(import.meta.dirname, '../data/models');
    const [card, bytes] = await Promise.all([
      readFile(path.join(models, 'ar.assault.md'), 'utf8'),
      readFile(path.join(models, 'ar.assault.tsv')),
    ]);
    const learned = [...card.matchAll(/`([^`\s]+\.jsonl)`/g)].map((match) => match[1]!);
    expect(learned).toEqual(PERMITTED_SENTENCES);
    expect(card).toContain(createHash('sha256').update(bytes).digest('hex'));
  });

  it('sentences give the same model again, and a line without a text is told', async () => {
    const file = path.join(folder, 'gsr.ar.assault.dev.jsonl');
    const lines = Array.from({ length: 40 }, (_, at) => ({
      id: `assault:doc${at}_1`,
      text: at % 2 ? 'قُتل جندي في هجوم على الحاجز.' : 'افتتح الوزير مدرسة في البلدة.',
      gold: at % 2 ? ['ASSAULT'] : [],
    }));
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const made = async () => {
      await train(['assault', file, '--out', folder]);
      return readFile(path.join(folder, 'ar.assault.tsv'), 'utf8');
    };
    expect(await made()).toBe(await made());
    await writeFile(file, '{"id":"x"}');
    await expect(train(['assault', file, '--out', folder])).rejects.toThrow(
      'gsr.ar.assault.dev.jsonl:1 has no id or no text',
    );
  });

  it('is named on the card of each model that ships', async () => {
    const models = path.resolve(import.meta.dirname, '../data/models');
    for (const name of (await readdir(models)).filter((name) => name.endsWith('.bin'))) {
      const card = await readFile(path.join(models, name.replace(/\.bin$/, '.md')), 'utf8');
      const learned = [...card.matchAll(/`([^`\s]+\.(?:conllu|jsonl))`/g)].map((match) => match[1]!);
      expect(learned.length, name).toBeGreaterThan(0);
      for (const source of learned)
        expect(name.endsWith('.words.bin') ? PERMITTED : PERMITTED_NAMES, name).toHaveProperty([source]);
      expect(card).toMatch(/Licence of the model: CC BY/);
      expect((await readFile(path.join(models, name))).length).toBeLessThanOrEqual(
        (name.endsWith('.names.bin') ? 6 : 4) * 1024 * 1024,
      );
    }
  });

  it('is never measured on', async () => {
    await expect(readDevelopment(file)).rejects.toThrow('cannot measure');
  });
});

describe('train', () => {
  it('says in one line what is wrong', async () => {
    await expect(train([])).rejects.toThrow('Say a language');
    await expect(train(['fr', file])).rejects.toThrow('Say a language');
    await expect(train(['ar', path.join(folder, 'nowhere/ar_pud-train.conllu')])).rejects.toThrow('cannot be read');
    await expect(train(['en', file])).rejects.toThrow('is not in the language');
    const broken = path.join(await mkdtemp(path.join(folder, 'b')), 'ar_pud-train.conllu');
    await writeFile(broken, '1\ta\n3\tb\n');
    await expect(train(['ar', broken])).rejects.toThrow('ar_pud-train.conllu: line 2');
  });

  it('makes a model that works, its card, and the same bytes again, of texts without trees too', async () => {
    const [one, two] = [path.join(folder, 'one'), path.join(folder, 'two')];
    const texts = path.join(folder, 'wojood.train.jsonl');
    await writeFile(texts, JSON.stringify({ id: 'x', text: 'ووصل الجنود من القرية.' }));
    await train(['ar', file, '--out', one]);
    await train(['ar', file, '--texts', texts, '--out', two]);
    const [words, again] = await Promise.all([one, two].map((out) => readFile(path.join(out, 'ar.words.bin'))));
    expect(words!.equals(again!)).toBe(true);
    const [sentence] = createLanguage({ words: words! }).analyse('ووصل الجنود.');
    expect(sentence!.words.map(({ form, upos }) => [form, upos])).toEqual([
      ['و', 'CCONJ'],
      ['وصل', 'VERB'],
      ['الجنود', 'NOUN'],
      ['.', 'PUNCT'],
    ]);
    const card = await readFile(path.join(one, 'ar.words.md'), 'utf8');
    for (const words of ['CC BY-SA 3.0', 'every seventh sentence', 'npm run train -- ar ar_pud-train.conllu'])
      expect(card).toContain(words);
    const taught = await readFile(path.join(two, 'ar.trees.md'), 'utf8');
    expect(taught).toContain('npm run train -- ar ar_pud-train.conllu --texts wojood.train.jsonl');
    expect(taught).toContain('| `wojood.train.jsonl` |');
    const silver = parsedBy({ words: words!, trees: await readFile(path.join(two, 'ar.trees.bin')) }, [
      'ووصل الجنود من القرية.',
    ]);
    expect(silver[0]!.filter(({ head }) => head === 0)).toHaveLength(1);
  });

  it('takes texts without trees from permitted files alone', async () => {
    const texts = path.join(folder, 'wojood.train.jsonl');
    const lines = Array.from({ length: 6 }, () => JSON.stringify({ id: 'x', text: 'ووصل الجنود من القرية. $#$' }));
    await writeFile(texts, lines.join('\n'));
    const other = path.join(folder, 'case21.dev.jsonl');
    await writeFile(other, lines[0]!);
    await expect(train(['ar', file, '--texts', other])).rejects.toThrow('case21.dev.jsonl may not be learned from');
    await expect(train(['ar', file, '--texts', path.join(folder, 'x/wojood.train.jsonl')])).rejects.toThrow(
      'cannot be read',
    );
    const read = await readTexts(texts, 'ar');
    expect(read.texts[0]).toBe('ووصل الجنود من القرية. ');
    await writeFile(texts, '{"id":"x"}');
    await expect(readTexts(texts, 'ar')).rejects.toThrow('wojood.train.jsonl:1 has no text');
  });

  it('holds every seventh sentence out', () => {
    const { train: learned, held } = split(Array.from({ length: 15 }, () => ({ comments: [], words: [], ranges: [] })));
    expect([learned.length, held.length]).toEqual([13, 2]);
  });
});

describe('readWordNet', () => {
  it('knows the kinds of common lemmas', async () => {
    const { lemmas, kinds } = await readWordNet();
    expect(lemmas.length).toBeGreaterThan(80_000);
    expect(kinds.length).toBe(lemmas.length);
    expect(lemmas.every((lemma, at) => at === 0 || lemma > lemmas[at - 1]!)).toBe(true);
  });
});
