/**
 * How sure a claim is: a logistic model over what is seen of it, fitted to the annotated reports by
 * `npm run evaluate -- --reliability --fit`, so that of claims marked 0.8 about four in five are right.
 */
import type { Claim, PartKind } from '../../model/index.ts';

export type Evidence = {
  readonly claim: Omit<Claim, 'confidence'>;
  readonly part: PartKind;
  /** Whether the report names an armed actor that the data know. */
  readonly knownForces: boolean;
};

/** What the model looks at, each 0 or 1. */
export const FEATURES = {
  /** A word of change with a noun of posture. */
  posture: ({ claim }: Evidence) => claim.rule.startsWith('posture/'),
  judgement: ({ claim }: Evidence) => claim.rule.startsWith('judgements/'),
  harm: ({ claim }: Evidence) => claim.rule.startsWith('harm/'),
  politics: ({ claim }: Evidence) => claim.type.startsWith('politics.'),
  violence: ({ claim }: Evidence) => claim.type.startsWith('violence.'),
  agent: ({ claim }: Evidence) => claim.agents.length > 0,
  target: ({ claim }: Evidence) => claim.targets.length > 0,
  placeInClause: ({ claim }: Evidence) => claim.placesFrom === 'clause',
  toll: ({ claim }: Evidence) => claim.toll.length > 0,
  speaker: ({ claim }: Evidence) => claim.speakers.length > 0,
  asserted: ({ claim }: Evidence) => claim.modality === 'asserted',
  headline: ({ part }: Evidence) => part !== 'body',
  knownForces: ({ knownForces }: Evidence) => knownForces,
} as const satisfies Record<string, (evidence: Evidence) => boolean>;

export type Weights = { readonly bias: number } & Readonly<Record<keyof typeof FEATURES, number>>;

/** Printed by `--reliability --fit`; nothing here is set by hand. */
export const WEIGHTS: Weights = {
  bias: -1.86,
  posture: -0.78,
  judgement: 0.55,
  harm: -0.12,
  politics: 0.37,
  violence: 0.46,
  agent: 0.37,
  target: 0.63,
  placeInClause: 0.15,
  toll: -0.11,
  speaker: -0.12,
  asserted: 0.55,
  headline: -0.54,
  knownForces: 2.27,
};

export const namesOfFeatures = Object.keys(FEATURES) as readonly (keyof typeof FEATURES)[];

/** Chance that the claim is right, 0.05 to 0.95, in hundredths. */
export const confidenceOf = (evidence: Evidence, weights: Weights = WEIGHTS): number => {
  const sum = namesOfFeatures.reduce((all, name) => all + (FEATURES[name](evidence) ? weights[name] : 0), weights.bias);
  const chance = 1 / (1 + Math.exp(-sum));
  return Math.round(Math.min(0.95, Math.max(0.05, chance)) * 100) / 100;
};
