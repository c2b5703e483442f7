/** A PostgreSQL for the tests alone: a temporary cluster on a free port of the loopback, gone when they end. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Cluster = { readonly url: string; readonly stop: () => Promise<void> };

/** Folder with initdb and pg_ctl, newest version first; Debian keeps them out of PATH. */
const programs = (): string | undefined => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Numbers of the system user `postgres`: the server refuses to run as root. */
const postgresUser = (): { uid: number; gid: number } | undefined => {
  const id = (flag: string): number =>
    Number(spawnSync('id', [flag, 'postgres']).stdout.toString().trim() || Number.NaN);
  const [uid, gid] = [id('-u'), id('-g')];
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid };
};

/** The cluster, or why there is none on this machine. */
export const startCluster = async (): Promise<Cluster | { readonly missing: string }> => {
  const bin = programs();
  if (!bin) return { missing: 'no initdb and pg_ctl in PATH or /usr/lib/postgresql' };
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? postgresUser() : undefined;
  if (asRoot && !user) return { missing: 'PostgreSQL does not run as root, and there is no user postgres' };
  const folder = await mkdtemp(join(tmpdir(), 'marsad-pg-'));
  if (user) await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
  // Its own folder as working folder: that of the tests may not be readable to the other user.
  const options = { cwd: folder, ...(user ?? {}) };
  const data = join(folder, 'data');
  try {
    await run(join(bin, 'initdb'), ['-D', data, '-U', 'marsad', '--auth=trust', '-E', 'UTF8', '--no-sync'], options);
    const port = await freePort();
    const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
    await run(join(bin, 'pg_ctl'), ['-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start'], options);
    return {
      url: `postgres://marsad@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], options);
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return { missing: `a temporary cluster could not be started: ${error instanceof Error ? error.message : error}` };
  }
};
