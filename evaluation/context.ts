/** The reader as the package ships it, made once for a run. */
import { pageLabelsOf } from '../src/collect/index.ts';
import { loadReaderData } from '../src/load/index.ts';
import { createLocator, createMarker, createReader, createSpeech, type ReaderData } from '../src/read/index.ts';
import type { Context } from './set.ts';

/** What few sets ask for is compiled when one does. */
const onDemand = <A extends readonly unknown[], R>(make: () => (...given: A) => R): ((...given: A) => R) => {
  let made: ((...given: A) => R) | undefined;
  return (...given) => {
    made ??= make();
    return made(...given);
  };
};

/** @returns the context for answers, and the name of the reader for the results. */
export const openContext = async (): Promise<Context & { readonly reader: string; readonly data: ReaderData }> => {
  const data = await loadReaderData();
  const kinds = new Map(data.actors.map((actor) => [actor.id, actor.kind]));
  return {
    data,
    read: createReader(data),
    labels: pageLabelsOf(data.lexicons),
    locate: onDemand(() => createLocator(data)),
    mark: onDemand(() => createMarker(data)),
    speech: onDemand(() => createSpeech(data)),
    actorKind: (id) => kinds.get(id),
    reader: `marsad ${data.version} data ${data.hash}`,
  };
};
