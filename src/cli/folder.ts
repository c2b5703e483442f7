/** Where the observatory's data lie: paths alone, so that a command that needs no store loads none. */
import { join, resolve } from 'node:path';

/** `$MARSAD_HOME`, else `marsad-data` in the working folder. */
export const homeOf = (environment: NodeJS.ProcessEnv = process.env): string =>
  resolve(environment.MARSAD_HOME || 'marsad-data');

/** What people add to the package's data. */
export const additionsOf = (): string => join(homeOf(), 'data');
