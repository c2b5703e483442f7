/** The code book's shape: one YAML file per event type in data/ontology. */
import { z } from 'zod';
import { bilingualSchema } from './basic.ts';

export const FAMILIES = ['violence', 'posture', 'control', 'politics', 'harm', 'assessment'] as const;

const examples = z.array(z.string().min(1)).readonly();

export const eventTypeSchema = z
  .object({
    /** `family.kind`; never changes once released. */
    id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
    label: bilingualSchema,
    definition: bilingualSchema,
    not: bilingualSchema,
    examples: z.object({ en: examples, ar: examples }).readonly(),
    counterExample: bilingualSchema,
    maps: z
      .object({
        acled: z.object({ event: z.string(), sub: z.string() }).readonly().optional(),
        plover: z.object({ event: z.string(), mode: z.string().optional() }).readonly().optional(),
        cameo: z.string().optional(),
        /** UCDP counts only organised armed force with at least one death: `candidate`, or left out. */
        ucdp: z.literal('candidate').optional(),
      })
      .readonly(),
  })
  .readonly();
export type EventType = z.infer<typeof eventTypeSchema>;
