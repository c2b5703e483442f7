/** Which source of data/sources a line or an address names. */
import { wordsOf } from '../language/index.ts';
import type { Language, Source } from '../model/index.ts';
import type { Lexicons } from './lexicon/index.ts';

export type Sources = {
  /** Source that exactly these words name. */
  readonly of: (words: string) => string | undefined;
  /** First source that a credit line names: «Levant - Agencies». */
  readonly inCredit: (line: string) => string | undefined;
  readonly ofAddress: (url: string | undefined) => string | undefined;
  readonly isAgencies: (line: string, lexicons: Readonly<Record<Language, Lexicons>>) => boolean;
};

const pieces = (line: string): string[] =>
  line.split(/\s*[-–—+/|&،,()]\s*|\s+(?:and|و)\s+/u).filter((piece) => piece !== '');

export const compileSources = (sources: readonly Source[]): Sources => {
  const byName = new Map<string, string>();
  const byHost = new Map<string, string>();
  const agencies = new Set<string>();
  for (const source of sources) {
    for (const name of [source.names.en, source.names.ar, ...source.aliases])
      byName.set(wordsOf(name).join(' '), source.id);
    for (const host of source.hosts) byHost.set(host, source.id);
    if (source.kind === 'agency') agencies.add(source.id);
  }
  const of = (words: string): string | undefined => byName.get(wordsOf(words).join(' '));
  return {
    of,
    inCredit: (line) =>
      pieces(line)
        .map(of)
        .find((id) => id !== undefined && !agencies.has(id)) ?? of(line),
    ofAddress: (url) => {
      const host = /^https?:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase();
      if (host === undefined) return undefined;
      const labels = host.split('.');
      return labels.map((_, i) => byHost.get(labels.slice(i).join('.'))).find((id) => id !== undefined);
    },
    isAgencies: (line, lexicons) =>
      pieces(line).some(
        (piece) =>
          agencies.has(of(piece) ?? '') ||
          [...lexicons.en.chrome.get(piece), ...lexicons.ar.chrome.get(piece)].some(
            (entry) => entry.kind === 'agencies',
          ),
      ),
  };
};
