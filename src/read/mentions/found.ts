import type { Mention } from '../../model/index.ts';
import type { Sentence } from '../text.ts';

/** A mention with the tokens that it covers: what the steps after this one work with. */
export type Found = Mention & {
  readonly sentence: Sentence;
  readonly first: number;
  readonly after: number;
  /** armed, civilian, office, or the class of a facility or weapon. */
  readonly of_?: string;
  /** For a quantity: the mention that it counts. */
  readonly counts?: string;
};
