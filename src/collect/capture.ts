/** The world → Capture: a file or an address, as the bytes that it gave. */
import { type Net, openNet } from './fetch/net.ts';
import { type Captured, captureFile } from './files.ts';
import { type CollectSettings, collectSettings } from './settings.ts';
import { realWorld, SIZE_LIMIT, TIME_LIMIT, type World } from './world.ts';

export type CaptureOptions = {
  /** Name and version of the tool that collects: `marsad 0.1.0`. */
  readonly collector: string;
  readonly world?: World;
  readonly settings?: CollectSettings;
  /** Connections to use; without them, own ones are opened for this input. */
  readonly net?: Net;
  /** Largest input in bytes. */
  readonly sizeLimit?: number;
  /** Longest wait for an address, milliseconds. */
  readonly timeLimit?: number;
  /** Past robots.txt, because a person decided so. */
  readonly ignoreRobots?: boolean;
  /** Address that led to it. */
  readonly via?: string;
};

export const isAddress = (input: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(input);

/**
 * Fetches one input: an http(s) address, or the path of a file.
 * @throws Failure with one clear line: not-found, is-folder, empty, binary, too-large, bad-address, private-address,
 * unreachable, timeout, cut-off, redirects, robots, busy, gone, http-status, media-type, no-access.
 */
export const captureInput = async (input: string, options: CaptureOptions): Promise<Captured> => {
  const {
    collector,
    world = realWorld,
    settings = collectSettings(),
    sizeLimit = SIZE_LIMIT,
    timeLimit = TIME_LIMIT,
  } = options;
  if (!isAddress(input)) return captureFile(input, { collector: settings.collector ?? collector, world, sizeLimit });
  const net = options.net ?? openNet(collector, settings, world);
  try {
    const { ignoreRobots = false, via } = options;
    const fetched = await net.fetch(input, { sizeLimit, timeLimit, ignoreRobots, ...(via && { via }) });
    // Nothing newer was asked for, so nothing can be unchanged.
    if (fetched.unchanged) throw new Error(`${input} answered 304 to a plain request`);
    return { capture: fetched.capture, bytes: fetched.bytes };
  } finally {
    if (!options.net) net.close();
  }
};
