/** What an annotation is once compiled: the very shapes of a Reading, so that one scorer compares a person with the reader, or with another person. */
import type { Claim, Issued, Language, Mention, Part, Reading, Span } from '../../src/model/index.ts';
import type { Genre } from './format.ts';

/** A claim as a person wrote it. `or`: types that would be right as well; `status` only where the words say it. */
export type MarkedClaim = Omit<Claim, 'confidence' | 'rule'> & { readonly or?: readonly string[] };

export type Marked = {
  readonly text: string;
  readonly language: Language;
  readonly parts: readonly Part[];
  readonly issued: Issued;
  readonly mentions: readonly Omit<Mention, 'rule'>[];
  readonly claims: readonly MarkedClaim[];
};

/** A report with its annotation. */
export type Annotated = Marked & {
  readonly name: string;
  readonly genre: Genre;
  readonly countries: readonly string[];
  /** Day of issue that the reader is told beside the text. */
  readonly given?: string;
  readonly twin?: string;
  readonly sentences: readonly Span[];
};

/** What the reader made of a report, in the same shape. */
export const markedOf = ({ report, mentions, claims }: Reading): Marked => ({
  text: report.text,
  language: report.language,
  parts: report.parts,
  issued: report.issued,
  mentions,
  claims,
});
