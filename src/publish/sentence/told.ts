/** An event of a record as each language can tell it: as a clause, without its doer, and as a noun. */

import type { Party } from './party.ts';
import type { Row } from './phrasebook.ts';
import {
  doerIn,
  type EnglishSlots,
  genderOfNoun,
  isSeveral,
  renderArabic,
  renderEnglish,
  renderWithoutDoer,
} from './render.ts';
import { alternatives, choose, type SlotName } from './template.ts';

/** What may stand in the slots of a row, and the places that follow where the row has not taken them. */
export type Cast = {
  readonly slots: Readonly<Partial<Record<SlotName, Party>>>;
  readonly where: Readonly<Record<'en' | 'ar', string>>;
  /** Ways there and away, which no slot takes. */
  readonly ways: Readonly<Record<'en' | 'ar', string>>;
  /** «at a hospital», where the row has no slot for the building. */
  readonly site: Readonly<Record<'en' | 'ar', string>>;
};

export type Told = {
  readonly doer?: Party;
  readonly clause: Readonly<Record<'en' | 'ar', string>>;
  /** A clause whose doer was named just before: Arabic «… إنها شنّت». English has a pronoun for it. */
  readonly elided: string;
  /** English «carry out an airstrike on …»; absent where the event has no doer. */
  readonly doing?: string;
  readonly noun: Readonly<Record<'en' | 'ar', string>>;
  /** The clause tells the tolls. */
  readonly ofTolls?: true;
  /** The noun without its doer. */
  readonly bare: Readonly<Record<'en' | 'ar', string>>;
  /** The noun as what somebody is to do: «شنّ غارة», where nobody is named who would, and not «وقوع غارة». */
  readonly deed: Readonly<Record<'en' | 'ar', string>>;
};

// Nouns of what befalls: nobody orders that a strike «occur».
const BEFALLS = /^(?:وقوع|حدوث|تعرّض|صدور|خروج)(?= )/u;

const pick = (cast: Cast, language: 'en' | 'ar') =>
  Object.fromEntries(Object.entries(cast.slots).map(([name, party]) => [name, party[language]])) as never;

/** @param many several events of the kind, as a change is of several */
export const tellRow = (row: Row, cast: Cast, many: boolean): Told => {
  const { slots } = cast;
  const known = (slot: SlotName): boolean => slots[slot] !== undefined;
  const after = (text: string, alternative: string, language: 'en' | 'ar'): string => {
    const where = alternative.includes('{place}') ? '' : cast.where[language];
    const site = /\{(?:hit|facility)/.test(alternative) ? '' : cast.site[language];
    return [text, site, where, cast.ways[language]].filter((piece) => piece !== '').join(' ');
  };
  const en: EnglishSlots = pick(cast, 'en');
  const ar = pick(cast, 'ar');
  const chosen = (cell: string, without = false): string =>
    choose(cell, (slot) => known(slot) && !(without && (slot === 'agent' || slot === 'who')), many) ?? '';
  const clause = { en: chosen(row.en), ar: chosen(row.ar) };
  const noun = { en: chosen(row.enNoun), ar: chosen(row.arNoun) };
  const acting = choose(row.en, known, many, (one) => doerIn(one) !== undefined);
  // In Arabic the doer follows the verbal noun; the alternative that would hold it is taken, and the doer left out.
  const acted = choose(row.arNoun, known, many, (one) => /^\S+ \{(?:agent|who)\}/u.test(one)) ?? noun.ar;
  const done = choose(
    row.arNoun,
    (slot) => slot === 'agent' || slot === 'who' || known(slot),
    many,
    // What belongs to a doer («منصب@») needs one.
    (one) => /^\S+ \{(?:agent|who)\}/u.test(one) && !one.includes('@'),
  );
  const doerSlot = doerIn(acting ?? '');
  const bareEn = choose(row.enNoun, (slot) => known(slot) && slot !== 'agent' && slot !== 'who', many);
  const doer = doerSlot && slots[doerSlot];
  const nounAr = after(renderArabic(noun.ar, ar), noun.ar, 'ar');
  const nounEn = after(renderEnglish(noun.en, en, false, many), noun.en, 'en');
  const befalls = !doer && done !== undefined && BEFALLS.test(nounAr);
  return {
    ...(doer ? { doer } : {}),
    deed: { en: nounEn, ar: befalls ? after(renderWithoutDoer(done, ar), done, 'ar') : nounAr },
    clause: {
      en: after(renderEnglish(clause.en, en, false, many), clause.en, 'en'),
      ar: after(renderArabic(clause.ar, ar), clause.ar, 'ar'),
    },
    elided: after(renderArabic(clause.ar, ar, true), clause.ar, 'ar'),
    ...(acting ? { doing: after(renderEnglish(acting, en, true), acting, 'en') } : {}),
    noun: { en: nounEn, ar: nounAr },
    bare: {
      en: after(renderEnglish(bareEn ?? noun.en, en, false, many), bareEn ?? noun.en, 'en'),
      ar: after(renderWithoutDoer(acted, ar), acted, 'ar'),
    },
  };
};

/** An event whose type has no words of its own for its change: «continued to carry out airstrikes», «واصلت شنّ غارات». */
export const changed = (frame: Row, base: Told): Told => {
  const agent = base.doing === undefined ? undefined : base.doer;
  const without = (alternative: string): boolean => alternative.includes('{agent}');
  const slotsFor = (alternative: string, language: 'en' | 'ar') => {
    const event = without(alternative) ? base.bare[language] : base.noun[language];
    return {
      ...(agent ? { agent: agent[language] } : {}),
      event:
        language === 'en'
          ? { text: event, plural: isSeveral(event) }
          : { nominative: event, oblique: event, gender: genderOfNoun(event), pronoun: 'ها' },
      do: { text: base.doing ?? '', plural: false },
    } as never;
  };
  const known = (slot: SlotName): boolean =>
    slot === 'event' || (slot === 'agent' && agent !== undefined) || (slot === 'do' && agent !== undefined);
  const first = (cell: string): string => choose(cell, known, true) ?? '';
  const [enCell, arCell, arNoun] = [first(frame.en), first(frame.ar), first(frame.arNoun)];
  const enNoun = first(frame.enNoun);
  // «the start of the …»: the event's own article is kept, «continued the …» loses it.
  const nounEn = (event: string): string => {
    const text = /\{event\}$/.test(enNoun) && /^continued/.test(enNoun) ? event.replace(/^the /, '') : event;
    return renderEnglish(enNoun, { event: { text, plural: isSeveral(text) } });
  };
  const elidedSlots = slotsFor(arCell, 'ar');
  return {
    ...(agent ? { doer: agent } : {}),
    clause: {
      en: renderEnglish(enCell, slotsFor(enCell, 'en'), false, true),
      ar: renderArabic(arCell, slotsFor(arCell, 'ar')),
    },
    elided: renderArabic(arCell, elidedSlots, true),
    ...(agent ? { doing: renderEnglish(alternatives(frame.en)[0]!, slotsFor(enCell, 'en'), true) } : {}),
    noun: { en: nounEn(base.noun.en), ar: renderArabic(arNoun, slotsFor(arNoun, 'ar')) },
    deed: { en: nounEn(base.noun.en), ar: renderArabic(arNoun, slotsFor(arNoun, 'ar')) },
    bare: { en: nounEn(base.bare.en), ar: renderWithoutDoer(arNoun, slotsFor(arNoun, 'ar')) },
  };
};
