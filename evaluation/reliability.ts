/**
 * `npm run evaluate -- --reliability [--fit]`: what the confidence of claims is worth on the open reports. Of claims
 * marked 0.8 four in five should be right; a claim is right where a person has it with an acceptable type.
 */
import type { Reading } from '../src/model/index.ts';
import {
  ARMED_KINDS,
  confidenceOf,
  type Evidence,
  FEATURES,
  namesOfFeatures,
  type Weights,
} from '../src/read/index.ts';
import { type Annotated, markedOf } from './annotate/index.ts';
import { acceptable, claimPairs } from './score/reports/index.ts';
import type { Context } from './set.ts';

export type Judged = { readonly report: string; readonly evidence: Evidence; readonly right: boolean };

/** Every claim that the reader makes of the reports, with whether it is right. */
export const judgedIn = (reports: readonly Annotated[], { read, actorKind }: Context): Judged[] =>
  reports.flatMap((gold) => {
    const { name, text, given } = gold;
    const reading: Reading = read({ id: name, text, ...(given !== undefined && { date: given }) });
    const found = markedOf(reading);
    const pairs = claimPairs(gold.claims, found.claims);
    const knownForces = reading.mentions.some(
      ({ actor }) => actor !== undefined && ARMED_KINDS.has(actorKind(actor) ?? ''),
    );
    return reading.claims.map((claim, at): Judged => {
      const pair = pairs.find(([, other]) => other === at);
      const part = reading.report.parts.findLast(({ start }) => start <= claim.trigger.start)!.kind;
      const right = pair !== undefined && acceptable(gold.claims[pair[0]]!, claim.type);
      return { report: name, evidence: { claim, part, knownForces }, right };
    });
  });

// Few claims and thirteen features: weights are held small, so that none rests on a handful of claims.
const RIDGE = 1;
const STEPS = 3000;
const RATE = 0.5;

/** Logistic regression by plain gradient descent from zero: the same claims give the same weights. */
export const fitted = (judged: readonly Judged[]): Weights => {
  const rows = judged.map(({ evidence, right }) => ({
    on: namesOfFeatures.filter((name) => FEATURES[name](evidence)),
    right: right ? 1 : 0,
  }));
  const weights: Record<string, number> = { bias: 0, ...Object.fromEntries(namesOfFeatures.map((name) => [name, 0])) };
  for (let step = 0; step < STEPS; step += 1) {
    const slope: Record<string, number> = Object.fromEntries(
      Object.entries(weights).map(([name, weight]) => [name, name === 'bias' ? 0 : RIDGE * weight]),
    );
    for (const { on, right } of rows) {
      const sum = on.reduce((all, name) => all + weights[name]!, weights.bias!);
      const miss = 1 / (1 + Math.exp(-sum)) - right;
      slope.bias = slope.bias! + miss;
      for (const name of on) slope[name] = slope[name]! + miss;
    }
    for (const name of Object.keys(weights)) weights[name] = weights[name]! - (RATE * slope[name]!) / rows.length;
  }
  return Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 100) / 100]),
  ) as Weights;
};

const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** A Markdown table: by bin, how many claims, the mean of what they were marked, and how many of them were right. */
export const tableOfReliability = (judged: readonly { readonly chance: number; readonly right: boolean }[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = BINS.slice(1).flatMap((to, i) => {
    const from = BINS[i]!;
    const own = judged.filter(({ chance }) => chance >= from && (chance < to || to === 1));
    if (own.length === 0) return [];
    const mean = own.reduce((sum, { chance }) => sum + chance, 0) / own.length;
    const right = own.filter((each) => each.right).length / own.length;
    return [line([`${from}–${to}`, String(own.length), mean.toFixed(2), right.toFixed(2)])];
  });
  return [line(['confidence', 'claims', 'mean', 'right']), line(['---', '---', '---', '---']), ...rows].join('\n');
};

/** Each report marked by weights that were fitted to the others: what the marks are worth on text that they have not seen. */
export const leftOut = (judged: readonly Judged[]): { readonly chance: number; readonly right: boolean }[] => {
  const names = [...new Set(judged.map(({ report }) => report))];
  return names.flatMap((name) => {
    const weights = fitted(judged.filter(({ report }) => report !== name));
    return judged
      .filter(({ report }) => report === name)
      .map(({ evidence, right }) => ({ chance: confidenceOf(evidence, weights), right }));
  });
};
