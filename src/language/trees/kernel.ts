/**
 * The arithmetic of the network over one memory: by WebAssembly with 128-bit vectors where it can be had, else in plain
 * JavaScript. Both give the same to the last bit.
 */
import { plainVectors } from './plain.ts';
import { PRODUCTS, type ProductExports, type Products, plainProducts, productsOf } from './product.ts';
import { type Vectors, vectorFunctions } from './vectors.ts';
import { wasmModule } from './wasm.ts';

export type Kernel = Products &
  Vectors & {
    readonly memory: ArrayBuffer;
    readonly kind: 'wasm' | 'plain';
  };

const PAGE = 65_536;

const wasmKernel = (bytes: number, cells: number): Kernel | undefined => {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const module = new WebAssembly.Module(wasmModule([...PRODUCTS, ...vectorFunctions(cells)]));
    const { exports } = new WebAssembly.Instance(module, { world: { memory } });
    const { scale, rectify, fix, dots, step, ...products } = exports as unknown as Vectors & ProductExports;
    return { kind: 'wasm', memory: memory.buffer, ...productsOf(products), scale, rectify, fix, dots, step };
  } catch {
    // No WebAssembly here, no vectors in it, or a policy that forbids it.
    return undefined;
  }
};

const plainKernel = (bytes: number, cells: number): Kernel => {
  const memory = new ArrayBuffer(Math.ceil(bytes / PAGE) * PAGE);
  return { kind: 'plain', memory, ...plainProducts(memory), ...plainVectors(memory, cells) };
};

/**
 * A kernel for layers of so many cells, with that much memory, in bytes.
 * @param plain never WebAssembly: to test that both give the same
 */
export const createKernel = (bytes: number, cells: number, plain = false): Kernel =>
  (plain ? undefined : wasmKernel(bytes, cells)) ?? plainKernel(bytes, cells);
