/** The values of resolution: names, what stands beside them, what they may mean, what the report speaks of. */
import type { PlaceEntry } from '../data.ts';

/** A name of a report, with what it may mean. */
export type Toponym = {
  readonly first: number;
  readonly after: number;
  /** The folded name: equal keys mean equal places in one report. */
  readonly key: string;
  readonly candidates: readonly PlaceEntry[];
  /** Those of the candidates that the name means more rarely: a county without «County». */
  readonly rarely?: readonly PlaceEntry[];
};

/** What stands beside a name and says where it lies. */
export type Beside = {
  /** Toponyms that are told to hold it: «X, Y», «X in eastern Y»; `sure` where nothing but a comma or bracket
   * stands between; `listed` where more names follow in the same way, so that it may be a list. */
  readonly inside: readonly { readonly other: Toponym; readonly sure: boolean; readonly listed: boolean }[];
  /** Countries of peoples named within a few words: «the Syrian town of X». */
  readonly countries: readonly string[];
  /** Its kind, where a noun beside it says so: «X province», «the city of X». */
  readonly kind?: 'province' | 'district' | 'settlement';
};

export type Sense = {
  readonly entry: PlaceEntry;
  /** Ids of itself and of all that it lies in. */
  readonly above: readonly string[];
  readonly province: string | undefined;
  readonly base: number;
  share: number;
  score: number;
};
export type Group = {
  readonly senses: readonly Sense[];
  readonly beside: readonly Beside[];
  /** What it adds to the context. */
  own: Context;
};

export type Context = {
  readonly countries: Map<string, number>;
  readonly provinces: Map<string, number>;
  readonly cells: Map<number, number>;
  readonly named: Map<string, number>;
  /** Divisions by the country that they divide. */
  readonly peers: Map<string, number>;
  total: number;
};
