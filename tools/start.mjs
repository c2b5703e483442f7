/** `npm start`: builds what has changed, then shows the observatory with its bundled reports. Arguments go to `marsad demo`. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './steps.mjs';

await build({ quiet: true });
// The caller's folder stays the working folder: the store is made there.
const child = spawn(process.execPath, [path.join(ROOT, 'bin/marsad'), 'demo', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// The child closes its store and ends by itself; this process waits for it. A terminal sends Ctrl-C to both, and a
// second one would read as «at once»; a process manager signals this process alone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
