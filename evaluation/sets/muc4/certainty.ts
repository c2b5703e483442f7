/** How sure the incident and its doers are: from the modality, the status and the speakers of its claims. */
import type { Claim } from '../../../src/model/index.ts';
import type { Told } from './incidents.ts';
import { confidenceIn, isAttempt, isState, organisationsIn } from './map.ts';

const FACT = 'REPORTED AS FACT';

/**
 * How surely an organisation is said to have done it: by the sentences that name it, the claims' own speakers and how
 * sure they are. The words that say so stand in the table.
 */
export const confidenceOf = (claims: readonly Claim[], organisation: string, { reading, said, all }: Told): string => {
  const speakers = claims.flatMap((claim) => claim.speakers);
  const voices = all(speakers.map(({ mention }) => mention)).map(said);
  const authority = voices.some(isState);
  const naming = reading.sentences.map(said).filter((sentence) => organisationsIn(sentence).includes(organisation));
  const own = confidenceIn(naming.filter((sentence) => !NOBODY.test(sentence)).join(' ; '), authority);
  if (own !== undefined) return own;
  const cues = speakers.map(({ cue }) => said(cue)).join(' ; ');
  const worded = confidenceIn(`${cues} ; ${claims.map(({ quote }) => said(quote)).join(' ; ')}`, authority);
  if (worded !== undefined) return worded;
  return claims.every(({ modality }) => modality === 'possible' || modality === 'assessed') ? 'POSSIBLE' : FACT;
};

const NOBODY = /NO (?:ONE|GROUP|ORGANIZATION)|NEITHER|NOBODY/;

const HARMED = new Set(['killed', 'injured', 'abducted']);

/** How far it came: a threat, an attempt that did nobody harm, or done. */
export const stageOf = (claims: readonly Claim[], quotes: string): string => {
  if (claims.every(({ modality }) => modality === 'threatened' || modality === 'conditional')) return 'THREATENED';
  const harm = claims.some(({ toll }) => toll.some(({ harm: kind, low }) => low > 0 && HARMED.has(kind)));
  const undone = claims.every(({ modality }) => UNDONE.has(modality));
  return undone || (!harm && isAttempt(quotes)) ? 'ATTEMPTED' : 'ACCOMPLISHED';
};

const UNDONE = new Set(['cancelled', 'denied', 'intended']);
