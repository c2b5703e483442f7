/** A map in words: its title, what it marks, and what it does not claim. */
import type { Language } from '../../model/index.ts';
import { words } from '../words/index.ts';
import type { Site } from './sites.ts';

export type MapWords = {
  readonly title: (sites: readonly Site[]) => string;
  /** The whole map as text, for those who do not see it; and what is told of but lies outside its edges. */
  readonly all: (sites: readonly Site[], outside: readonly Site[]) => string;
  readonly km: (km: number) => string;
};

/** How many places the words list before «and more»: a longer list is read by nobody, and the page's text names them all. */
const LISTED = 5;

/** A town, district, province or country says by its own name how exactly it is known; the caption says so once. */
const plain = ({ precision }: Site): boolean => ['town', 'district', 'province', 'country'].includes(precision);

const distinct = (sites: readonly Site[]): string[] => [...new Set(sites.map((site) => site.name))];

const outsideOf = (sites: readonly Site[], say: (names: readonly string[], more: number) => string): string => {
  const names = distinct(sites);
  return names.length === 0 ? '' : say(names.slice(0, LISTED), Math.max(0, names.length - LISTED));
};

export const mapWords: Readonly<Record<Language, MapWords>> = {
  en: {
    title: (sites) => {
      const names = distinct(sites);
      return `Map: ${names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : words.en.and(names)}`;
    },
    all: (sites, outside) => {
      const listed = sites.slice(0, LISTED).map((site) => {
        const notes = [
          ...(plain(site) ? [] : [words.en.precision[site.precision]]),
          ...(site.coarsened ? ['shown less exactly than it is known'] : []),
        ];
        return notes.length > 0 ? `${site.name} (${notes.join(', ')})` : site.name;
      });
      const more = sites.length > LISTED ? `; and ${sites.length - LISTED} more` : '';
      return `The map shows ${listed.join('; ')}${more}.${outsideOf(outside, (names, more) => ` Outside it: ${words.en.and([...names, ...(more > 0 ? [`${more} more`] : [])])}.`)} A name means somewhere within the place; a ring is the area it may lie in. Borders are those of Natural Earth; some are disputed, and drawing them takes no side.`;
    },
    km: (km) => `${words.en.number(km)} km`,
  },
  ar: {
    title: (sites) => {
      const names = distinct(sites);
      return `خريطة: ${names.length > 3 ? `${words.ar.and(names.slice(0, 3))} وغيرها` : words.ar.and(names)}`;
    },
    all: (sites, outside) => {
      const listed = sites.slice(0, LISTED).map((site) => {
        const notes = [
          ...(plain(site) ? [] : [words.ar.precision[site.precision]]),
          ...(site.coarsened ? ['بدقة أقل مما هو معروف'] : []),
        ];
        return notes.length > 0 ? `${site.name} (${notes.join('، ')})` : site.name;
      });
      const more = sites.length > LISTED ? `؛ و${words.ar.count('place', sites.length - LISTED)} غيرها` : '';
      return `تُظهر الخريطة: ${listed.join('؛ ')}${more}.${outsideOf(outside, (names, more) => ` خارجها: ${words.ar.and([...names, ...(more > 0 ? [`${words.ar.count('place', more)} غيرها`] : [])])}.`)} الاسم يعني مكاناً ما داخله، والدائرة هي المساحة التي قد يقع فيها. الحدود كما ترسمها Natural Earth، وبعضها متنازع عليه، ورسمها ليس انحيازاً لطرف.`;
    },
    // Isolated right to left: the drawing itself runs left to right.
    km: (km) => `\u2067${words.ar.number(km)} كم\u2069`,
  },
};
