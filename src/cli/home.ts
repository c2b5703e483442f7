/** Where the observatory's data lie, and what to say while they are first made. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Observatory, type ObservatoryOptions, openObservatory } from '../marsad/index.ts';
import { homeOf } from './folder.ts';
import { warn } from './output.ts';

export { homeOf } from './folder.ts';

/** The store of this environment. PGlite's first start takes seconds, and a silent program looks hung. */
export const openHome = (options: Pick<ObservatoryOptions, 'demo'> = {}): Promise<Observatory> => {
  const home = homeOf();
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl && !existsSync(join(home, 'db')))
    warn(`making a new store in ${home}; this takes some seconds, once.`);
  return openObservatory({ home, ...(databaseUrl && { databaseUrl }), ...options });
};
