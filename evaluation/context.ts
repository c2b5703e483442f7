/** The reader as the package ships it, made once for a run. */
import { pageLabelsOf } from '../src/collect/index.ts';
import { loadReaderData } from '../src/load/index.ts';
import { createLocator, createMarker, createReader, createSpeech, type ReaderData } from '../src/read/index.ts';
import type { Context } from './set.ts';

/** @returns the context for answers, and the name of the reader for the results. */
export const openContext = async (): Promise<Context & { readonly reader: string; readonly data: ReaderData }> => {
  const data = await loadReaderData();
  const kinds = new Map(data.actors.map((actor) => [actor.id, actor.kind]));
  return {
    data,
    read: createReader(data),
    labels: pageLabelsOf(data.lexicons),
    locate: createLocator(data),
    mark: createMarker(data),
    speech: createSpeech(data),
    actorKind: (id) => kinds.get(id),
    reader: `marsad ${data.version} data ${data.hash}`,
  };
};
