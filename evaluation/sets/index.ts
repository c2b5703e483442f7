/** The sets that Marsad answers. To add one: a file beside this, a row here. */
import type { EvaluationSet } from '../set.ts';
import { case21 } from './case21.ts';
import { anercorp, re3d, wojood } from './entities.ts';
import { geo } from './geo.ts';
import { geoGold } from './geo-gold.ts';
import { muc4 } from './muc4.ts';
import { pages } from './pages.ts';
import { timex } from './timex.ts';

export const SETS: readonly EvaluationSet[] = [anercorp, case21, geo, geoGold, muc4, pages, re3d, timex, wojood];
