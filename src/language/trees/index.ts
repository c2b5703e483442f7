/** Tagged words → dependency trees, by a model that `learn/trees` makes. Knows no language and no conflict. */
export type { TaggedWord } from './features.ts';
export { createParser, type Parser, type Tree } from './parser.ts';
