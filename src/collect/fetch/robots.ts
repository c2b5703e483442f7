/** What a site asks of robots, by RFC 9309: its robots.txt, read once a day. */
import robotsParser from 'robots-parser';
import type { World } from '../world.ts';

export type Rules = {
  readonly allows: (address: string) => boolean;
  /** Milliseconds that it wants between two requests. */
  readonly pause: number;
  readonly sitemaps: readonly string[];
};

type Parsed = {
  readonly isAllowed: (address: string, agent: string) => boolean | undefined;
  readonly getCrawlDelay: (agent: string) => number | undefined;
  readonly getSitemaps: () => readonly string[];
};
// Its types describe an ES module, and it is a CommonJS one: the default import is the function itself.
const parseRobots = robotsParser as unknown as (address: string, text: string) => Parsed;

export type RobotsFile = { readonly status: number; readonly text: string };

export type Robots = { readonly rulesFor: (address: URL) => Promise<Rules> };

/** RFC 9309 2.4: not longer than a day. */
const KEPT = 24 * 60 * 60 * 1000;
const ORIGINS_KEPT = 2000;
/** A site that wants more than this between two pages is asked that slowly all the same, not slower. */
const LONGEST_PAUSE = 30_000;

const OPEN: Rules = { allows: () => true, pause: 0, sitemaps: [] };
const CLOSED: Rules = { allows: () => false, pause: 0, sitemaps: [] };

const rulesOf = (origin: string, { status, text }: RobotsFile, agent: string): Rules => {
  // 2.3.1.3 and 2.3.1.4: nothing there means everything is allowed, a broken server means nothing is.
  if (status >= 500 || status === 429) return CLOSED;
  if (status < 200 || status >= 300) return OPEN;
  const robots = parseRobots(`${origin}/robots.txt`, text);
  return {
    allows: (address) => robots.isAllowed(address, agent) !== false,
    pause: Math.min((robots.getCrawlDelay(agent) ?? 0) * 1000, LONGEST_PAUSE),
    sitemaps: robots.getSitemaps().slice(0, 20),
  };
};

/**
 * @param agent name by which robots.txt speaks of us: `marsad`
 * @param get fetches a robots.txt; its failure is the site's silence, and closes it until it is asked again
 */
export const openRobots = (
  agent: string,
  get: (address: string) => Promise<RobotsFile>,
  { now }: Pick<World, 'now'>,
): Robots => {
  const known = new Map<string, { readonly at: number; readonly rules: Promise<Rules> }>();
  return {
    rulesFor: ({ origin }) => {
      const at = now().getTime();
      const held = known.get(origin);
      if (held && at - held.at < KEPT) return held.rules;
      if (known.size >= ORIGINS_KEPT) known.delete(known.keys().next().value ?? '');
      const rules = get(`${origin}/robots.txt`).then((file) => rulesOf(origin, file, agent));
      known.set(origin, { at, rules });
      // A site that could not be reached is asked again the next time.
      rules.catch(() => known.delete(origin));
      return rules;
    },
  };
};
