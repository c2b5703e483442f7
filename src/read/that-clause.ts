/**
 * «the claim that guards had shot»: a clause that says what its noun tells. Parsers take it for a description of the noun
 * as often as not, with «that» for the object of its verb.
 */
import { childrenBy, relationOf, type Tree } from './tree.ts';

// What is done to tidings themselves: «the report that the agency carried».
const GAP =
  /^(?:make|issue|publish|carry|release|receive|cite|quote|dismiss|deny|reject|circulate|spread|hear|see|read|write|submit|file|post|share|broadcast|air|give|get|have|call|describe|repeat|spark|raise|send|produce|compile|obtain)$/;

/** Whether a clause under a noun is the content of that noun; asked of nouns of telling alone. */
export const isContentClause = (tree: Tree, clause: number): boolean => {
  if (relationOf(tree, clause) !== 'acl' && relationOf(tree, clause) !== 'ccomp') return false;
  const that = tree.children[clause]!.find((c) => c < clause && tree.words[c]!.form.toLowerCase() === 'that');
  if (that === undefined) return false;
  const relation = relationOf(tree, that);
  if (relation === 'mark') return true;
  const subjects = childrenBy(tree, clause, 'nsubj').filter((c) => c !== that);
  if (relation === 'nsubj' || subjects.length === 0) return false;
  const objects = childrenBy(tree, clause, 'obj').filter((c) => c !== that);
  return objects.length > 0 || !GAP.test(tree.words[clause]!.lemma);
};
