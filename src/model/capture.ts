/** Source, Capture and Report: where words come from, before anybody reads them. */
import { z } from 'zod';
import { bilingualSchema, languageSchema } from './basic.ts';
import { partKindSchema } from './reading.ts';

/** What a source allows the public to see: everything, the words of released claims, or a link alone. */
export const termsSchema = z.enum(['full', 'quotes', 'link']);
export type Terms = z.infer<typeof termsSchema>;

/** A publisher that is watched. */
export const sourceSchema = z
  .object({
    id: z.string().min(1),
    names: bilingualSchema,
    aliases: z.array(z.string()).readonly(),
    kind: z.enum(['outlet', 'agency', 'monitor', 'official', 'observatory']),
    address: z.string().optional(),
    /** Host names that belong to it. */
    hosts: z.array(z.string()).readonly(),
    languages: z.array(languageSchema).readonly(),
    terms: termsSchema,
  })
  .readonly();
export type Source = z.infer<typeof sourceSchema>;

/** The bytes as they were fetched. `id` is their SHA-256, hex. */
export const captureSchema = z
  .object({
    id: z.string().regex(/^[0-9a-f]{64}$/),
    /** Where it was asked for: an address, or `file:NAME` for a file (its name only, no folder of the collector's machine). */
    address: z.string().min(1),
    finalAddress: z.string().optional(),
    /** Addresses that it was led through, in order; the last is `finalAddress`. */
    redirects: z.array(z.string()).readonly().optional(),
    /** ISO date-time, UTC. */
    fetchedAt: z.string(),
    mediaType: z.string(),
    bytes: z.int().min(0),
    status: z.int().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    /** When it was asked for: ISO date-time, UTC, by this machine's clock. */
    askedAt: z.string().optional(),
    requestHeaders: z.record(z.string(), z.string()).optional(),
    /** Version of HTTP that the answer came in. */
    http: z.string().optional(),
    /** The network address that the answer came from. */
    remoteAddress: z.string().optional(),
    /** The certificate that the server showed: SHA-256 of it in hex, and what it says of itself. */
    certificate: z
      .object({
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        subject: z.string(),
        issuer: z.string(),
        validFrom: z.string(),
        validTo: z.string(),
      })
      .readonly()
      .optional(),
    /** Bytes on the wire, where they were compressed. */
    wireBytes: z.int().optional(),
    /** What the site's robots.txt says of it, and `ignored` where a person decided to go past it. */
    robots: z.enum(['allowed', 'ignored']).optional(),
    /** Address of the feed, sitemap or page that led to it. */
    via: z.string().optional(),
    /** The capture of the same address before this one. */
    previous: z.string().optional(),
    /** A picture of the page as a browser drew it, kept as a capture of its own. */
    picture: z.string().optional(),
    /** Where this is the picture of a page: the page's capture. */
    pictureOf: z.string().optional(),
    /** RFC 3161 tokens over `id`, base64, with the address of who gave them. */
    timestamps: z
      .array(z.object({ authority: z.string(), token: z.string(), at: z.string().optional() }).readonly())
      .readonly()
      .optional(),
    /** Software that collected it, and SHA-256 of the settings that it had: `marsad 0.1.0 node 20.20.2`. */
    tool: z.object({ name: z.string(), settings: z.string().optional() }).readonly().optional(),
    /** Person or robot and the tool's version, e.g. `marsad 0.1.0`. */
    collector: z.string().min(1),
  })
  .readonly();
export type Capture = z.infer<typeof captureSchema>;

/** What mark-up or a form said about a stretch of the text; the reader trusts it before its own guess. */
export const partHintSchema = z
  .object({
    kind: partKindSchema,
    start: z.int(),
    end: z.int(),
    language: languageSchema.optional(),
    /** A caption that says its picture is from the archive. */
    archive: z.literal(true).optional(),
  })
  .readonly();

/** A date that a page states of itself, and where it does. */
export const statedDateSchema = z
  .object({
    /** ISO date, or date-time with its zone where the page states one and without where it does not. */
    value: z.string(),
    origin: z.enum(['json-ld', 'meta', 'time', 'visible', 'feed']),
  })
  .readonly();
export type StatedDate = z.infer<typeof statedDateSchema>;

/** A picture of the article, by its words alone. */
export const pictureSchema = z
  .object({
    caption: z.string().optional(),
    credit: z.string().optional(),
    /** The page says that it shows something older than the news. */
    archive: z.literal(true).optional(),
  })
  .readonly();
export type Picture = z.infer<typeof pictureSchema>;

/** What a page says of its article beside the text. Absent is not stated. */
export const statedSchema = z
  .object({
    published: statedDateSchema.optional(),
    modified: statedDateSchema.optional(),
    /** Names as printed, without «By» or «بقلم». */
    bylines: z.array(z.string()).readonly().optional(),
    section: z.string().optional(),
    /** Where the reporting was done, as the mark-up says. */
    dateline: z.string().optional(),
    standfirst: z.string().optional(),
    /** Agencies and others that the page credits, as printed. */
    credits: z.array(z.string()).readonly().optional(),
    keyPoints: z.array(z.string()).readonly().optional(),
    corrections: z.array(z.string()).readonly().optional(),
    pictures: z.array(pictureSchema).readonly().optional(),
  })
  .readonly();
export type Stated = z.infer<typeof statedSchema>;

/** One article as plain text. The text never changes again. */
export const reportSchema = z
  .object({
    /** As given, else SHA-256 of the text, hex. */
    id: z.string().min(1),
    text: z.string(),
    captureId: z.string().optional(),
    extractor: z.string().optional(),
    language: languageSchema.optional(),
    /** Address of the article. Never fetched by the reader. */
    url: z.string().optional(),
    /** Known date of issue: ISO date or date-time. */
    date: z.string().optional(),
    title: z.string().optional(),
    /** id in data/sources */
    publisher: z.string().optional(),
    hints: z.array(partHintSchema).readonly().optional(),
    /** What its page says of it. */
    stated: statedSchema.optional(),
    /** What the facts of a bundled report were taken from. */
    citations: z
      .array(z.object({ text: z.string().min(1), url: z.string().optional() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type Report = z.infer<typeof reportSchema>;
