/** Where the observatory's data lie, and what to say while they are first made. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { collectSettings, type Observatory, type ObservatoryOptions, openObservatory } from '../marsad/index.ts';
import { warn } from './output.ts';

/** `$MARSAD_HOME`, else `marsad-data` in the working folder. */
export const homeOf = (environment: NodeJS.ProcessEnv = process.env): string =>
  resolve(environment.MARSAD_HOME || 'marsad-data');

/** The store of this environment. PGlite's first start takes seconds, and a silent program looks hung. */
export const openHome = (options: Pick<ObservatoryOptions, 'demo'> = {}): Promise<Observatory> => {
  const home = homeOf();
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl && !existsSync(join(home, 'db')))
    warn(`making a new store in ${home}; this takes some seconds, once.`);
  return openObservatory({
    home,
    ...(databaseUrl && { databaseUrl }),
    collect: collectSettings(process.env),
    ...options,
  });
};
