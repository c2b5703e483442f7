/** The small values that every noun is made of: languages, spans, dates and intervals. */
import { z } from 'zod';

/** Languages that Marsad reads and writes. */
export const languageSchema = z.enum(['en', 'ar']);
export type Language = z.infer<typeof languageSchema>;
export const LANGUAGES: readonly Language[] = languageSchema.options;

/** Half-open `[start, end)` in UTF-16 code units of the report's text. */
export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) }).readonly();
export type Span = z.infer<typeof spanSchema>;

/** ISO 8601 calendar day, `YYYY-MM-DD`. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A text in both languages of the observatory. */
export const bilingualSchema = z.object({ en: z.string().min(1), ar: z.string().min(1) }).readonly();
export type Bilingual = z.infer<typeof bilingualSchema>;

export const timePrecisionSchema = z.enum(['day', 'month', 'year', 'bounded']);

/** A closed interval of days. `bounded`: the event lies within it, and no finer was said. */
export const intervalSchema = z
  .object({ earliest: daySchema.optional(), latest: daySchema.optional(), precision: timePrecisionSchema })
  .readonly();
export type Interval = z.infer<typeof intervalSchema>;
