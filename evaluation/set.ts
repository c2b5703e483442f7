/** What an evaluation set is: a question that public data ask, our answer to it, and how the answers are scored. */
import type { PageLabels } from '../src/collect/index.ts';
import type { PlaceValue, Reading, Report, Span } from '../src/model/index.ts';
import type { Marked, Speech } from '../src/read/index.ts';

/** One line of a set's input or gold file. Unknown keys are kept, none is trusted. */
export type Line = Readonly<Record<string, unknown>>;

/** What an answer may draw on. No store, no network, no clock. */
export type Context = {
  readonly read: (report: Report) => Reading;
  /** What pages write beside their articles. */
  readonly labels: PageLabels;
  /** The place of each span of a text; undefined where none known bears its name. */
  readonly locate: (text: string, spans: readonly Span[]) => readonly (PlaceValue | undefined)[];
  /** The names that a layer of the model of names marks in a text. */
  readonly mark: (text: string, layer: string) => readonly Marked[];
  /** Who says what in a text, and how sure it is told. */
  readonly speech: (text: string) => Speech;
  /** Kind of an actor in data/actors, such as `state-forces`. */
  readonly actorKind: (id: string) => string | undefined;
};

/** A measured value, 0–100. `main`: the one that floor and anchor speak of. */
export type Figure = { readonly metric: string; readonly value: number; readonly main?: true };

/** Gold lines of one file, and how many there are. */
export type GoldFile = { readonly name: string; readonly lines: readonly Line[] };

export type EvaluationSet = {
  readonly name: string;
  /** What is asked, in one line. */
  readonly asks: string;
  /** What an input line holds and what a prediction line holds, beside `id`. */
  readonly input: string;
  readonly prediction: string;
  readonly original: { readonly from: string; readonly url: string; readonly licence: string };
  /** Main figure of a simple baseline, by file name without its ending; measured on the development files. */
  readonly floor: Readonly<Record<string, number>>;
  /** Published main figure to beat, by file name, with whose it is. */
  readonly anchor: Readonly<Record<string, { readonly value: number; readonly whose: string }>>;
  /**
   * The prediction for one input line, without its id.
   * @throws Failure where the line lacks what is asked for.
   */
  readonly answer: (line: Line, context: Context) => Line;
  /** Where an answer needs the other lines too: the predictions for all lines that can be answered, in their order. */
  readonly answerTogether?: (lines: readonly Line[], context: Context) => readonly Line[];
  /** The development files of this set in a folder. */
  readonly files: (folder: string) => readonly GoldFile[];
  /**
   * Where a shipped model has learned from a file, a figure over it would flatter: what was measured before it did, maybe
   * nothing. Undefined for a file that none has seen.
   */
  readonly learned?: (file: string) => readonly Figure[] | undefined;
  readonly score: (gold: readonly Line[], predictions: ReadonlyMap<string, Line>) => readonly Figure[];
};
