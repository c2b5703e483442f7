/** A small locator map, drawn on the server. */
import type { Language } from '../../model/index.ts';
import type { PublicMap, PublicPlace } from '../types.ts';

export const drawMap = (_places: readonly PublicPlace[], _language: Language): PublicMap | undefined => undefined;
