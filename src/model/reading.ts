/** Reading: all that was read from one report. The contract: names and meanings here are fixed. */
import { z } from 'zod';
import { daySchema, languageSchema, spanSchema, timePrecisionSchema } from './basic.ts';

const span = { start: z.int().min(0), end: z.int().min(0) };
const ids = z.array(z.string()).readonly();

export const partKindSchema = z.enum([
  'chrome',
  'page-date',
  'key-point',
  'headline',
  'standfirst',
  'dateline',
  'byline',
  'caption',
  'heading',
  'body',
  'quote',
  'credit',
]);
export type PartKind = z.infer<typeof partKindSchema>;

export const partSchema = z
  .object({
    kind: partKindSchema,
    ...span,
    language: languageSchema,
    /** A caption that says its picture is from the archive. */
    archive: z.literal(true).optional(),
    /** Cut off by the page before its sentence ended. */
    truncated: z.literal(true).optional(),
  })
  .readonly();
export type Part = z.infer<typeof partSchema>;

/** `part` is an index into `report.parts`. */
export const sentenceSchema = z.object({ ...span, part: z.int().min(0) }).readonly();
export type Sentence = z.infer<typeof sentenceSchema>;

export const issuedBasisSchema = z
  .object({ kind: z.enum(['given', 'dateline', 'page-date', 'latest-mentioned-date']), ...span })
  .partial({ start: true, end: true })
  .readonly();

/** When the report was issued, as bounds, with the words that carry each. */
export const issuedSchema = z
  .object({
    earliest: daySchema.optional(),
    latest: daySchema.optional(),
    basis: z.array(issuedBasisSchema).readonly(),
  })
  .readonly();
export type Issued = z.infer<typeof issuedSchema>;

export const placePrecisionSchema = z.enum(['point', 'town', 'district', 'province', 'country', 'region', 'between']);
export type PlacePrecision = z.infer<typeof placePrecisionSchema>;

export const placeValueSchema = z
  .object({
    id: z.string(),
    name: z.object({ en: z.string().optional(), ar: z.string().optional() }).readonly(),
    /** WGS 84 degrees; absent where no point is known. */
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    /** ISO 3166-1 alpha-2 */
    country: z.string().length(2).optional(),
    /** From the largest to the smallest, English names. */
    admin: z.array(z.string()).readonly().optional(),
    precision: placePrecisionSchema,
    /** 0–1: how sure that this name is this place. */
    score: z.number().min(0).max(1),
  })
  .readonly();
export type PlaceValue = z.infer<typeof placeValueSchema>;

