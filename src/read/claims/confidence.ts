/** How sure a claim is, calibrated on annotated reports (evaluation/README.md shows the table). */
import type { Modality, PartKind } from '../../model/index.ts';
import type { Roles } from './order.ts';
import type { Signal } from './signals.ts';

export type Evidence = {
  readonly rule: string;
  /** Whether the row asked for something, and it was there. */
  readonly needs: boolean;
  readonly roles: Roles;
  readonly modality: Modality;
  readonly trigger: Signal;
  readonly armed: boolean;
  readonly partKind: PartKind;
};

const round = (value: number): number => Math.round(Math.min(0.95, Math.max(0.05, value)) * 100) / 100;

export const confidenceOf = ({ rule, needs, roles, modality }: Evidence): number => {
  const base = rule.startsWith('judgements') ? 0.55 : rule.startsWith('posture') ? 0.7 : 0.72;
  return round(base - (roles.agents.length ? 0 : 0.1) - (needs ? 0.05 : 0) - (modality === 'asserted' ? 0 : 0.05));
};
