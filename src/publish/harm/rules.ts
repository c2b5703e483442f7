/** The rows of data/harm/defaults.tsv as look-ups. What the table does not name is not protected: it is the policy. */
import { fold, wordsOf } from '../../language/index.ts';
import { Failure } from '../../model/index.ts';
import type { Name } from '../types.ts';
import { languageOf, nameOf } from './names.ts';

type Rows = readonly Readonly<Record<string, string>>[];

export type HarmRules = {
  /** `kind` of a place (`village`, `unknown` …) is shown as the district it lies in. */
  readonly coarsensPlace: (kind: string) => boolean;
  /** Head noun or class of a facility, in either language, whose name and exact place stay inside. */
  readonly coarsensFacility: (head: string) => boolean;
  /** Hours that pass between the end of an event's last day and its being public. */
  readonly delayHours: (type: string) => number;
  /** A named building that is on every map (an airport, a port) and holds no protected word in its name. */
  readonly isLandmark: (names: readonly string[]) => boolean;
  /** An event of this type takes place where a protected facility stands. */
  readonly coarsensEvent: (type: string) => boolean;
  readonly hidesPrivatePersons: boolean;
  /** Folded word that describes a place or facility and does not name it: kind words and the table's own list. */
  readonly describes: (foldedWord: string) => boolean;
  /** What a facility with this head is called in both languages: the first word of each in its row. */
  readonly facilityName: (head: string) => Name;
};

const RULES = new Set(['coarsen', 'delay', 'role', 'show']);

/** Folded words without the Arabic article. */
const bareWords = (phrase: string): string =>
  wordsOf(phrase)
    .map((word) => word.replace(/^ال/u, ''))
    .join(' ');

/**
 * Read the table.
 * @throws Failure `harm-table` where it is empty or a row cannot be meant: without rules nothing may leave.
 */
export const harmRules = (rows: Rows): HarmRules => {
  if (rows.length === 0) throw new Failure('harm-table', 'data/harm/defaults.tsv has no rows: add the rules back.');
  const placeKinds = new Set<string>();
  const facilityForms = new Map<string, Name>();
  const events = new Set<string>();
  const delays = new Map<string, number>();
  const descriptive = new Set<string>();
  const landmarks = new Set<string>();
  const protectedForms = new Set<string>();
  let hidesPrivatePersons = false;
  for (const row of rows) {
    const { group = '', what = '', rule = '', to, hours } = row;
    const forms = (row.words ?? '').split('|').filter((form) => form !== '');
    if (!RULES.has(rule)) throw new Failure('harm-table', `data/harm/defaults.tsv: no rule is called «${rule}».`);
    if (rule === 'coarsen') {
      if (to !== 'district')
        throw new Failure('harm-table', `data/harm/defaults.tsv: «${what}» can be coarsened to district only.`);
      if (group === 'event') {
        events.add(what);
        continue;
      }
      if (group === 'place') placeKinds.add(what);
      // Place kinds are facility heads too («the base»), but `point` and `unknown` are no words.
      const name = nameOf({
        en: forms.find((form) => languageOf(form) === 'en'),
        ar: forms.find((form) => languageOf(form) === 'ar'),
      });
      for (const form of [what, ...forms]) facilityForms.set(fold(form), name);
      for (const word of forms.flatMap(wordsOf)) descriptive.add(word);
      if (group === 'facility' || what === 'base') for (const form of forms) protectedForms.add(bareWords(form));
    } else if (rule === 'delay') {
      const number = Number(hours);
      if (hours === undefined || !Number.isFinite(number) || number < 0)
        throw new Failure('harm-table', `data/harm/defaults.tsv: the delay of «${what}» needs hours.`);
      delays.set(what, number);
    } else if (rule === 'show' && group === 'place') {
      for (const form of forms) landmarks.add(bareWords(form));
    } else if (rule === 'role') hidesPrivatePersons = true;
    else for (const form of forms) descriptive.add(fold(form));
  }
  return {
    coarsensPlace: (kind) => placeKinds.has(kind),
    coarsensFacility: (head) => facilityForms.has(fold(head)),
    isLandmark: (names) => {
      const plain = names.map((name) => ` ${bareWords(name)} `);
      const holds = (forms: ReadonlySet<string>): boolean =>
        plain.some((name) => [...forms].some((form) => name.includes(` ${form} `)));
      return holds(landmarks) && !holds(protectedForms);
    },
    coarsensEvent: (type) => events.has(type),
    delayHours: (type) => delays.get(type) ?? delays.get(type.split('.')[0] ?? '') ?? delays.get('*') ?? 0,
    hidesPrivatePersons,
    describes: (word) => descriptive.has(word),
    facilityName: (head) => facilityForms.get(fold(head)) ?? {},
  };
};
