/** Where the observatory's data lie, and what to say while they are first made. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  collectSettings,
  Failure,
  type Observatory,
  type ObservatoryOptions,
  openObservatory,
} from '../marsad/index.ts';
import { homeOf } from './folder.ts';
import { warn } from './output.ts';

export { homeOf } from './folder.ts';

/** `$MARSAD_CONTACT`: an e-mail address or an https address. @throws Failure `contact` where it is neither */
export const contactOf = (environment: NodeJS.ProcessEnv = process.env): { readonly contact?: string } => {
  const contact = environment.MARSAD_CONTACT;
  if (!contact) return {};
  if (!/^[^\s@<>"]+@[^\s@<>"]+$|^https:\/\/\S+$/.test(contact))
    throw new Failure('contact', 'MARSAD_CONTACT is neither an e-mail address nor an https address.');
  return { contact };
};

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
    ...contactOf(),
    ...options,
  });
};
