/** Before any test: the packed data, where `npx vitest` runs in a clone that was never built. `npm test` has built it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pack } from './pack.ts';

export const setup = async (): Promise<void> => {
  const root = path.join(import.meta.dirname, '..');
  const packed = path.join(root, 'dist/reader');
  if (!existsSync(path.join(packed, 'manifest.json'))) await pack(root, packed);
};
