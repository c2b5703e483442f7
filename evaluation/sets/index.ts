/** The sets that Marsad answers. To add one: a file beside this, a row here. */
import type { EvaluationSet } from '../set.ts';
import { arabicAssault, arabicProtest } from './arabic.ts';
import { case21 } from './case21.ts';
import { ecbDocs } from './ecb-docs.ts';
import { anercorp, re3d, wojood } from './entities.ts';
import { geo } from './geo.ts';
import { geoGold } from './geo-gold.ts';
import { ipe } from './ipe.ts';
import { muc4 } from './muc4.ts';
import { pages } from './pages.ts';
import { plover } from './plover.ts';
import { timex } from './timex.ts';

export const SETS: readonly EvaluationSet[] = [
  case21,
  geo,
  geoGold,
  muc4,
  pages,
  timex,
  ipe,
  plover,
  arabicAssault,
  arabicProtest,
  ecbDocs,
  re3d,
  anercorp,
  wojood,
];
