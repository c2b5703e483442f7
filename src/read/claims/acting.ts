/** Who does something in a sentence. */
import type { Found } from '../mentions/index.ts';
import { isVerb } from '../tree.ts';
import type { Scene } from './scene.ts';

/** Subjects of a sentence's verbs, in order. */
export const actingIn = ({ tree, argumentsAt, mentionOf, lexicon }: Scene): Found[] =>
  tree.words.flatMap((word) => {
    if (!isVerb(word, lexicon.language)) return [];
    const subject = argumentsAt(word.token)?.subject ?? [];
    return subject.flatMap((each) => {
      const found = mentionOf(each);
      return found && (found.kind === 'actor' || found.kind === 'person') ? [found] : [];
    });
  });
