/** The parser's network while it learns: everything that is learned, and one batch forward and back. */
import { LETTER_GROUPS, TABLES, type Vocabulary } from '../../trees/features.ts';
import {
  cellsName,
  encodeModel,
  inputSize,
  layerInput,
  type Matrix,
  packMatrix,
  type Sizes,
  shapesOf,
} from '../../trees/model.ts';
import { arcLoss, relationLoss } from './arcs.ts';
import type { Batch, Labels } from './batches.ts';
import { type CellsPass, runCells } from './cells.ts';
import { embed, type Tables } from './embedding.ts';
import type { Arena, Floats } from './floats.ts';
import { sides, tagLoss } from './losses.ts';
import { createDense, createTable, type Dense, matrixOfDense, matrixOfTable } from './parameters.ts';
import type { Random } from './random.ts';

export type Shape = Omit<Sizes, 'counts'>;

export type Network = {
  readonly sizes: Sizes;
  readonly labels: Labels;
  readonly vocabulary: Vocabulary;
  readonly tables: Tables;
  /** For each layer and direction: what comes in, and what comes from the word before. */
  readonly cells: readonly (readonly { readonly incoming: Dense; readonly state: Dense }[])[];
  readonly heads: Readonly<Record<'tags' | 'sides' | 'arcs' | 'labels' | 'dependents' | 'root', Dense>>;
};

export const createNetwork = (
  arena: Arena,
  random: Random,
  shape: Shape,
  vocabulary: Vocabulary,
  labels: Labels,
): Network => {
  const counts = {
    word: vocabulary.word.length + 1,
    ending: vocabulary.ending.length + 1,
    letters: LETTER_GROUPS,
    shape: vocabulary.shape.length + 1,
    tag: vocabulary.tag.length + 1,
  };
  const sizes: Sizes = { ...shape, counts };
  const tables = Object.fromEntries(
    TABLES.map((name) => [name, createTable(random, name, counts[name], shape.tables[name])]),
  ) as Tables;
  const { cells, arc, label } = sizes;
  const make = (name: string, inputs: number, outputs: number, gain = 1): Dense =>
    createDense(arena, random, { name, inputs, outputs, gain });
  const directionOf = (layer: number, direction: number) => {
    const incoming = make(cellsName(layer, direction), layerInput(sizes, layer), 4 * cells);
    // A memory that keeps what it has until it learns to forget (Jozefowicz et al. 2015).
    incoming.bias.values.fill(1, cells, 2 * cells);
    return { incoming, state: make(`${cellsName(layer, direction)}.state`, cells, 4 * cells) };
  };
  const relations = labels.relations.length;
  return {
    sizes,
    labels,
    vocabulary,
    tables,
    cells: [...Array(sizes.layers).keys()].map((layer) => [directionOf(layer, 0), directionOf(layer, 1)]),
    heads: {
      tags: make('tags', 2 * cells, labels.upos.length + labels.xpos.length),
      sides: make('sides', 2 * cells, 2 * arc + 2 * label),
      arcs: make('arcs', arc, arc, 0.3),
      labels: make('labels', label, relations * label, 0.3),
      dependents: make('dependents', label, relations, 0.3),
      root: make('root', 1, arc + label),
    },
  };
};

/** All that is dense, for the optimiser. */
export const denseOf = ({ cells, heads }: Network): Dense[] => [
  ...cells.flat().flatMap(({ incoming, state }) => [incoming, state]),
  ...Object.values(heads),
];

export type Dropout = { readonly input: number; readonly state: number; readonly layer: number; readonly side: number };

/** One number for each sentence and column: 0 with the probability `dropout`, else what makes up for it. */
const masksOf = (arena: Arena, random: Random, sentences: number, columns: number, dropout: number): Floats => {
  const masks = arena.take(sentences, columns);
  for (let i = 0; i < masks.values.length; i++) masks.values[i] = random() < dropout ? 0 : 1 / (1 - dropout);
  return masks;
};

const TAG_WEIGHT = 0.5;

