/** What an import took, and what it left, by reason: nothing is skipped in silence. */
export type ImportCount = { readonly reason: string; readonly count: number };

export type Tally = {
  readonly skip: (reason: string) => void;
  readonly skipped: () => readonly ImportCount[];
};

export const createTally = (): Tally => {
  const counts = new Map<string, number>();
  return {
    skip: (reason) => {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    },
    skipped: () => [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
  };
};
