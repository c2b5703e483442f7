/** Faults of an annotation, and where they stand in its YAML. */

/** A fault of an annotation in words for its author. `key`: the field that it is in, where that is known. */
export class Fault extends Error {
  key?: string;
}

/** Does something for a field; a fault in it knows the field's name. */
export const inField = <T>(key: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    if (error instanceof Fault) error.key ??= key;
    throw error;
  }
};

/** Where something stands in the YAML. */
export type Path = readonly (string | number)[];

/** Notes a fault, or passes on what is none. */
export type Note = (path: Path, act: () => void) => void;
