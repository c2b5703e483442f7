/** What may leave: the harm gate, and the values that it alone makes. */
export { createGate, type HarmGate, type Listed } from './harm/gate.ts';
export type { BareRecord } from './harm/record.ts';
export type { BareReport } from './harm/report.ts';
export type * from './pages.ts';
export * from './types.ts';
export { type Words, words } from './words/index.ts';
