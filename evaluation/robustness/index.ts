/** Reports rewritten, read again: do the claims follow? And do the two languages tell the same of the same news? */
import type { Report } from '../../src/model/index.ts';
import type { ReaderData } from '../../src/read/index.ts';
import { type Annotated, markedOf, type Vocabulary } from '../annotate/index.ts';
import type { Context } from '../set.ts';
import { type Followed, follow } from './follow.ts';
import { SWAPS, type Swap, variantsOf } from './swaps.ts';

export { SWAPS, type Swap, variantsOf } from './swaps.ts';

export type Robustness = {
  readonly swaps: Readonly<Record<Swap, Followed>>;
  /** Of the claims of either twin, how many have one of the same type in the other. */
  readonly twins: Followed;
};

const sum = (parts: readonly Followed[]): Followed => ({
  claims: parts.reduce((all, { claims }) => all + claims, 0),
  followed: parts.reduce((all, { followed }) => all + followed, 0),
  lost: parts.flatMap(({ lost }) => lost),
});

const reportOf = ({ name, given }: Annotated, text: string): Report => ({
  id: name,
  text,
  ...(given !== undefined && { date: given }),
});

/** Reports like the one that the design grew from: who stands where, in what strength, under whose command. */
export const isOfSeedKind = ({ countries, claims }: Annotated): boolean =>
  countries.includes('SY') && claims.filter(({ type }) => type.startsWith('posture.')).length * 2 >= claims.length;

const twinsOf = (reports: readonly Annotated[], { read }: Context): Followed =>
  sum(
    reports.flatMap((report) => {
      const twin = reports.find(({ name }) => name === report.twin);
      if (twin === undefined) return [];
      const own = read(reportOf(report, report.text)).claims;
      const left = read(reportOf(twin, twin.text)).claims.map(({ type }) => type);
      const lost = own.flatMap(({ type, trigger }) => {
        const at = left.indexOf(type);
        if (at !== -1) left.splice(at, 1);
        return at === -1 ? [`${report.name}, twin: ${type} «${report.text.slice(trigger.start, trigger.end)}»`] : [];
      });
      return [{ claims: own.length, followed: own.length - lost.length, lost }];
    }),
  );

/** Reads every variant of the reports. Pure but for the reader that it is given. */
export const robustnessOf = (
  reports: readonly Annotated[],
  context: Context,
  data: ReaderData,
  vocabulary: Vocabulary,
): Robustness => {
  const tried = reports.flatMap((report) => {
    const before = markedOf(context.read(reportOf(report, report.text)));
    return variantsOf(report, data, vocabulary).map((variant) => {
      const after = markedOf(context.read(reportOf(report, variant.text)));
      return { swap: variant.swap, followed: follow(report, before, after, variant) };
    });
  });
  const of = (swap: Swap): Followed => sum(tried.filter((each) => each.swap === swap).map(({ followed }) => followed));
  return {
    swaps: Object.fromEntries(SWAPS.map((swap) => [swap, of(swap)])) as Record<Swap, Followed>,
    twins: twinsOf(reports, context),
  };
};

/** Of two sets of reports, no report in both. */
export const together = (a: Robustness, b: Robustness): Robustness => ({
  swaps: Object.fromEntries(SWAPS.map((swap) => [swap, sum([a.swaps[swap], b.swaps[swap]])])) as Record<Swap, Followed>,
  twins: sum([a.twins, b.twins]),
});

/** As a Markdown table. */
export const tableOfRobustness = ({ swaps, twins }: Robustness): string =>
  [
    '| exchanged | claims | followed | share |',
    '| --- | --- | --- | --- |',
    ...[...SWAPS.map((swap) => [swap, swaps[swap]] as const), ['the language (twins, by type)', twins] as const].map(
      ([name, { claims, followed }]) =>
        `| ${name} | ${claims} | ${followed} | ${claims === 0 ? '' : ((followed / claims) * 100).toFixed(1)} |`,
    ),
  ].join('\n');
