/** The notation of data/sentences/events.tsv and frames.tsv, as far as both languages share it. */

/** What a cell may name; see the head of events.tsv and frames.tsv. */
export type SlotName =
  | 'agent'
  | 'who'
  | 'target'
  | 'hit'
  | 'facility'
  | 'place'
  | 'both'
  | 'speaker'
  | 'do'
  | 'event'
  | 'said'
  | 'when';

const SLOT = /\{(\w+)['+]?\}/g;

/** Names of the slots of a stretch of notation. */
export const slotsIn = (text: string): SlotName[] => [...text.matchAll(SLOT)].map((match) => match[1] as SlotName);

export const alternatives = (cell: string): readonly string[] => cell.split(' || ');

/**
 * The first alternative of a cell whose slots are all known, its optional words decided; `undefined` where there is none.
 * @param many of `<one|several>`, the second is taken
 */
export const choose = (
  cell: string,
  known: (slot: SlotName) => boolean,
  many: boolean,
  fits: (alternative: string) => boolean = () => true,
): string | undefined => {
  for (const alternative of alternatives(cell)) {
    if (!fits(alternative)) continue;
    const decided = alternative.replace(/\[([^\]]*)\]/g, (_all, words: string) =>
      slotsIn(words).every(known) ? words : '',
    );
    if (slotsIn(decided).every(known)) return decided.replace(/<([^|>]*)\|([^>]*)>/g, many ? '$2' : '$1');
  }
  return undefined;
};

/** Blanks as they should be after empty slots, and no blank before a comma. */
export const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,;،؛])/g, '$1')
    .trim();
