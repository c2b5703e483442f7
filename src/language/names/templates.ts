/** What the namer sees of a word and of its neighbours. A row here is a feature of every word. */

/** Places of the attributes of one word. */
export const FORM = 0; // as written
export const WORD = 1; // lower case, digits alike
export const SHAPE = 2;
export const CASING = 3;
export const SUFFIX = 4; // of 1 to 4 letters
export const PREFIX = 8; // of 1 to 4 letters
export const FINE = 12; // class of the word among many, learned from running text
export const COARSE = 13; // … among few
export const SENSE = 14; // what a dictionary says its noun means
export const STEM = 15; // without what Arabic writes to it
export const BARE = 16; // … and without the article
export const JOINED = 17; // what is written to it in front
export const KNOWN = 18; // what the caller's lexicons say of the word
export const TAG = 19;
export const TABLE = 20; // what the caller's tables say of the words that it stands in
export const UNDER = 21; // label of the first layer, for the layers above it
export const ATTRIBUTES = 22;

/** Words beyond the ends of the sentence that templates may look at. */
export const MARGIN = 2;

const [S1, S2, S3, S4] = [SUFFIX, SUFFIX + 1, SUFFIX + 2, SUFFIX + 3] as const;
const [P1, P2, P3, P4] = [PREFIX, PREFIX + 1, PREFIX + 2, PREFIX + 3] as const;

/** Of one word, by how far it stands away: their scores are summed once for each type of word. */
export const ALONE: readonly (readonly [offset: number, attributes: readonly (readonly number[])[]])[] = [
  [
    0,
    [
      [FORM],
      [WORD],
      [SHAPE],
      [S1],
      [S2],
      [S3],
      [S4],
      [P1],
      [P2],
      [P3],
      [P4],
      [FINE],
      [COARSE],
      [SENSE],
      [STEM],
      [BARE],
      [JOINED],
      [KNOWN],
      [CASING, FINE],
      [CASING, S3],
      [CASING, KNOWN],
      [JOINED, S2],
      [JOINED, FINE],
    ],
  ],
  [-1, [[WORD], [SHAPE], [FINE], [COARSE], [SENSE], [STEM], [KNOWN], [S3], [P2]]],
  [1, [[WORD], [SHAPE], [FINE], [COARSE], [SENSE], [STEM], [KNOWN], [S3], [P2]]],
  [-2, [[WORD], [FINE], [COARSE], [SHAPE], [KNOWN]]],
  [2, [[WORD], [FINE], [COARSE], [SHAPE], [KNOWN]]],
];

export type Slot = readonly [offset: number, attribute: number];

/** Of several words, or of what the sentence says of the word. */
export const TOGETHER: readonly (readonly Slot[])[] = [
  [[0, TABLE]],
  [[-1, TABLE]],
  [[1, TABLE]],
  [
    [0, TABLE],
    [0, CASING],
  ],
  [
    [0, TABLE],
    [-1, FINE],
  ],
  [
    [0, TABLE],
    [1, FINE],
  ],
  [
    [-1, TABLE],
    [0, TABLE],
  ],
  [
    [0, TABLE],
    [1, TABLE],
  ],
  [[0, TAG]],
  [[-1, TAG]],
  [[1, TAG]],
  [[-2, TAG]],
  [[2, TAG]],
  [
    [-1, TAG],
    [0, TAG],
  ],
  [
    [0, TAG],
    [1, TAG],
  ],
  [
    [-1, TAG],
    [0, TAG],
    [1, TAG],
  ],
  [
    [0, TAG],
    [1, TAG],
    [2, TAG],
  ],
  [
    [-1, WORD],
    [0, WORD],
  ],
  [
    [0, WORD],
    [1, WORD],
  ],
  [
    [-1, WORD],
    [0, SHAPE],
  ],
  [
    [0, SHAPE],
    [1, WORD],
  ],
  [
    [-1, SHAPE],
    [0, SHAPE],
    [1, SHAPE],
  ],
  [
    [-1, FINE],
    [0, FINE],
  ],
  [
    [0, FINE],
    [1, FINE],
  ],
  [
    [-1, COARSE],
    [0, COARSE],
    [1, COARSE],
  ],
  [
    [-2, COARSE],
    [-1, COARSE],
    [0, COARSE],
  ],
  [
    [0, COARSE],
    [1, COARSE],
    [2, COARSE],
  ],
  [
    [0, SENSE],
    [1, SENSE],
  ],
  [
    [-1, SENSE],
    [0, SENSE],
  ],
  [
    [0, KNOWN],
    [1, KNOWN],
  ],
  [
    [-1, KNOWN],
    [0, KNOWN],
  ],
  [
    [0, CASING],
    [1, CASING],
    [1, KNOWN],
  ],
];

/** Of the label that the first layer gave, for the layers above it. */
export const ABOVE: readonly (readonly Slot[])[] = [
  [[0, UNDER]],
  [[-1, UNDER]],
  [[1, UNDER]],
  [
    [-1, UNDER],
    [0, UNDER],
  ],
  [
    [0, UNDER],
    [1, UNDER],
  ],
  [
    [0, UNDER],
    [0, FINE],
  ],
  [
    [0, UNDER],
    [0, SENSE],
  ],
  [
    [0, UNDER],
    [0, TABLE],
  ],
  [
    [0, UNDER],
    [0, KNOWN],
  ],
  [
    [0, UNDER],
    [0, CASING],
  ],
  [
    [0, UNDER],
    [-1, WORD],
  ],
];

const most = Math.max(ABOVE.length, TOGETHER.length, ...ALONE.map(([, combinations]) => combinations.length));
/** The most keys that one call for keys writes. */
export const MOST_KEYS = most;
/** All features of one word. */
export const FEATURES = ABOVE.length + TOGETHER.length + ALONE.reduce((sum, [, all]) => sum + all.length, 0);
