/** The sets that Marsad answers. To add one: a file beside this, a row here. */
import type { EvaluationSet } from '../set.ts';
import { case21 } from './case21.ts';
import { geo } from './geo.ts';
import { geoGold } from './geo-gold.ts';
import { muc4 } from './muc4.ts';
import { pages } from './pages.ts';
import { polnear } from './polnear.ts';
import { timex } from './timex.ts';

export const SETS: readonly EvaluationSet[] = [case21, geo, geoGold, muc4, pages, polnear, timex];
