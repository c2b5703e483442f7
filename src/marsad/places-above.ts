/** What lies in what, out of the reader's data, as the store's lists by place need it. */
import { gateKnowledge } from '../load/index.ts';
import type { ReaderData } from '../read/index.ts';

export const placesOf = (data: ReaderData) => {
  const { placeAbove } = gateKnowledge(data, [], false);
  const wider = ['district', 'province', 'country'] as const;
  return {
    above: (id: string) => wider.flatMap((precision) => placeAbove(id, precision)?.id ?? []),
    key: data.hash,
  };
};
