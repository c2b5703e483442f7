/**
 * Why something happened: «shelled the town in retaliation for the attack», رداً على. A word of cause (causes.tsv) joins
 * what stands behind it to what it hangs on; a happening that is the subject of a harm caused it («shelling displaced»).
 * «After» alone says when, not why, and is no word of cause.
 */
import type { Claim } from '../../model/index.ts';
import { carrierOf, childrenBy, parentOf, relationOf, upFrom } from '../tree.ts';
import { type Draft, familyOf } from './draft.ts';
import { argumentsOfSignal } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Signal, Signals } from './signals.ts';

/** What a sentence names without telling it: «the attack», «these strikes». It was told before. */
export type Recalled = Pick<Draft, 'trigger' | 'type'>;
/** `behind`: told behind a word of cause, and so under the effect's own verb. */
export type CauseLink = { readonly effect: Draft; readonly cause: Draft | Recalled; readonly behind: boolean };

// From a word of cause to the happening that it leads to: a few words of who and whose stand between.
const REACH = 14;

/** The word that carries a trigger and hangs outside it. */
const wordOf = ({ tree }: Scene, { trigger }: Recalled): number | undefined => {
  for (let token = trigger.first; token < trigger.after; token++) {
    const word = carrierOf(tree, token);
    if (word === undefined) continue;
    const above = parentOf(tree, word);
    if (above === undefined) return word;
    const at = tree.words[above]!.token;
    if (at < trigger.first || at >= trigger.after) return word;
  }
  return undefined;
};

/** What the words of cause of a sentence join. */
export const causesIn = (
  scene: Scene,
  drafts: readonly Draft[],
  recalled: readonly Recalled[],
  markers: Signals['causes'],
): CauseLink[] => {
  const all = [...drafts, ...recalled.filter((each) => !drafts.some((d) => d.trigger.first === each.trigger.first))];
  const links: CauseLink[] = [];
  const add = (effect: Draft | Recalled | undefined, cause: Draft | Recalled | undefined, behind = false): void => {
    const draft = drafts.find((d) => d === effect);
    if (draft && cause && cause !== draft && !links.some((l) => l.effect === draft && l.cause === cause))
      links.push({ effect: draft, cause, behind });
  };
  for (const marker of markers) {
    if (marker.leads === 'ahead') {
      const taken = argumentsOfSignal(scene, marker);
      const among = (words: readonly number[]): Draft | Recalled | undefined =>
        all.find((each) => words.includes(wordOf(scene, each) ?? -1));
      const verb = carrierOf(scene.tree, marker.first);
      const led = [
        ...(taken?.object ?? []),
        ...(taken?.obliques.map((o) => o.word) ?? []),
        // «forced residents to flee»
        ...(verb === undefined ? [] : childrenBy(scene.tree, verb, 'xcomp', 'advcl')),
      ];
      add(among(led), among(taken?.subject ?? []));
      continue;
    }
    const cause = all
      .filter(({ trigger }) => trigger.first >= marker.after && trigger.first - marker.after <= REACH)
      .filter((each) => leadsTo(scene, marker, wordOf(scene, each)))
      .sort((a, b) => a.trigger.first - b.trigger.first)[0];
    if (cause) add(effectOf(scene, drafts, marker, cause), cause, true);
  }
  return links;
};

/** Whether a word stands under a word of cause: it, or a word that it hangs on, is what the marker leads to. */
const leadsTo = (scene: Scene, marker: Signal, word: number | undefined): boolean =>
  word !== undefined && underMarker(scene, marker, word) !== undefined;

const inMarker = ({ tree }: Scene, marker: Signal, word: number): boolean => {
  const { token } = tree.words[word]!;
  return token >= marker.first && token < marker.after;
};

