/** Names of actors, persons, places and facilities as the public may read them. */
import type { Language } from '../../model/index.ts';
import type { GateKnowledge, Name, PublicActor } from '../types.ts';
import type { Veil } from './veil.ts';

type LooseName = { readonly en?: string | undefined; readonly ar?: string | undefined };

/** A name without keys that hold nothing. */
export const nameOf = (name: LooseName): Name => ({
  ...(name.en ? { en: name.en } : {}),
  ...(name.ar ? { ar: name.ar } : {}),
});

export const nameIn = (language: Language, text: string): Name => ({ [language]: text });

export const namesOf = (name: LooseName): string[] => [name.en, name.ar].filter((one): one is string => Boolean(one));

/** What a private person is called where the report gives no role. */
export const SOMEBODY: Name = { en: 'a person', ar: 'شخص' };

/** Script decides the language of words that carry none. */
export const languageOf = (words: string): Language => (/\p{Script=Arabic}/u.test(words) ? 'ar' : 'en');

/** The role of a private person: the head noun, in its own language. */
export const roleOf = (head: string | undefined): Name => (head ? nameIn(languageOf(head), head) : SOMEBODY);

export const cleanName = (name: LooseName, veil: Veil, which?: 'names'): Name =>
  nameOf({
    en: name.en === undefined ? undefined : veil.clean(name.en, which),
    ar: name.ar === undefined ? undefined : veil.clean(name.ar, which),
  });

/** A known actor keeps its id and full name; words of one are looked for as whole names only. */
export const knownActor = (id: string, knowledge: GateKnowledge, veil: Veil): PublicActor | undefined => {
  const name = knowledge.actorName(id);
  return name && { id, name: cleanName(name, veil, 'names') };
};