/** Adds one batch's gradients. @returns its loss per word */
export const learnBatch = (
  arena: Arena,
  network: Network,
  batch: Batch,
  frequency: readonly number[],
  dropout: Dropout,
  random: Random,
): number => {
  const { sizes, heads, labels } = network;
  const { cells } = sizes;
  const sentences = batch.examples.length;
  const mask = (columns: number, rate: number): Floats => masksOf(arena, random, sentences, columns, rate);
  const embedded = embed(arena, batch, network.tables, frequency, mask(inputSize(sizes), dropout.input), random);

  const passes: {
    readonly passes: readonly CellsPass[];
    readonly input: Floats;
    readonly masks: Floats | undefined;
  }[] = [];
  const outputs: Floats[] = [];
  let input = embedded.input;
  network.cells.forEach((directions, layer) => {
    const masks = layer === 0 ? undefined : mask(input.columns, dropout.layer);
    const given = masks ? masked(arena, batch, input, masks) : input;
    const both = directions.map(({ incoming, state }, direction) =>
      runCells(
        arena,
        direction === 0 ? given : mirrored(arena, batch, given),
        batch.steps,
        incoming,
        state,
        mask(cells, dropout.state),
      ),
    );
    passes.push({ passes: both, input: given, masks });
    input = joined(arena, batch, both[0]!.output, both[1]!.output);
    outputs.push(input);
  });

  const gradients = outputs.map((output) => arena.take(output.rows, output.columns));
  const weights = { upos: labels.upos.length, weight: TAG_WEIGHT };
  let loss = tagLoss(arena, batch, outputs[0]!, heads.tags, weights, gradients[0]!);
  const sideMasks = mask(heads.sides.weights.columns, dropout.side);
  const lastMasks = mask(2 * cells, dropout.layer);
  const words = sides(arena, batch, masked(arena, batch, input, lastMasks), heads.sides, sideMasks);
  const wordsGradient = arena.take(words.values.rows, words.values.columns);
  loss += arcLoss(arena, batch, words.values, sizes, heads.arcs, heads.root, wordsGradient);
  loss += relationLoss(arena, batch, words.values, sizes, heads, wordsGradient);
  const maskedGradient = arena.take(input.rows, input.columns);
  words.back(wordsGradient, maskedGradient);
  addMasked(batch, gradients.at(-1)!, maskedGradient, lastMasks);

  for (let layer = sizes.layers - 1; layer >= 0; layer--) {
    const { passes: both, input: given, masks } = passes[layer]!;
    const givenGradient = arena.take(given.rows, given.columns);
    const [forward, backward] = parted(arena, batch, gradients[layer]!);
    both[0]!.back(forward, givenGradient);
    const turnedGradient = arena.take(given.rows, given.columns);
    both[1]!.back(backward, turnedGradient);
    for (let row = 0; row < given.rows; row++)
      for (let i = 0; i < given.columns; i++)
        givenGradient.values[row * given.columns + i]! +=
          turnedGradient.values[batch.mirror[row]! * given.columns + i]!;
    if (layer > 0) addMasked(batch, gradients[layer - 1]!, givenGradient, masks!);
    else embedded.back(givenGradient);
  }
  return loss;
};

const eachWord = (batch: Batch, act: (row: number, sentence: number) => void): void =>
  batch.examples.forEach((example, sentence) => {
    for (let word = 0; word < example.length; word++) act(batch.rowOf(sentence, word), sentence);
  });

const masked = (arena: Arena, batch: Batch, from: Floats, masks: Floats): Floats => {
  const to = arena.take(from.rows, from.columns);
  addMasked(batch, to, from, masks);
  return to;
};

const addMasked = (batch: Batch, to: Floats, from: Floats, masks: Floats): void => {
  const { columns } = from;
  eachWord(batch, (row, sentence) => {
    for (let i = 0; i < columns; i++)
      to.values[row * columns + i]! += from.values[row * columns + i]! * masks.values[sentence * columns + i]!;
  });
};

const mirrored = (arena: Arena, { mirror }: Batch, from: Floats): Floats => {
  const to = arena.take(from.rows, from.columns);
  const { columns, values } = from;
  for (let row = 0; row < from.rows; row++)
    to.values.set(values.subarray(row * columns, (row + 1) * columns), mirror[row]! * columns);
  return to;
};

/** Both directions side by side, the backward one put back into reading order. */
const joined = (arena: Arena, { mirror }: Batch, forward: Floats, backward: Floats): Floats => {
  const { rows, columns } = forward;
  const both = arena.take(rows, 2 * columns);
  for (let row = 0; row < rows; row++) {
    both.values.set(forward.values.subarray(row * columns, (row + 1) * columns), row * 2 * columns);
    const back = mirror[row]! * columns;
    both.values.set(backward.values.subarray(back, back + columns), row * 2 * columns + columns);
  }
  return both;
};

const parted = (arena: Arena, { mirror }: Batch, both: Floats): readonly [Floats, Floats] => {
  const columns = both.columns / 2;
  const [forward, backward] = [arena.take(both.rows, columns), arena.take(both.rows, columns)];
  for (let row = 0; row < both.rows; row++) {
    const at = row * both.columns;
    forward.values.set(both.values.subarray(at, at + columns), row * columns);
    backward.values.set(both.values.subarray(at + columns, at + both.columns), mirror[row]! * columns);
  }
  return [forward, backward];
};

/** The model file of what has been learned so far. */
export const modelOf = (network: Network, language: string): Uint8Array => {
  const { sizes, labels, vocabulary, tables, cells, heads } = network;
  const matrices = new Map<string, Matrix>(Object.values(tables).map((table) => [table.name, matrixOfTable(table)]));
  for (const { incoming, state } of cells.flat()) matrices.set(incoming.name, sideBySide(incoming, state));
  for (const layer of Object.values(heads)) matrices.set(layer.name, matrixOfDense(layer));
  const root = matrixOfDense(heads.root);
  matrices.set('root', { rows: 1, columns: root.rows, values: root.values });
  const counts = { relations: labels.relations.length, upos: labels.upos.length, xpos: labels.xpos.length };
  const packed = shapesOf(sizes, counts).map(({ name }) => {
    // The square of a relation is summed up before it is scaled, see trees/scores.ts.
    return [name, packMatrix(matrices.get(name)!, name === 'labels' ? sizes.label : 1)] as const;
  });
  return encodeModel({ language, sizes, vocabulary, ...labels, matrices: new Map(packed) });
};

/** Columns of what comes in, then of the state. */
const sideBySide = (incoming: Dense, state: Dense): Matrix => {
  const [left, right] = [matrixOfDense(incoming), matrixOfDense(state)];
  const columns = left.columns + right.columns;
  const values = new Float32Array(left.rows * columns);
  for (let row = 0; row < left.rows; row++) {
    values.set(left.values.subarray(row * left.columns, (row + 1) * left.columns), row * columns);
    values.set(right.values.subarray(row * right.columns, (row + 1) * right.columns), row * columns + left.columns);
  }
  return { rows: left.rows, columns, values, bias: left.bias! };
};
