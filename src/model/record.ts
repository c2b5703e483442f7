/** EventRecord, Decision and Edition: what the observatory holds to have been reported. */
import { z } from 'zod';
import { bilingualSchema, daySchema, intervalSchema } from './basic.ts';
import { changeSchema, harmSchema, modalitySchema, placeValueSchema, statusSchema } from './reading.ts';

/** A value with the claims of which it is said; `claims` are indexes into the record's `claims`. */
const claims = z.array(z.int().min(0)).readonly();

/** An actor as the record knows it: by id, or by the words that describe it. */
export const recordActorSchema = z
  .object({
    /** id in data/actors */
    actor: z.string().optional(),
    names: z.object({ en: z.string().optional(), ar: z.string().optional() }).readonly(),
    /** A private person: shown by role only outside. */
    private: z.literal(true).optional(),
    claims,
  })
  .readonly();
export type RecordActor = z.infer<typeof recordActorSchema>;

export const recordPlaceSchema = z
  .object({
    place: placeValueSchema,
    role: z.enum(['at', 'origin', 'destination']),
    /** Kind of the place or of the facility there, where it matters for safety: `quarter`, `headquarters`, `hospital` … */
    kind: z.string().optional(),
    claims,
  })
  .readonly();
export type RecordPlace = z.infer<typeof recordPlaceSchema>;

/** A number of people and who they are, in the words and the language of the report; no private person's name. */
const counted = {
  low: z.number(),
  /** Absent: «at least». */
  high: z.number().optional(),
  who: z.object({ en: z.string().optional(), ar: z.string().optional() }).readonly().optional(),
};

export const recordTollSchema = z
  .object({
    harm: harmSchema,
    ...counted,
    /** Parts of the sum: «7 killed, 3 of them senior commanders». */
    including: z.array(z.object(counted).readonly()).readonly().optional(),
    claims,
  })
  .readonly();
export type RecordToll = z.infer<typeof recordTollSchema>;

/** One claim that the record rests on, with its way back: record → claim → span → report → capture. */
export const recordClaimSchema = z
  .object({
    reportId: z.string(),
    readingId: z.string(),
    claimId: z.string(),
    /** Words and place of the clause in the report's text. */
    quote: z.object({ start: z.int(), end: z.int(), text: z.string() }).readonly(),
    /** Who says so, nearest first; empty: the report itself. */
    speakers: z
      .array(
        z
          .object({
            actor: z.string().optional(),
            text: z.string(),
            /** As in a mention: a private person is named by role outside. */
            private: z.literal(true).optional(),
          })
          .readonly(),
      )
      .readonly(),
    publisher: z.string().optional(),
    modality: modalitySchema,
    stance: z.enum(['supports', 'disputes']),
    /** A person has set something of this claim. */
    by: z.literal('person').optional(),
  })
  .readonly();
export type RecordClaim = z.infer<typeof recordClaimSchema>;

/** What the observatory holds to have been reported. A change is a new version; the old one stays. */
export const eventRecordSchema = z
  .object({
    id: z.string().min(1),
    version: z.int().min(1),
    /** Who made this version. */
    by: z.enum(['machine', 'person']),
    /** Reviewed by a person, or as the machine read it. */
    review: z.enum(['machine-read', 'confirmed', 'corrected', 'rejected']),
    type: z.string(),
    change: changeSchema.optional(),
    agents: z.array(recordActorSchema).readonly(),
    targets: z.array(recordActorSchema).readonly(),
    facilities: z.array(z.object({ head: z.string(), text: z.string(), claims }).readonly()).readonly(),
    places: z.array(recordPlaceSchema).readonly(),
    time: intervalSchema,
    timeBasis: z.enum(['stated', 'implied', 'report']),
    tolls: z.array(recordTollSchema).readonly(),
    modality: modalitySchema,
    status: statusSchema.optional(),
    background: z.boolean(),
    confidence: z.number().min(0).max(1),
    claims: z.array(recordClaimSchema).readonly(),
    /** No claim of the newest reading supports it any more: it is rejected by machine, and comes back if one does. */
    withdrawn: z.literal('reader-changed').optional(),
    /** Id of the record that a person merged it into: rejected by itself, its claims are there. */
    mergedInto: z.string().optional(),
    /** ISO date-time, UTC. */
    madeAt: z.string(),
  })
  .readonly();
export type EventRecord = z.infer<typeof eventRecordSchema>;

/** One act of a person on one version of a record. */
export const decisionSchema = z
  .object({
    id: z.string().min(1),
    recordId: z.string().min(1),
    version: z.int().min(1),
    act: z.enum(['confirm', 'correct', 'merge', 'split', 'reject', 'release', 'erase']),
    by: z.string().min(1),
    at: z.string(),
    why: z.string().optional(),
    /** Of a merge: the record whose claims come over, in the version that was looked at. */
    merged: z
      .object({ recordId: z.string(), version: z.int().min(1) })
      .readonly()
      .optional(),
    /** Of a split: numbers of the claims that leave for a record of their own. */
    claims: z.array(z.int().min(0)).readonly().optional(),
  })
  .readonly();
export type Decision = z.infer<typeof decisionSchema>;

/** Which claim of a report is meant, for every reader: where its trigger stands, its type, and which of several of both. */
export const anchorSchema = z
  .object({ start: z.int().min(0), end: z.int().min(0), type: z.string(), ordinal: z.int().min(0) })
  .readonly();
export type Anchor = z.infer<typeof anchorSchema>;

/** Who acts or is acted upon, as a person sets it: an id of data/actors, or words of the report. */
const setActorSchema = z
  .object({
    actor: z.string().optional(),
    words: z.object({ start: z.int(), end: z.int() }).readonly().optional(),
    private: z.literal(true).optional(),
  })
  .readonly();

/**
 * What a person sets of one claim. A layer over readings: a newer reading changes nothing of it, and where its anchor is
 * not found any more, a case «reader changed» is opened.
 */
export const correctionSchema = z
  .object({
    id: z.string().min(1),
    reportId: z.string().min(1),
    anchor: anchorSchema,
    /** There is no such claim. */
    reject: z.literal(true).optional(),
    set: z
      .object({
        type: z.string(),
        change: changeSchema,
        modality: modalitySchema,
        status: statusSchema,
        background: z.boolean(),
        time: intervalSchema,
        agents: z.array(setActorSchema).readonly(),
        targets: z.array(setActorSchema).readonly(),
        places: z.array(placeValueSchema).readonly(),
      })
      .partial()
      .readonly()
      .optional(),
    by: z.string().min(1),
    /** ISO date-time, UTC. */
    at: z.string(),
    why: z.string().optional(),
  })
  .readonly();
export type Correction = z.infer<typeof correctionSchema>;

/** A frozen, released set of records. */
export const editionSchema = z
  .object({
    date: daySchema,
    number: z.int().min(1),
    title: bilingualSchema.optional(),
    codebook: z.string(),
    licence: z.string(),
    records: z.array(z.object({ id: z.string(), version: z.int() }).readonly()).readonly(),
    checksums: z.record(z.string(), z.string()),
  })
  .readonly();
export type Edition = z.infer<typeof editionSchema>;
