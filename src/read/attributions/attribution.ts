/** Who says what: the spans of one attribution. */
import type { Span } from '../../model/index.ts';

export type Attribution = {
  /** Index of the sentence that its cue stands in. */
  readonly sentence: number;
  /** Who says it; empty where nobody is named («it is believed»). Pieces in the order of the text. */
  readonly source: readonly Span[];
  /** Words of the same sentence that a pronoun as its source stands for: «the army showed what it said was …». */
  readonly meant?: Span;
  /** The words that make it said. */
  readonly cue: readonly Span[];
  /** What is said, in pieces where the cue stands in its midst. */
  readonly content: readonly Span[];
  /** As in the table of cues: say, think, know, want, ask, promise, threaten, deny, refuse, seem, judge. */
  readonly sense: string;
  readonly frame: string;
  /** The cue as the table has it: «say», «according to». */
  readonly lemma: string;
  /** The source is the last speaker's: this cue has none of its own («he added», وأضاف). */
  readonly carried?: true;
  /** «…, saying that», «…, according to»: beside its clause, not under it. */
  readonly aside: boolean;
  /** Its cue stands in what somebody else says. */
  readonly nested: boolean;
};
