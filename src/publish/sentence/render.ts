/** One alternative of the notation → words of a language, with verbs that agree. */
import type { Arabic, English } from './party.ts';
import { type SlotName, tidy } from './template.ts';

export type EnglishSlots = Readonly<Partial<Record<SlotName, English>>>;
export type ArabicSlots = Readonly<Partial<Record<SlotName, Arabic>>>;

/** The slot that an alternative begins with, where that is its doer. */
export const doerIn = (alternative: string): SlotName | undefined =>
  /^\{(agent|who)\} /.exec(alternative)?.[1] as SlotName | undefined;

const oneOrMany = (text: string, plural: boolean): string => {
  const [one = '', many] = text.split('/');
  return plural ? (many ?? one) : one;
};

/**
 * @param base the verb without its doer: «carry out an airstrike»
 * @param many number of a verb that no slot stands before
 */
export const renderEnglish = (alternative: string, slots: EnglishSlots, base = false, many = false): string => {
  const doer = doerIn(alternative);
  let plural = doer ? (slots[doer]?.plural ?? false) : many;
  const text = base && doer ? alternative.slice(`{${doer}} `.length) : alternative;
  const written = text.replace(
    /\{(\w+)'?\}|\(([^)]*)\)|@/g,
    (whole, slot: SlotName | undefined, verb: string | undefined) => {
      if (slot) {
        plural = slots[slot]?.plural ?? plural;
        return slots[slot]?.text ?? '';
      }
      if (verb === undefined) return plural ? 'their' : whole === '@' ? 'its' : '';
      const [past = '', infinitive] = verb.split('~');
      return base && infinitive !== undefined ? infinitive : oneOrMany(past, plural);
    },
  );
  return tidy(written);
};

const LEADS = /^(?:على|من|إلى|عن|في|مع|ضد|بين|بشأن|علناً|محل|[بل]\S|$)/u;
const ARTICLE = /^(?:ال|إجراءات)/u;

/** «ل» before the article is written «لل». */
const joined = (text: string): string => text.replace(/(^|[\s\u2068])لال(?=[\u0621-\u064a])/gu, '$1لل');

/**
 * @param elided the doer is known already: a verb agrees with it, and no word stands for it
 */
export const renderArabic = (alternative: string, slots: ArabicSlots, elided = false): string => {
  const doer = /\{(agent|who|speaker)\}/.exec(alternative)?.[1] as SlotName | undefined;
  const pronoun = (doer ? slots[doer] : (slots.agent ?? slots.who))?.pronoun ?? 'ها';
  const written = alternative.replace(
    /\(([^)/]*)\/([^)]*)\)( \{(\w+)\})?|\{(\w+)(['+]?)\}|@/g,
    (
      whole,
      he: string | undefined,
      she: string,
      _gap,
      subject: SlotName | undefined,
      slot: SlotName | undefined,
      own: string,
      at: number,
    ) => {
      if (he !== undefined) {
        const next = subject ?? (/\{(\w+)\}/.exec(alternative.slice(at))?.[1] as SlotName | undefined);
        const agreed = next && slots[next]?.gender === 'f' ? she : he;
        const silent = elided && (subject === 'agent' || subject === 'who');
        return subject ? `${agreed} ${silent ? '' : (slots[subject]?.nominative ?? '')}` : agreed;
      }
      if (slot) {
        const value = slots[slot];
        if (elided && (slot === 'agent' || slot === 'who')) return '';
        // What follows the doer at once is the object of its verb.
        const object = own === '+' || /\} $/.test(alternative.slice(0, at));
        const bare = (object ? value?.accusative : undefined) ?? value?.oblique ?? '';
        return own === "'" ? (value?.owned?.(pronoun) ?? bare) : bare;
      }
      return whole === '@' ? pronoun : '';
    },
  );
  return joined(tidy(written));
};

/**
 * The verbal noun without its doer, for whom a verb before it stands: «شنّ غارات», «الانسحاب». It takes the article
 * where nothing follows that it is in construct with, and what was its object in the accusative becomes its genitive.
 */
export const renderWithoutDoer = (alternative: string, slots: ArabicSlots): string => {
  const match = /^(\S+) \{(?:agent|who)\}\s*(.*)$/u.exec(alternative);
  if (!match) return renderArabic(alternative, slots);
  const [, verb = '', after = ''] = match;
  const genitive = after.replace(/(?<=[\u0621-\u064a])اً(?=$|\s)/gu, (ending, at: number) =>
    after.slice(0, at).endsWith('علن') ? ending : '',
  );
  const definite = LEADS.test(after) && !ARTICLE.test(verb);
  return renderArabic(`${definite ? 'ال' : ''}${verb} ${genitive}`, slots);
};

/** Whether an English event is several: «patrols by …», but «training by …», «a decrease in patrols». */
export const isSeveral = (event: string): boolean => {
  const [head = ''] = event.split(/ (?:of|by|in|at|on|along|between|involving|with|to|among|against|run|from|set)\b/);
  return !/^an? /.test(head) && /[^s]s$/.test(head);
};

/** Gender of a verbal noun, by the ending of its first word. */
export const genderOfNoun = (text: string): 'm' | 'f' => (/^\S+ة(?:\s|$)/u.test(text) ? 'f' : 'm');
