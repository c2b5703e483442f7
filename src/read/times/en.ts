/** The grammar of English times. Patterns run over the tags of line.ts; each rule has a name and an example. */
import { absolute } from './en-dates.ts';
import { days } from './en-days.ts';
import { units } from './en-units.ts';
import type { TimeRules } from './rules.ts';

export const englishTimes: TimeRules = { absolute, relative: [...days, ...units] };
