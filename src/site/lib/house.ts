/** The one slot through which the command line hands the open observatory to the site: see DESIGN §2. */
import type { IncomingMessage } from 'node:http';
import type { Showcase } from '../../publish/pages.ts';
import type { Audience } from '../../publish/types.ts';

export type House = {
  readonly showcase: Showcase;
  readonly audienceOf: (request: IncomingMessage) => Audience;
};

const SLOT = Symbol.for('marsad.house');

/** What the process put into the slot; undefined where the site was started without an observatory. */
export const openHouse = (): House | undefined => (globalThis as Record<symbol, unknown>)[SLOT] as House | undefined;