/** The topmost word of the phrase that a marker opens, climbing from a word inside it. */
const underMarker = (scene: Scene, marker: Signal, word: number): number | undefined => {
  const { tree } = scene;
  let found: number | undefined;
  for (const up of upFrom(tree, word)) {
    const opened =
      inMarker(scene, marker, up) ||
      childrenBy(tree, up, 'case', 'mark', 'advmod', 'fixed').some(
        (child) =>
          inMarker(scene, marker, child) || childrenBy(tree, child, 'fixed').some((c) => inMarker(scene, marker, c)),
      );
    if (opened) found = up;
    else if (found !== undefined) break;
  }
  return found;
};

/** What a phrase of cause tells the cause of: the happening whose word it hangs on, else one that shares that verb, else the nearest. */
const effectOf = (
  scene: Scene,
  drafts: readonly Draft[],
  marker: Signal,
  cause: Draft | Recalled,
): Draft | undefined => {
  const { tree } = scene;
  const top = underMarker(scene, marker, wordOf(scene, cause)!)!;
  const inside = (draft: Draft): boolean => draft === cause || leadsTo(scene, marker, wordOf(scene, draft));
  const others = drafts.filter((draft) => !inside(draft));
  for (const up of upFrom(tree, top)) {
    if (up === top) continue;
    const own = others.find((draft) => wordOf(scene, draft) === up);
    if (own) return own;
    const sharing = others.filter((draft) => {
      const word = wordOf(scene, draft);
      return (
        word !== undefined && parentOf(tree, word) === up && /^(?:obj|obl|nsubj|xcomp)$/.test(relationOf(tree, word))
      );
    });
    if (sharing.length > 0) return sharing.findLast((d) => d.trigger.first < marker.first) ?? sharing[0];
  }
  const before = others.filter((draft) => draft.trigger.first < marker.first);
  return before.at(-1) ?? others.find((draft) => draft.trigger.first > cause.trigger.first);
};

/** «suspended talks because of its attacks»: what takes an effect out of the asserted leaves its cause as it was. */
export const settled = (drafts: readonly Draft[], links: readonly CauseLink[]): ReadonlyMap<Draft, Draft> =>
  new Map(
    drafts.map((draft) => {
      const own = links.find((link) => link.cause === draft && link.behind && link.effect.modality === draft.modality);
      const taken = own && /^(?:denied|cancelled|asserted)$/.test(draft.modality) && own.effect.status === draft.status;
      if (!taken) return [draft, draft] as const;
      const { status: _, ...rest } = draft;
      return [draft, { ...rest, modality: 'asserted' as const }] as const;
    }),
  );

/** Claims with their causes. What is only recalled is the last claim of its kind that was told before. */
export const withCauses = (
  claims: readonly Claim[],
  sentences: readonly { readonly causes: readonly CauseLink[] }[],
  idOf: ReadonlyMap<Draft, string>,
): Claim[] => {
  const causes = new Map<string, Set<string>>();
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const full = (claim: Claim): string => claim.same ?? claim.id;
  for (const { effect, cause } of sentences.flatMap((sentence) => sentence.causes)) {
    const id = idOf.get(effect);
    const own = idOf.get(cause as Draft);
    const told = own ? byId.get(own) : recalledBy(claims, cause);
    if (id === undefined || told === undefined || full(told) === id || told.id === id) continue;
    causes.set(id, (causes.get(id) ?? new Set()).add(full(told)));
  }
  return claims.map((claim) => {
    const own = [...(causes.get(claim.id) ?? [])].filter((id) => id !== full(claim));
    return own.length > 0 ? { ...claim, cause: own } : claim;
  });
};

/** The last claim before a word that names one of its kind: of the same type; an attack is of every kind of violence. */
const recalledBy = (claims: readonly Claim[], { trigger, type }: Recalled): Claim | undefined => {
  const before = claims.filter((claim) => claim.trigger.start < trigger.start && claim.modality === 'asserted');
  return (
    before.findLast((claim) => claim.type === type) ??
    (familyOf(type) === 'violence'
      ? before.findLast(
          (claim) =>
            familyOf(claim.type) === 'violence' && (type === 'violence.attack' || claim.type === 'violence.attack'),
        )
      : undefined)
  );
};
