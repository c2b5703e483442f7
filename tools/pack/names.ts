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

/** Where Arabic is the language of the state: all of GeoNames' spellings are kept there, in both scripts. */
const ARAB = new Set('AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE'.split(' '));
/** Where the press writes names in Latin letters in more than one way. */
const SPELT_VARIOUSLY = new Set([...ARAB, 'AF', 'AZ', 'ET', 'ER', 'GE', 'IL', 'IR', 'PK', 'SS', 'TD', 'TR', 'UA']);
/** People from which on a town far away has a name in Arabic news. */
const KNOWN_ABROAD = 50_000;

// Letters of Persian, Urdu and Kurdish that Arabic news do not write.
const ARABIC = /^[\u0621-\u063a\u0641-\u064a\s-]+$/;
const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}\s’‘'ʼ`-]+$/u;

/** Other spellings of a town that GeoNames lists and news may write. GeoNames says of none of them which language it is. */
export const spellingsOf = (city: {
  readonly spellings: readonly string[];
  readonly country: string;
  readonly population: number;
}): readonly string[] => {
  const arabic = ARAB.has(city.country) || city.population >= KNOWN_ABROAD;
  const latin = SPELT_VARIOUSLY.has(city.country);
  return city.spellings.filter(
    (name) =>
      name.length > 2 &&
      name === name.trim() &&
      !/\s\s/.test(name) &&
      ((arabic && ARABIC.test(name)) || (latin && LATIN.test(name) && name !== name.toUpperCase())),
  );
};
