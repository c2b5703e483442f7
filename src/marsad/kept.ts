/** Answers of the gate, kept for as long as nothing that they were made of has changed. */
import type { View } from '../publish/index.ts';
import type { Store } from '../record/index.ts';
import { hourOf } from './hour.ts';

/** Answers kept between two changes of the store: a page of each kind in two languages, and many of their lists. */
const KEPT = 300;
/** For as long as this, milliseconds, what other processes may have written is not looked for. */
const TRUSTED = 2000;

export type Kept = <T>(
  kind: string,
  view: View,
  ask: unknown,
  /** Makes it as of the beginning of the hour: what is public then is so all through it. */
  make: (at: View) => T | Promise<T>,
  /** What else it is made of, the same for as long as it has not changed; without it others' writes are looked for by time. */
  of?: object,
) => Promise<T>;

type Answer = { readonly made: Promise<unknown>; readonly of: object | undefined; readonly at: number };

/** One answer for the same question by the same audience in the same language, of the same store in the same hour. */
export const openKept = (store: Pick<Store, 'changes' | 'kind'>): Kept => {
  let kept = new Map<string, Answer>();
  let keptOf = '';
  const isGood = (answer: Answer, of: object | undefined): boolean =>
    answer.of === of && (of !== undefined || store.kind === 'pglite' || Date.now() - answer.at < TRUSTED);
  return (kind, view, ask, make, of) => {
    const at = { ...view, now: hourOf(view.now) };
    const state = `${store.changes()} ${at.now}`;
    if (state !== keptOf) [kept, keptOf] = [new Map(), state];
    const key = `${kind} ${view.audience} ${view.language} ${JSON.stringify(ask)}`;
    const known = kept.get(key);
    if (known && isGood(known, of)) return known.made as ReturnType<typeof make> & Promise<never>;
    const made = Promise.resolve(make(at));
    const mine = kept;
    mine.set(key, { made, of, at: Date.now() });
    const drop = (): void => {
      if (mine.get(key)?.made === made) mine.delete(key);
    };
    // Neither a failure nor what is not there: addresses that lead nowhere must not drive others out.
    made.then((value) => value === undefined && drop(), drop);
    for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old);
    return made;
  };
};
