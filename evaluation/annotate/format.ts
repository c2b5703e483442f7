/** How an annotation is written: the YAML beside a report's text, checked for shape. evaluation/GUIDE.md tells it to people. */
import { z } from 'zod';
import {
  changeSchema,
  daySchema,
  languageSchema,
  type mentionKindSchema,
  modalitySchema,
  partKindSchema,
  statusSchema,
} from '../../src/model/index.ts';

export const GENRES = [
  'agency',
  'daily',
  'page',
  'communique',
  'denial',
  'threat',
  'live',
  'feature',
  'tolls',
  'monthly',
  'undated',
  'quiet',
] as const;
export type Genre = (typeof GENRES)[number];

const words = z.string().min(1);
/** One stretch of words, or several. */
const wordsList = z.union([words, z.array(words)]).transform((value) => (typeof value === 'string' ? [value] : value));
/** `words: value`, or a list of words without one. */
const named = z
  .union([z.record(words, z.union([z.string(), z.number(), z.null()])), z.array(words)])
  .transform((value): readonly (readonly [string, string | undefined])[] =>
    Array.isArray(value)
      ? value.map((each) => [each, undefined] as const)
      : Object.entries(value).map(([each, of]) => [each, of === null || of === '-' ? undefined : String(of)] as const),
  );

/** What a claim's one key of type and change may say: `posture.facility ended`. */
const typeKey = /^[a-z]+\.[a-z-]+( [a-z]+)?$/;

const claimFields = z.strictObject({
  type: words,
  trigger: words,
  change: changeSchema.optional(),
  /** Types that would be right as well. */
  or: wordsList.optional(),
  id: words.optional(),
  quote: words.optional(),
  agents: wordsList.default([]),
  targets: wordsList.default([]),
  instruments: wordsList.default([]),
  places: wordsList.default([]),
  to: wordsList.default([]),
  from: wordsList.default([]),
  time: words.optional(),
  toll: wordsList.default([]),
  speakers: wordsList.optional(),
  /** Modality, status and «background», in any order: what is left out is asserted, not stated and no background. */
  as: words.optional(),
  cause: wordsList.optional(),
  purpose: words.optional(),
  same: words.optional(),
});

/** The first key of a claim is its type; it becomes two fields before the shape is checked. */
const claim = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const key = Object.keys(value).find((each) => typeKey.test(each));
  if (key === undefined) return value;
  const { [key]: trigger, ...rest } = value as Record<string, unknown>;
  const [type, change] = key.split(' ');
  return { ...rest, type, trigger, ...(change !== undefined && { change }) };
}, claimFields);

export type WrittenClaim = z.infer<typeof claimFields>;

const sentence = z.strictObject({
  /** Its opening words, or «opening … closing» where it ends later than its first full stop. */
  at: words,
  /** Speakers of all its claims that name none themselves. */
  speakers: wordsList.default([]),
  claims: z.array(claim).min(1),
});

const kinds = Object.fromEntries(
  ['actors', 'persons', 'places', 'facilities', 'times', 'quantities', 'weapons', 'nationalities', 'documents'].map(
    (key) => [key, named.default([])],
  ),
) as Record<GlossaryKey, z.ZodDefault<typeof named>>;

export const GLOSSARY = {
  actors: 'actor',
  persons: 'person',
  places: 'place',
  facilities: 'facility',
  times: 'time',
  quantities: 'quantity',
  weapons: 'weapon',
  nationalities: 'nationality',
  documents: 'document',
} as const satisfies Readonly<Record<string, z.infer<typeof mentionKindSchema>>>;
export type GlossaryKey = keyof typeof GLOSSARY;

/** `headline dateline body*3 credit`: one for each line that is not empty. */
const parts = z.string().transform((value, context) =>
  value
    .trim()
    .split(/\s+/)
    .flatMap((each) => {
      const [kind, times = '1'] = each.split('*');
      const known = partKindSchema.safeParse(kind);
      if (known.success && /^[1-9]\d?$/.test(times))
        return Array(Number(times)).fill(known.data) as (typeof known.data)[];
      context.addIssue({
        code: 'custom',
        message: `«${each}» is no part; they are: ${partKindSchema.options.join(', ')}`,
      });
      return [];
    }),
);

/** A day, or bounds of which one may be open, and the ground: `2024-04-01..2024-12-24 by page-date`; or `unknown`. */
export const ISSUED =
  /^(?:unknown|(\d{4}-\d\d-\d\d)?(\.\.)?(\d{4}-\d\d-\d\d)? by (given|dateline|page-date|latest-mentioned-date)(?:, latest-mentioned-date)?)$/;

export const writtenSchema = z.strictObject({
  language: languageSchema,
  genre: z.enum(GENRES),
  /** ISO codes of the countries whose conflict it tells of. */
  countries: z.array(z.string().length(2)),
  sources: z.array(z.union([words, z.strictObject({ text: words, url: z.url().optional() })])).min(1),
  /** Known day of issue, given to the reader beside the text. */
  given: daySchema.optional(),
  /** The same news in the other language. */
  twin: words.optional(),
  parts,
  issued: z
    .string()
    .regex(
      ISSUED,
      'write «2024-04-02 by dateline», «2024-04-01..2024-12-24 by page-date», «..2024-12-24 by page-date» or «unknown»',
    ),
  ...kinds,
  read: z.array(sentence).default([]),
});
export type Written = z.infer<typeof writtenSchema>;

/** What `as` may say, by what it sets. */
export const flagOf = (
  word: string,
):
  | { modality: z.infer<typeof modalitySchema> }
  | { status: z.infer<typeof statusSchema> }
  | { background: true }
  | undefined => {
  if (word === 'background') return { background: true };
  const modality = modalitySchema.safeParse(word);
  if (modality.success) return { modality: modality.data };
  const status = statusSchema.safeParse(word);
  return status.success ? { status: status.data } : undefined;
};
