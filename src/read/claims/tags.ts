/** What the tree says of single tokens, for the signals. The tree is made when this is first asked. */
import { carrierOf, childrenBy, isVerb, relationOf } from '../tree.ts';
import type { Scene } from './scene.ts';
import type { TagAt } from './signals.ts';

/** What the tree calls a token. */
export const tagsOf =
  (scene: () => Scene): TagAt =>
  (token) => {
    const { tree, lexicon } = scene();
    const word = carrierOf(tree, token);
    const own = word === undefined ? undefined : tree.words[word]!;
    if (own === undefined) return 'x';
    // «displaced families», «armed men»: a participle that describes tells of nothing.
    if (own.xpos === 'VBN' && relationOf(tree, word!) === 'amod') return 'a';
    // «were redeployed»: the tagger takes a rare participle for an adjective, the parser knows its auxiliary.
    if (isVerb(own, lexicon.language) || childrenBy(tree, word!, 'aux:pass').length > 0) return 'v';
    return own.upos === 'NOUN' ? 'n' : own.upos === 'PROPN' ? 'p' : own.upos === 'ADJ' ? 'a' : 'x';
  };

/** The token of a verb's particle («pulled … out»). */
export const particlesOf =
  (scene: () => Scene) =>
  (token: number): number | undefined => {
    const { tree } = scene();
    const word = carrierOf(tree, token);
    const particle = word === undefined ? undefined : childrenBy(tree, word, 'compound:prt')[0];
    return particle === undefined ? undefined : tree.words[particle]!.token;
  };
