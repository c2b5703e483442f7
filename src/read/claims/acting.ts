/** Who does something in a sentence. */
import type { Found } from '../mentions/index.ts';
import { isVerb } from '../tree.ts';
import type { Scene } from './scene.ts';
import { subjectOf } from './subjects.ts';

/** Subjects of a sentence's verbs, in order. */
export const actingIn = (scene: Scene): Found[] => {
  const { tree, argumentsAt, mentionOf, lexicon } = scene;
  return tree.words.flatMap((word) => {
    if (!isVerb(word, lexicon.language)) return [];
    const told = lexicon.language === 'ar' ? subjectOf(scene, word.token, '') : [];
    if (told.length > 0) return told.filter((m) => m.kind === 'actor' || m.kind === 'person');
    const subject = argumentsAt(word.token)?.subject ?? [];
    return subject.flatMap((each) => {
      const found = mentionOf(each);
      return found && (found.kind === 'actor' || found.kind === 'person') ? [found] : [];
    });
  });
};
