/** What others can bear witness to about a capture: a time-stamping authority, and a browser's picture of the page. */
import { Failure } from '../model/index.ts';
import type { Net } from './fetch/net.ts';
import type { Captured } from './files.ts';
import { pictureOf } from './picture.ts';
import type { CollectSettings } from './settings.ts';
import { timestampOf } from './timestamp.ts';
import type { World } from './world.ts';

type Witnesses = {
  readonly settings: CollectSettings;
  readonly world: World;
  readonly net: Net;
  /** Keeps the picture, which is a capture of its own. */
  readonly keep: (capture: Captured['capture'], bytes: Uint8Array) => Promise<void>;
};

/**
 * The capture with what was configured: a picture, a time stamp. A witness that fails is no reason to lose the page; the
 * capture says by its absence that there is none.
 */
export const witnessed = async (captured: Captured, { settings, world, net, keep }: Witnesses): Promise<Captured> => {
  const { capture, bytes } = captured;
  const web = /^https?:/.test(capture.address);
  const passing = <T>(made: Promise<T>): Promise<T | undefined> =>
    made.catch((error: unknown) => {
      if (error instanceof Failure) return undefined;
      throw error;
    });
  const [picture, stamp] = await Promise.all([
    settings.pictures && web && capture.mediaType.includes('html')
      ? passing(pictureOf(capture, net, world))
      : undefined,
    settings.timestamps ? passing(timestampOf(capture.id, settings.timestamps, net, world)) : undefined,
  ]);
  if (picture) await keep(picture.capture, picture.bytes);
  return {
    capture: {
      ...capture,
      ...(picture && { picture: picture.capture.id }),
      ...(stamp && { timestamps: [stamp] }),
    },
    bytes,
  };
};
