/** Holds data/samples together: texts and samples.yaml agree, and each report keeps the promises of its README. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { daySchema, languageSchema } from '../model/index.ts';

const folder = fileURLToPath(new URL('../../data/samples/', import.meta.url));

const listSchema = z.array(
  z.strictObject({
    file: z.string().regex(/^[a-z-]+\.txt$/),
    language: languageSchema,
    date: daySchema.optional(),
    title: z.string().min(1),
    publisher: z.literal('marsad-samples'),
    citations: z.array(z.strictObject({ text: z.string().min(1), url: z.url().optional() })).min(1),
  }),
);

const samples = listSchema.parse(parse(readFileSync(`${folder}samples.yaml`, 'utf8')));
const readme = readFileSync(`${folder}README.md`, 'utf8');

test('every text is listed once, and every listed text is there', () => {
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  expect(samples.map(({ file }) => file).sort()).toEqual(texts.sort());
});

test('half of them are Arabic', () => {
  expect(samples.filter(({ language }) => language === 'ar')).toHaveLength(samples.length / 2);
});

test('some have no date, so that the bounds of issue are exercised', () => {
  expect(samples.some(({ date }) => date === undefined)).toBe(true);
});

describe.each(samples)('$file', ({ file, language, title, citations }) => {
  const text = readFileSync(folder + file, 'utf8');

  test('is 100 to 400 words long', () => {
    const words = text.split(/\s+/).filter(Boolean).length;
    expect(words).toBeGreaterThanOrEqual(100);
    expect(words).toBeLessThanOrEqual(400);
  });

  test('holds its title as a line', () => expect(text.split('\n')).toContain(title));

  test('is in its language', () => {
    const count = (script: RegExp): number => text.match(script)?.length ?? 0;
    const arabic = count(/\p{Script=Arabic}/gu) / (count(/\p{Script=Arabic}/gu) + count(/\p{Script=Latin}/gu));
    if (language === 'ar') expect(arabic).toBeGreaterThan(0.9);
    else expect(arabic).toBe(0);
  });

  test('has no control characters, those that steer direction included', () => {
    // A direction mark in a bundled text would hide what the reader does without one.
    expect(text).not.toMatch(/[^\P{C}\n]/u);
  });

  test('cites at least one source that can be opened', () => {
    expect(citations.filter(({ url }) => url !== undefined).length).toBeGreaterThan(0);
  });

  test('is described in the README', () => expect(readme).toContain(`\`${file}\``));
});
