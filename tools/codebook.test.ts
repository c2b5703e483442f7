import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codebookOf, staleCodebook } from './codebook.ts';
import { ontologyOf } from './pack/ontology.ts';

const types = await ontologyOf(path.join(import.meta.dirname, '..'));
const page = codebookOf(types);

describe('CODEBOOK.md', () => {
  test('is what data/ontology gives', async () => expect(await staleCodebook()).toEqual([]));

  test('lists and tells every type once, in both languages', () => {
    for (const { id, label, definition, examples } of types) {
      expect(page.split(`\n### ${id}\n`)).toHaveLength(2);
      expect(page.split(`| [${id}](#${id.replace('.', '')}) | ${label.en} | ${label.ar} |`)).toHaveLength(2);
      for (const text of [definition.en, definition.ar, ...examples.en, ...examples.ar]) expect(page).toContain(text);
    }
  });

  test('changes with a definition, and with the place in another code book', () => {
    const [first, ...rest] = types;
    const reworded = { ...first!, definition: { ...first!.definition, en: 'Something else.' } };
    const moved = { ...first!, maps: { ...first!.maps, cameo: '999' } };
    for (const changed of [reworded, moved]) expect(codebookOf([changed, ...rest])).not.toBe(page);
  });

  test('a sign that Markdown takes for its own is kept as text', () => {
    const odd = { ...types[0]!, not: { en: 'Not <b> | c', ar: types[0]!.not.ar } };
    expect(codebookOf([odd])).toContain('Not \\<b> \\| c');
  });
});
