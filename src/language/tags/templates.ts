/** Which attributes of which words the tagger looks at together. A row here is a feature of every token. */
import { mix } from '../hash.ts';
import { ATTRIBUTES, CASING, CLASS, FORM, PLACE, PREFIX, SHAPE, SUFFIX, WORD } from './words.ts';

/** Words beyond the ends of the sentence that templates may look at. */
export const MARGIN = 2;

type Slot = readonly [offset: number, attribute: number];

const [S1, S2, S3, S4, S5] = [SUFFIX, SUFFIX + 1, SUFFIX + 2, SUFFIX + 3, SUFFIX + 4] as const;
const [P1, P2, P3, P4] = [PREFIX, PREFIX + 1, PREFIX + 2, PREFIX + 3] as const;

/** Of one word, by how far it stands away: their scores are summed once for each type of word. */
export const ALONE: readonly (readonly [offset: number, attributes: readonly (readonly number[])[]])[] = [
  [
    0,
    [
      [FORM],
      [WORD],
      [SHAPE],
      [CLASS],
      [S1],
      [S2],
      [S3],
      [S4],
      [S5],
      [P1],
      [P2],
      [P3],
      [P4],
      [SHAPE, S3],
      [SHAPE, S2],
      [CASING, S1],
      [CLASS, SHAPE],
      [P2, S2],
      [P1, S3],
    ],
  ],
  [-1, [[WORD], [FORM], [SHAPE], [CLASS], [S3], [S2], [P3], [CASING, S1]]],
  [1, [[WORD], [FORM], [SHAPE], [CLASS], [S3], [S2], [P3], [CASING, S1]]],
  [-2, [[WORD], [CLASS], [S3], [SHAPE]]],
  [2, [[WORD], [CLASS], [S3], [SHAPE]]],
];

/** Of several words. */
export const TOGETHER: readonly (readonly Slot[])[] = [
  [
    [0, WORD],
    [-1, WORD],
  ],
  [
    [0, WORD],
    [1, WORD],
  ],
  [
    [-1, WORD],
    [1, WORD],
  ],
  [
    [-2, WORD],
    [-1, WORD],
  ],
  [
    [1, WORD],
    [2, WORD],
  ],
  [
    [0, S3],
    [-1, WORD],
  ],
  [
    [0, S3],
    [1, WORD],
  ],
  [
    [0, S3],
    [-1, S3],
  ],
  [
    [0, S3],
    [1, S3],
  ],
  [
    [0, S2],
    [1, S2],
  ],
  [
    [0, CLASS],
    [-1, CLASS],
  ],
  [
    [0, CLASS],
    [1, CLASS],
  ],
  [
    [-1, CLASS],
    [1, CLASS],
  ],
  [
    [-1, CLASS],
    [0, CLASS],
    [1, CLASS],
  ],
  [
    [0, CLASS],
    [1, CLASS],
    [2, CLASS],
  ],
  [
    [1, CLASS],
    [2, CLASS],
  ],
  [
    [0, S3],
    [1, CLASS],
  ],
  [
    [0, S3],
    [-1, CLASS],
  ],
  [
    [0, WORD],
    [1, CLASS],
  ],
  [
    [0, WORD],
    [-1, CLASS],
  ],
  [
    [-1, CASING],
    [0, CASING],
    [1, CASING],
  ],
  [
    [0, SHAPE],
    [-1, SHAPE],
  ],
  [
    [0, SHAPE],
    [1, SHAPE],
  ],
  [[0, PLACE]],
  [
    [0, PLACE],
    [0, SHAPE],
  ],
  [
    [0, PLACE],
    [0, CLASS],
  ],
  [
    [0, PLACE],
    [0, WORD],
  ],
];

/** Of tags already given: how many before, and what stands with them. */
export const AFTER_TAGS: readonly (readonly [tags: 1 | 2, slots: readonly Slot[]])[] = [
  [1, []],
  [2, []],
  [1, [[0, WORD]]],
  [1, [[0, CLASS]]],
  [1, [[0, S3]]],
  [1, [[0, S2]]],
  [1, [[0, SHAPE]]],
  [1, [[1, WORD]]],
  [1, [[1, CLASS]]],
  [1, [[1, S3]]],
  [
    1,
    [
      [0, CLASS],
      [1, CLASS],
    ],
  ],
  [
    1,
    [
      [0, WORD],
      [1, CLASS],
    ],
  ],
  [2, [[0, WORD]]],
  [2, [[0, CLASS]]],
  [2, [[0, S3]]],
  [2, [[1, CLASS]]],
];

const most = Math.max(TOGETHER.length, AFTER_TAGS.length, ...ALONE.map(([, combinations]) => combinations.length));
/** The most keys that one of the calls below writes. */
export const MOST_KEYS = most;
/** All features of one token. */
export const FEATURES = TOGETHER.length + AFTER_TAGS.length + ALONE.reduce((sum, [, all]) => sum + all.length, 0);

/** Keys of the features of one word that stands `at` in `attributes`, seen from where ALONE's row `row` says. */
export const keysAlone = (row: number, attributes: Uint32Array, at: number, keys: Uint32Array): number => {
  const combinations = ALONE[row]![1];
  for (let i = 0; i < combinations.length; i++) {
    const combination = combinations[i]!;
    let key = (row + 1) * 1000 + i;
    for (let j = 0; j < combination.length; j++) key = mix(key, attributes[at + combination[j]!]!);
    keys[i] = key;
  }
  return combinations.length;
};

/** Keys of the features of the words around the one that stands `at`. */
export const keysTogether = (attributes: Uint32Array, at: number, keys: Uint32Array): number => {
  for (let i = 0; i < TOGETHER.length; i++) {
    const slots = TOGETHER[i]!;
    let key = 10_000 + i;
    for (let j = 0; j < slots.length; j++) key = mix(key, attributes[at + slots[j]![0] * ATTRIBUTES + slots[j]![1]]!);
    keys[i] = key;
  }
  return TOGETHER.length;
};

/** Keys of the features that take the last tag and the one before it. */
export const keysAfterTags = (
  attributes: Uint32Array,
  at: number,
  last: number,
  before: number,
  keys: Uint32Array,
): number => {
  const one = mix(20_000, last);
  const two = mix(one, before);
  for (let i = 0; i < AFTER_TAGS.length; i++) {
    const [tags, slots] = AFTER_TAGS[i]!;
    let key = mix(tags === 1 ? one : two, i);
    for (let j = 0; j < slots.length; j++) key = mix(key, attributes[at + slots[j]![0] * ATTRIBUTES + slots[j]![1]]!);
    keys[i] = key;
  }
  return AFTER_TAGS.length;
};
