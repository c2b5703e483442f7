/** A claim on its way: what the steps of this folder hand to each other. */
import type { Change, Modality, PartKind, Status, Toll } from '../../model/index.ts';
import type { Found } from '../mentions/index.ts';
import type { Sentence } from '../text.ts';
import type { Clause } from './clauses.ts';
import type { Roles } from './order.ts';
import type { Reach } from './scope.ts';
import type { HarmSignal, Signal } from './signals.ts';

export type Draft = {
  readonly sentence: Sentence;
  readonly partKind: PartKind;
  readonly clause: Clause;
  readonly trigger: Signal;
  readonly type: string;
  readonly change?: Change;
  readonly roles: Roles;
  readonly modality: Modality;
  readonly status?: Status;
  readonly purpose?: { readonly start: number; readonly end: number };
  readonly toll: readonly Toll[];
  readonly rule: string;
  /** Which places and times of the sentence are its own. */
  readonly reach: Reach;
  /** Whether its verb looks back from another past («had fled», كانت قد نزحت). */
  readonly earlier?: true;
  /** Whether it tells more of what an earlier sentence told: a toll without a cause of its own. */
  readonly retells?: true;
};

export const familyOf = (type: string): string => type.slice(0, type.indexOf('.'));

/** A toll, the token where it stands, and its word of harm. */
export type FoundToll = { readonly toll: Toll; readonly at: number; readonly harm: HarmSignal };

/** What the report has told so far. */
export type Before = {
  /** Whether it tells of armed things at all. */
  readonly armed: boolean;
  /** Types that were told. */
  readonly types: ReadonlySet<string>;
  /** Type of the last violence that was told, if any. */
  readonly violence?: string;
  /** Whether the sentence opens the report. */
  readonly lead: boolean;
  /** Who acted last, for a verb without a subject of its own. */
  readonly acting: readonly Found[];
};

/** What may be no more than what an attack did: «killed». */
export const isKill = (trigger: Signal): boolean => /^(?:kill|قتل)$/.test(trigger.lemma);
