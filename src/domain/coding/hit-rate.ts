/** How often the suggester was right lately, so that a person knows how far to trust it. */
export interface HitRate {
  /** Confirmations in the window. */
  readonly count: number;
  /** Share whose link was the first suggestion; null before the first confirmation. */
  readonly first: number | null;
  /** Share whose link was among the three. */
  readonly among: number | null;
}

/** One confirmation: the place of the confirmed link among the suggestions from 0, or null if it was not there. */
export type Outcome = number | null;

export const hitWindow = 100;

/** Hit rate over the last `hitWindow` confirmations. */
export function hitRate(outcomes: readonly Outcome[]): HitRate {
  const recent = outcomes.slice(-hitWindow);
  const share = (matches: (outcome: Outcome) => boolean): number | null =>
    recent.length === 0 ? null : recent.filter(matches).length / recent.length;
  return { count: recent.length, first: share((o) => o === 0), among: share((o) => o !== null) };
}

/** The list with one confirmation more; only the window is kept. */
export function addOutcome(
  outcomes: readonly Outcome[],
  suggested: readonly { readonly code: string }[],
  confirmed: string,
): readonly Outcome[] {
  const place = suggested.findIndex((s) => s.code === confirmed);
  return [...outcomes, place < 0 ? null : place].slice(-hitWindow);
}
