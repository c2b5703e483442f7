/** How sure a happening is told, and how far along it is. */
import type { Modality, Status } from '../../model/index.ts';

export type Stance = {
  readonly modality: Modality;
  readonly status?: Status;
  /** Told as not having happened, in the teller's own words: «did not», «failed to», لم. */
  readonly negated: boolean;
  /** Told as what somebody will not do: «will not withdraw», «refused to». */
  readonly refused?: true;
};

/** What one operator does to what it governs, as in the table of operators; `if` and `asked` are grammar's own. */
export type Effect =
  | 'not'
  | 'nolonger'
  | 'fail'
  | 'refuse'
  | 'prevent'
  | 'repel'
  | 'exclude'
  | 'fact'
  | 'deny'
  | 'intend'
  | 'supposed'
  | 'promise'
  | 'threaten'
  | 'warn'
  | 'order'
  | 'ask'
  | 'possible'
  | 'assess'
  | 'cancel'
  | 'if'
  | 'will'
  | 'true'
  | 'told'
  | 'confirm'
  | 'manage'
  | 'began'
  | 'continued'
  | 'ongoing'
  | 'ended'
  | 'completed'
  | 'habitual';

const STATUS = new Set<Effect>(['began', 'continued', 'ongoing', 'ended', 'completed', 'habitual']);

const isStatus = (effect: Effect): effect is Status & Effect => STATUS.has(effect);

/**
 * Effects, innermost first → what they come to.
 * @param violent whether what is told does harm: what is vowed or announced of it is a threat
 */
export const stanceFrom = (effects: readonly Effect[], violent: boolean): Stance => {
  let modality = 'asserted' as Modality;
  let negated = false;
  let status: Status | undefined;
  // «will», and nothing stronger: what is merely foretold is possible where it is feared, assessed where it is believed.
  let foretold = false;
  const to = (next: Modality): void => {
    // «if it attacks» and what was called off stay so, whoever says it; a denial of a plan is a denial.
    if (modality === 'conditional' || modality === 'cancelled') return;
    modality = next;
    foretold = false;
  };
  let toConfirm = false;
  for (const [at, effect] of effects.entries()) {
    // «could not confirm that», «declined to comment on reports of»: left open; confirmed, it is as it was told.
    if (toConfirm) {
      if (/^(?:not|fail|refuse)$/.test(effect) && modality === 'asserted') to('possible');
      continue;
    }
    if (isStatus(effect)) {
      // «is still holding»: the word says more than the tense.
      if (status === undefined || status === 'ongoing') status = effect;
      continue;
    }
    switch (effect) {
      case 'not':
        // «has not stopped shelling», «not ruled out»
        if (status === 'ended' && effects[at - 1] === 'ended') {
          status = 'continued';
          break;
        }
        if (status === 'completed' && effects[at - 1] === 'completed') {
          status = 'ongoing';
          break;
        }
        if (effects[at - 1] === 'exclude') {
          to('possible');
          break;
        }
        // «it is not true that»: a denial of what is said, not of an act.
        if (effects[at - 1] === 'true') {
          to('denied');
          break;
        }
        if (modality === 'asserted' || modality === 'intended' || modality === 'ordered' || modality === 'threatened') {
          modality = 'denied';
          negated = true;
        } else if (modality === 'denied') {
          // «did not deny», «never failed to»
          modality = 'asserted';
          negated = false;
        }
        break;
      case 'nolonger':
        modality = 'denied';
        negated = true;
        status = 'ended';
        break;
      case 'fail':
      case 'refuse':
      case 'prevent':
        // «was unable to stop the advance», «failed to prevent the attack», «refused to rule out»
        if (effect !== 'prevent' && effects[at - 1] === 'ended' && status === 'ended') {
          status = 'continued';
          break;
        }
        if (effect !== 'prevent' && /^(?:prevent|exclude)$/.test(effects[at - 1] ?? '')) {
          modality = effects[at - 1] === 'exclude' ? 'possible' : 'asserted';
          negated = false;
          break;
        }
        // «rejected accusations that»: a denial of what others say.
        if (effect === 'refuse' && effects.includes('told')) {
          to('denied');
          break;
        }
        if (modality === 'asserted' || modality === 'intended') {
          modality = 'denied';
          negated = true;
        }
        break;
      case 'repel':
        // «repelled an attack»: it was made; «repelled an attempt to storm the post»: the post was not stormed.
        if (modality === 'intended') {
          modality = 'denied';
          negated = true;
        }
        break;
      case 'supposed':
        to('denied');
        break;
      case 'exclude':
      case 'deny':
        // «dismissed reports that none had fled»: what is denied is the report.
        to('denied');
        negated = false;
        break;
      case 'confirm':
        toConfirm = true;
        break;
      case 'true':
      case 'manage':
      case 'told':
      case 'fact':
        break;
      case 'will':
        // What is announced of an attack is a threat.
        if (modality === 'asserted') {
          to(violent ? 'threatened' : 'intended');
          foretold = true;
        }
        break;
      case 'intend':
        // «decided not to», «pledged not to»
        if (effects[at - 1] === 'not' && negated) break;
        if (modality !== 'possible') to('intended');
        break;
      case 'promise':
        if (effects[at - 1] === 'not' && negated) break;
        to(violent ? 'threatened' : 'intended');
        break;
      case 'threaten':
        to('threatened');
        break;
      case 'warn':
        if (modality === 'intended' || modality === 'threatened') to('threatened');
        else if (modality === 'asserted') to('possible');
        break;
      case 'order':
        to('ordered');
        break;
      case 'ask':
        to('called-for');
        break;
      case 'possible':
        if (modality === 'asserted' || modality === 'intended' || foretold) to('possible');
        break;
      case 'assess':
        if (modality === 'asserted' || foretold) to('assessed');
        break;
      case 'cancel':
        modality = 'cancelled';
        negated = false;
        break;
      case 'if':
        // What hangs on a condition is neither told nor denied.
        modality = 'conditional';
        negated = false;
        break;
    }
  }
  const refused = negated && (effects.includes('refuse') || (effects.includes('will') && effects.includes('not')));
  return { modality, negated, ...(status ? { status } : {}), ...(refused ? { refused } : {}) };
};
