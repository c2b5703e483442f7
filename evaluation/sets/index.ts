/** The sets that Marsad answers. To add one: a file beside this, a row here. */
import type { EvaluationSet } from '../set.ts';
import { case21 } from './case21.ts';
import { geo } from './geo.ts';
import { geoGold } from './geo-gold.ts';
import { pages } from './pages.ts';

export const SETS: readonly EvaluationSet[] = [case21, geo, geoGold, pages];
