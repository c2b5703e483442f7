/** Two spellings of one name: what the check of ids may overlook, and what not. */

/** The article and its assimilated forms, as GeoNames and the press write it: Al-, Ash , As-, ad … */
const ARTICLE = /^(?:al|ash|as|ar|an|at|ad|az|adh|ath|el)[ -]/;

/** Latin letters bare of marks, apostrophes, hyphens and the leading article. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(ARTICLE, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether one of `names` is the same spelling as `name`, marks and article apart. */
export const sameName = (name: string, names: readonly string[]): boolean => {
  const wanted = foldName(name);
  return names.some((other) => foldName(other) === wanted);
};
