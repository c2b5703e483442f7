/** All modalities and changes of the contract. */
import { changeSchema, modalitySchema } from '../../model/index.ts';

export const MODALITIES = modalitySchema.options;
export const CHANGES = changeSchema.options;
