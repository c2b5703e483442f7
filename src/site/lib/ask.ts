/** What an address asks of a page over many records, and addresses that ask the same with a difference. */
import type { Modality } from '../../model/index.ts';
import type { Ask } from '../../publish/pages.ts';
import { terms } from './terms.ts';

/** What was asked, and the values that nothing can be asked by: they are told, and left out. */
export type Asked = {
  readonly ask: Ask;
  readonly wrong: readonly { readonly kind: 'day' | 'value'; readonly value: string }[];
};

/** Names in the address, and in forms. */
const KEYS = ['q', 'type', 'actor', 'place', 'modality', 'from', 'to', 'page'] as const;
const LONGEST = 200;

/** A day of the calendar, as a date field gives it. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const isModality = (text: string): text is Modality => Object.hasOwn(terms.en.modality, text);

/**
 * Reads an address. Ids that nobody knows find nothing and are no mistake.
 * A page number that is none becomes 0, which no list has.
 */
export const askOf = (search: URLSearchParams): Asked => {
  const wrong: { kind: 'day' | 'value'; value: string }[] = [];
  const given = (key: (typeof KEYS)[number]): string | undefined =>
    search.get(key)?.trim().slice(0, LONGEST).replaceAll('\u0000', '') || undefined;
  const day = (key: 'from' | 'to'): string | undefined => {
    const value = given(key);
    if (value === undefined || isDay(value)) return value;
    wrong.push({ kind: 'day', value });
    return undefined;
  };
  const told = given('modality');
  const modality = told !== undefined && isModality(told) ? told : undefined;
  if (told !== undefined && modality === undefined) wrong.push({ kind: 'value', value: told });
  const page = given('page');
  const values = {
    text: given('q'),
    type: given('type'),
    actor: given('actor'),
    place: given('place'),
    modality,
    from: day('from'),
    to: day('to'),
    page: page === undefined ? undefined : /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 0,
  };
  return { ask: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)), wrong };
};

/** The part of an address that asks: `?type=violence&page=2`, or nothing. */
export const queryOf = ({ text, page, ...ask }: Ask): string => {
  const search = new URLSearchParams();
  const values: Record<string, unknown> = { q: text, ...ask, page: page === 1 ? undefined : page };
  for (const key of KEYS) if (values[key] !== undefined) search.set(key, String(values[key]));
  // Colons and the like are fit for an address as they are, and are easier read.
  const query = search.toString().replaceAll('%3A', ':');
  return query === '' ? '' : `?${query}`;
};

/** Whether anything but the page is asked. */
export const narrows = ({ page: _page, ...ask }: Ask): boolean => Object.keys(ask).length > 0;
