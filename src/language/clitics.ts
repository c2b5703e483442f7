/**
 * Arabic words as written join conjunctions, prepositions and the article to the word that follows. A word may be
 * read in more than one way (وزير is «minister», not «and» + زير), so all ways are offered, the fullest first,
 * and the tables decide.
 */

export type Reading = {
  /** Folded form without the clitics. */
  readonly norm: string;
  /** How many letters of the folded form were taken off in front. */
  readonly cut: number;
  /** Joined words in front: و ف ب ل ك س. */
  readonly clitics: string;
};

export const CONJUNCTIONS = 'وف';
export const PREPOSITIONS = 'بلك';

/** All readings of a folded Arabic word, the unsplit one first. The article stays with its word. */
export const cliticReadings = (norm: string): Reading[] => {
  const readings: Reading[] = [{ norm, cut: 0, clitics: '' }];
  const add = (rest: string, cut: number, clitics: string): void => {
    if (rest.length >= 2) readings.push({ norm: rest, cut, clitics });
  };
  const prepositions = (rest: string, cut: number, clitics: string): void => {
    // لل is ل + ال with the alef unwritten.
    if (rest.startsWith('لل')) add(`ا${rest.slice(1)}`, cut + 1, `${clitics}ل`);
    if (PREPOSITIONS.includes(rest.charAt(0))) add(rest.slice(1), cut + 1, clitics + rest.charAt(0));
    if (rest.startsWith('س') && 'يتنا'.includes(rest.charAt(1))) add(rest.slice(1), cut + 1, `${clitics}س`);
  };
  prepositions(norm, 0, '');
  if (CONJUNCTIONS.includes(norm.charAt(0))) {
    add(norm.slice(1), 1, norm.charAt(0));
    prepositions(norm.slice(1), 1, norm.charAt(0));
  }
  return readings;
};
