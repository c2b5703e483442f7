import { jsonAnswer } from '../../../../lib/open/answer.ts';
import type { RequestHandler } from './$types';

/** Every event type with its label, its definition in both languages, and its place in other code books. */
export const GET: RequestHandler = ({ locals }) => jsonAnswer(locals.showcase.codebook?.() ?? []);
