/** English words that are written as one: «don't» is do + n't, «Iran's» Iran + 's, as the treebanks cut them. */

const CONTRACTED = /(?:n['’´`]t|['’´`](?:s|m|re|ve|ll|d))$/iu;
const WHOLE = new Map<string, number>([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  // Left without their apostrophe.
  ...['do', 'did', 'does', 'is', 'was', 'are', 'could', 'would', 'should', 'have', 'has', 'had'].map(
    (verb): [string, number] => [`${verb}nt`, verb.length],
  ),
]);

/** Where in a written word the next one begins; nothing where it is a single word. */
export const englishCuts = (word: string): readonly number[] => {
  const cut = WHOLE.get(word.toLowerCase());
  if (cut !== undefined) return [cut];
  const end = CONTRACTED.exec(word);
  return end && end.index > 0 ? [end.index] : [];
};
