/** A map in words: its title, what it marks, and what it does not claim. */
import type { Language } from '../../model/index.ts';
import { words } from '../words/index.ts';
import type { Site } from './sites.ts';

export type MapWords = {
  readonly title: (sites: readonly Site[]) => string;
  /** The whole map as text, for those who do not see it. */
  readonly all: (sites: readonly Site[]) => string;
  readonly km: (km: number) => string;
};

/** How many places the words list before «and more». */
const LISTED = 12;

const distinct = (sites: readonly Site[]): string[] => [...new Set(sites.map((site) => site.name))];

export const mapWords: Readonly<Record<Language, MapWords>> = {
  en: {
    title: (sites) => {
      const names = distinct(sites);
      return `Map: ${names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : words.en.and(names)}`;
    },
    all: (sites) => {
      const listed = sites.slice(0, LISTED).map((site) => {
        const ring = site.km > 0 && site.precision !== 'country' ? ', drawn as an area' : '';
        const coarse = site.coarsened ? ', shown less exactly than it is known' : '';
        return `${site.name} (${words.en.precision[site.precision]}${ring}${coarse})`;
      });
      const more = sites.length > LISTED ? `; and ${sites.length - LISTED} more` : '';
      return `The map shows ${listed.join('; ')}${more}. Borders are those of Natural Earth; some are disputed, and drawing them takes no side.`;
    },
    km: (km) => `${words.en.number(km)} km`,
  },
  ar: {
    title: (sites) => {
      const names = distinct(sites);
      return `خريطة: ${names.length > 3 ? `${words.ar.and(names.slice(0, 3))} وغيرها` : words.ar.and(names)}`;
    },
    all: (sites) => {
      const listed = sites.slice(0, LISTED).map((site) => {
        const ring = site.km > 0 && site.precision !== 'country' ? '، مرسوم كمساحة' : '';
        const coarse = site.coarsened ? '، بدقة أقل مما هو معروف' : '';
        return `${site.name} (${words.ar.precision[site.precision]}${ring}${coarse})`;
      });
      const more = sites.length > LISTED ? `؛ و${words.ar.count('place', sites.length - LISTED)} غيرها` : '';
      return `تُظهر الخريطة: ${listed.join('؛ ')}${more}. الحدود كما ترسمها Natural Earth، وبعضها متنازع عليه، ورسمها ليس انحيازاً لطرف.`;
    },
    // Isolated right to left: the drawing itself runs left to right.
    km: (km) => `\u2067${words.ar.number(km)} كم\u2069`,
  },
};