export const timeValueSchema = z
  .object({
    earliest: daySchema.optional(),
    latest: daySchema.optional(),
    precision: timePrecisionSchema,
    basis: z.enum(['stated', 'implied']),
    /** The same as TIMEX3 has it (TimeML): with the time of day, and for durations and habits, which have no bounds. */
    timex: z
      .object({ type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']), value: z.string() })
      .readonly()
      .optional(),
    /** Converted from the Hijri calendar (Umm al-Qura), which may be a day off where the moon's sighting decides. */
    calendar: z.enum(['hijri']).optional(),
  })
  .readonly();
export type TimeValue = z.infer<typeof timeValueSchema>;

export const quantityValueSchema = z
  .object({
    low: z.number().min(0),
    /** Absent: «at least». */
    high: z.number().min(0).optional(),
    unit: z.string().optional(),
    /** Said in words («dozens»), not digits. */
    words: z.boolean(),
  })
  .readonly();
export type QuantityValue = z.infer<typeof quantityValueSchema>;

export const mentionKindSchema = z.enum([
  'actor',
  'person',
  'place',
  'facility',
  'time',
  'quantity',
  'weapon',
  'nationality',
  'document',
]);

export const mentionSchema = z
  .object({
    id: z.string(),
    kind: mentionKindSchema,
    ...span,
    /** id in data/actors */
    actor: z.string().optional(),
    /** Head noun of a described actor or facility, as in data/lexicons: `leaders`, `headquarters`. */
    head: z.string().optional(),
    /** Mention that it is a part of, or belongs to. */
    of: z.string().optional(),
    /** Earlier mention that says the same (coreference). */
    same: z.string().optional(),
    /** Rule that made the link `same` or `of`, where another found the mention: `coreference/acronym`. */
    link: z.string().optional(),
    /** Class of a facility or weapon, as in data/lexicons: `headquarters`, `checkpoint`, `drone`, `ied`. */
    class: z.string().optional(),
    private: z.literal(true).optional(),
    /** Of somebody without a name who is let speak: the kind of source, as in data/lexicons: `local`, `medical`, `witness`. */
    source: z.string().optional(),
    place: placeValueSchema.optional(),
    time: timeValueSchema.optional(),
    /** Of a quantity, or how many of a facility or weapon are told («three rockets»). */
    quantity: quantityValueSchema.optional(),
    rule: z.string(),
  })
  .readonly();
export type Mention = z.infer<typeof mentionSchema>;

export const changeSchema = z.enum([
  'began',
  'increased',
  'continued',
  'decreased',
  'ended',
  'moved',
  'replaced',
  'refused',
]);
export type Change = z.infer<typeof changeSchema>;

export const modalitySchema = z.enum([
  'asserted',
  'intended',
  'ordered',
  'threatened',
  'possible',
  'conditional',
  'denied',
  'cancelled',
  'called-for',
  'assessed',
]);
export type Modality = z.infer<typeof modalitySchema>;

export const statusSchema = z.enum(['began', 'ongoing', 'continued', 'ended', 'completed', 'habitual']);
export type Status = z.infer<typeof statusSchema>;

export const harmSchema = z.enum(['killed', 'injured', 'abducted', 'arrested', 'displaced', 'missing']);
export type Harm = z.infer<typeof harmSchema>;

export const tollSchema = z
  .object({
    harm: harmSchema,
    who: z.string().optional(),
    low: z.number().min(0),
    high: z.number().min(0).optional(),
    /** The words that state the number. */
    ...span,
    including: z
      .array(z.object({ who: z.string().optional(), low: z.number(), high: z.number().optional(), ...span }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type Toll = z.infer<typeof tollSchema>;

export const speakerSchema = z.object({ mention: z.string(), cue: spanSchema }).readonly();

/** Who says of a claim that it is not so; `claim`: the denial, where it is a claim of its own. */
export const denialSchema = z.object({ mention: z.string(), cue: spanSchema, claim: z.string().optional() }).readonly();

export const claimSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    change: changeSchema.optional(),
    quote: spanSchema,
    trigger: spanSchema,
    agents: ids,
    targets: ids,
    instruments: ids,
    places: ids,
    placesFrom: z.enum(['clause', 'sentence', 'paragraph', 'report']).optional(),
    destination: ids,
    origin: ids,
    time: z
      .object({
        earliest: daySchema.optional(),
        latest: daySchema.optional(),
        precision: timePrecisionSchema,
        basis: z.enum(['stated', 'implied', 'report']),
        /** The time mention it rests on; absent with basis `report`. */
        mention: z.string().optional(),
      })
      .readonly(),
    toll: z.array(tollSchema).readonly(),
    /** Nearest speaker first; empty: the report's own voice. */
    speakers: z.array(speakerSchema).readonly(),
    modality: modalitySchema,
    status: statusSchema.optional(),
    cause: ids.optional(),
    purpose: spanSchema.optional(),
    /** Claim that tells the same happening more fully. */
    same: z.string().optional(),
    /** Of a denial: another speaker's claim in this report that it says is not so. */
    denies: z.string().optional(),
    /** Who denies it in this report, in the order of the text. */
    deniedBy: z.array(denialSchema).readonly().optional(),
    background: z.boolean(),
    confidence: z.number().min(0).max(1),
    rule: z.string(),
    /** Present where a person has set something of it (see Correction); no reader writes it. */
    by: z.literal('person').optional(),
  })
  .readonly();
export type Claim = z.infer<typeof claimSchema>;

export const gapSchema = z
  .object({
    kind: z.enum(['place-unknown', 'actor-unknown', 'trigger-without-claim', 'time-unresolved', 'ambiguous']),
    ...span,
    reason: z.string().min(1),
  })
  .readonly();
export type Gap = z.infer<typeof gapSchema>;

export const readingSchema = z
  .object({
    id: z.string().min(1),
    readingId: z.string().min(1),
    reader: z.string().min(1),
    report: z
      .object({
        text: z.string(),
        language: languageSchema,
        direction: z.enum(['ltr', 'rtl']),
        title: spanSchema.optional(),
        publisher: z.string().optional(),
        agencies: z.literal(true).optional(),
        issued: issuedSchema,
        parts: z.array(partSchema).readonly(),
      })
      .readonly(),
    sentences: z.array(sentenceSchema).readonly(),
    mentions: z.array(mentionSchema).readonly(),
    claims: z.array(claimSchema).readonly(),
    gaps: z.array(gapSchema).readonly(),
  })
  .readonly();
export type Reading = z.infer<typeof readingSchema>;
