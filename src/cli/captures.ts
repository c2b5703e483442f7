/** `marsad captures`: what is known of one capture, and all of them as an archive; through the running server or in line. */
import { resolve } from 'node:path';
import { type CaptureView, ownerOf } from '../marsad/index.ts';
import { ask } from './command-route.ts';
import { homeOf, openHome } from './home.ts';
import { say } from './output.ts';

type Archive = { readonly captures: number; readonly bytes: number };

/** @returns exit code */
export const showCapture = async (name: string, { json }: { readonly json?: boolean }): Promise<number> => {
  const owner = await ownerOf(homeOf());
  let view: CaptureView;
  if (owner) view = (await ask(homeOf(), owner, 'captures.show', name)) as CaptureView;
  else {
    const observatory = await openHome();
    view = await observatory.captures.show(name).finally(observatory.close);
  }
  if (json) {
    say(JSON.stringify(view));
    return 0;
  }
  const { capture, report, differences } = view;
  // One line for each thing that is known, in the words of the schema: `marsad schema capture`.
  for (const [key, value] of Object.entries(capture))
    say(`${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  if (report) say(`report: ${JSON.stringify(report)}`);
  for (const { kind, text } of differences ?? []) say(`${kind === 'added' ? '+' : '-'} ${text}`);
  return 0;
};

/** @returns exit code */
export const exportCaptures = async (file: string): Promise<number> => {
  const path = resolve(file);
  const owner = await ownerOf(homeOf());
  let made: Archive;
  if (owner) made = (await ask(homeOf(), owner, 'captures.export', path)) as Archive;
  else {
    const observatory = await openHome();
    made = await observatory.captures.exportTo(path).finally(observatory.close);
  }
  say(`${file}: ${made.captures} ${made.captures === 1 ? 'capture' : 'captures'}, ${made.bytes} bytes`);
  return 0;
};
