/** The parser's part of training: tags as the parser will meet them, and the right tags and trees beside them. */
import { jackknifeTags, type TagOptions, trainParser, type UdSentence } from '../../src/language/index.ts';
import type { Language } from '../../src/model/index.ts';

// A small treebank spares little for each part that is left out, so that its parts are smaller.
const FOLDS = { few: 4, many: 10, fewFrom: 5_000 } as const;

/** Bytes of a parser's model. `told` hears of each pass. */
export const learnTrees = (
  language: Language,
  sentences: readonly UdSentence[],
  options: Partial<TagOptions>,
  told: (line: string) => void,
): Uint8Array => {
  const tagged = jackknifeTags(sentences, sentences.length < FOLDS.fewFrom ? FOLDS.many : FOLDS.few, options);
  const examples = sentences.map(({ words }, at) =>
    words.map(({ form, upos = 'X', xpos = '', head = 0, deprel = 'dep' }, i) => {
      const guessed = tagged[at]!.words[i]!;
      return {
        form,
        upos: guessed.upos ?? 'X',
        xpos: guessed.xpos ?? '',
        head,
        relation: deprel,
        goldUpos: upos,
        goldXpos: xpos,
      };
    }),
  );
  return trainParser(language, examples, (network, epoch, loss) =>
    told(`network ${network}, pass ${epoch}: mean loss ${loss.toFixed(3)}`),
  );
};
