const HOUR = 3_600_000;

/**
 * The beginning of the hour of a date-time; one that is none stays, for the gate to refuse. Whatever is public at an
 * hour's beginning is so all through it, and what a delay frees within it may wait, so that answers can be kept an hour.
 */
export const hourOf = (now: string): string => {
  const at = Date.parse(now);
  return Number.isNaN(at) ? now : new Date(Math.floor(at / HOUR) * HOUR).toISOString();
};
