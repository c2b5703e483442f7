/** Pattern parts that the English rules share, and what their words mean. */
import type { At, Groups, Told } from './rules.ts';
import { anchored, dayFromIssue, weekday, yearless } from './shared.ts';
import { dateOf } from './told.ts';

export const DAY = '(?:(?<day>\\d{1,2})|O(?<nth>\\d{1,2}))';
export const MONTH = 'M(?<month>\\d{1,2})';
export const YEAR = '(?<year>[12]\\d{3})';
export const WEEKDAY = '(?:D\\d ,? ?)?';
export const UNIT = 'U(?<unit>(?:DE|CE|WE|MI|[A-Z]))s?';
export const MANY = 'U(?<unit>(?:DE|CE|WE|MI|[A-Z]))s';
export const NUMBER = '(?<count>\\d{1,4}(?:\\.\\d)?|N\\d+(?:\\.\\d+)?|NX)';
export const ABOUT =
  '(?:(?:at least|no less than|more than|less than|fewer than|about|around|approximately|roughly|nearly|almost|some|over|under|up to|only|just|the first|the last|another) )?';
export const PART = '(?: P(?<part>MO|AF|EV|NI|DA|MI))';
export const THIRD = '(?<third>early|mid -|mid|late|the (?:beginning|start|middle|end) of|the (?:first|last) days of)';
// Four digits before one of these are a count or a name, not a year: «in 2000 homes», «the 2024 metres».
export const COUNTED =
  '(?! (?:people|persons|men|women|children|civilians|residents|families|soldiers|troops|fighters|militants|prisoners|detainees|wounded|dead|homes|houses|buildings|dollars|pounds|tons|tonnes|barrels|kilometers|kilometres|km|miles|meters|metres|m|mm|shells|rockets|missiles|drones|others|votes|goals|model|points|percent|%|U\\w+))';

// Behind these, four digits are a number: Route 2024, $1999, «rose to 1967».
export const NUMBERED =
  'route|room|flight|section|unit|resolution|resolutions|no|number|highway|article|law|page|channel|model|bus|train|road|gate|house|apartment|box|extension|phone|[$#£€+]|to|of|-|/|:|[.]|than|us|m|nearly|about|some|least|over|around|another|all|other|are|were|was|is|killed|killing|wounded|with|\\d+|N\\w+';

export const dayOf = (g: Groups): string | undefined => g.day ?? g.nth;
export const partOfThird = (words: string | undefined): string | undefined =>
  words === undefined
    ? undefined
    : /^(?:early|the (?:beginning|start|first))/.test(words)
      ? 'start'
      : /mid/.test(words)
        ? 'mid'
        : 'end';
export const which = (word: string | undefined): 'last' | 'next' | 'this' | undefined =>
  word === undefined
    ? undefined
    : /last|past|previous/.test(word)
      ? 'last'
      : /next|coming|following/.test(word)
        ? 'next'
        : /this/.test(word)
          ? 'this'
          : undefined;
export const step = (word: string | undefined): number => ({ last: -1, next: 1, this: 0 })[which(word) ?? 'this'];
export const half = (word: string | undefined): string | undefined => word?.replace(/[ .]/g, '');

/** A day that stands beside a clock time: «5 p.m. on Monday», «at 9 a.m. yesterday». */
export const BESIDE = `(?: ,?(?: ?(?:on|of|,))? ?(?:D(?<wd>\\d)|K(?<k>-?\\d)(?:NI)?|${WEEKDAY}${MONTH} ${DAY}(?: ,? ?${YEAR})?))?`;
export const beside = (g: Groups, at: At): Told | undefined =>
  g.wd !== undefined
    ? weekday(at, g.wd)
    : g.k !== undefined
      ? dayFromIssue(at, Number(g.k))
      : g.month !== undefined
        ? g.year === undefined
          ? yearless(at, g.month, dayOf(g))
          : dateOf(g.year, g.month, dayOf(g))
        : undefined;

/** «June last year», «January this year». */
export const monthOfYear = (at: At, mod: string, month: string | undefined, day?: string): Told | undefined =>
  anchored(at, (issue) => {
    const found = dateOf(String(Number(issue.slice(0, 4)) + step(mod)), month, day);
    return found && { ...found, basis: 'implied' };
  });
