/** Whose turn it is: one request at a time for each host, with a pause between them, and not too many hosts at once. */
import type { World } from '../world.ts';

export type Hosts = {
  /**
   * Runs `act` when it is this host's turn.
   * @param pause milliseconds from the end of this request to the next of the same host
   */
  readonly turn: <T>(host: string, act: () => Promise<T>, pause?: number) => Promise<T>;
  /** Leaves a host alone for so many milliseconds: it said that it is busy. */
  readonly rest: (host: string, time: number) => void;
};

export type HostLimits = {
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** Hosts asked at the same time. */
  readonly atOnce: number;
};

/** One page a second is what a reader who clicks quickly asks for. */
export const HOST_LIMITS: HostLimits = { pause: 1000, atOnce: 8 };

/** Nobody waits longer than this within one run; the next poll comes later. */
const LONGEST_REST = 60_000;

type Queue = { last: Promise<unknown>; next: number; waiting: number };

export const openHosts = ({ now, wait }: Pick<World, 'now' | 'wait'>, limits: HostLimits = HOST_LIMITS): Hosts => {
  const queues = new Map<string, Queue>();
  const line: (() => void)[] = [];
  let busy = 0;
  const enter = async (): Promise<void> => {
    if (busy < limits.atOnce) busy += 1;
    // Whoever leaves hands the place over.
    else await new Promise<void>((resolve) => line.push(resolve));
  };
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else busy -= 1;
  };
  const queueOf = (host: string): Queue => {
    const queue = queues.get(host) ?? { last: Promise.resolve(), next: 0, waiting: 0 };
    queues.set(host, queue);
    return queue;
  };
  /** Hosts that were asked long ago are forgotten. */
  const tidy = (): void => {
    const at = now().getTime();
    for (const [host, queue] of queues) if (queue.waiting === 0 && queue.next <= at) queues.delete(host);
  };
  return {
    turn: (host, act, pause = limits.pause) => {
      const queue = queueOf(host);
      queue.waiting += 1;
      const run = async () => {
        const early = queue.next - now().getTime();
        if (early > 0) await wait(Math.min(early, LONGEST_REST));
        await enter();
        try {
          return await act();
        } finally {
          leave();
          queue.waiting -= 1;
          queue.next = Math.max(queue.next, now().getTime() + pause);
          if (queues.size > 1000) tidy();
        }
      };
      const result = queue.last.then(run, run);
      queue.last = result.catch(() => undefined);
      return result;
    },
    rest: (host, time) => {
      const queue = queueOf(host);
      queue.next = Math.max(queue.next, now().getTime() + Math.min(time, LONGEST_REST));
    },
  };
};
