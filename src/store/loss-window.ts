/** What of a loss a snapshot cannot bring back. */

import type { Loss } from './boot';
import type { RestorePoint } from './restore-snapshot';

export interface LossWindow {
  /** What was saved after this time may be missing, in milliseconds since 1970 UTC; nothing before it is. */
  readonly since: number;
  /** Acts that are missing; `null` if nobody can tell. */
  readonly acts: number | null;
  /**
   * `least`: so many are known of, and the note of them may be a moment behind. `most`: records are gone one by one, and
   * how many of the acts were theirs cannot be told.
   */
  readonly bound: 'least' | 'most';
}

/**
 * The acts that are still missing once a snapshot has been restored: the last known one, less the last one that the
 * snapshot holds or that is still there. `null` where only data rows are missing, which never change.
 */
export function lossWindow(
  { acts, counts, known, here }: Pick<Loss, 'acts' | 'counts' | 'known' | 'here'>,
  point: Pick<RestorePoint, 'installId' | 'at' | 'generation'>,
): LossWindow | null {
  const isWiped = here === null;
  const isTorn = (acts ?? 0) > 0;
  const hasGaps = Object.keys(counts).length > 0;
  if (!isWiped && !isTorn && !hasGaps) return null;
  const bound = isWiped || isTorn ? 'least' : 'most';
  const isOwn = known?.installId === point.installId;
  if (known === null || (isOwn && point.generation === null)) return { since: point.at, acts: null, bound };
  const held = isOwn ? (point.generation ?? 0) : 0;
  // Records that are gone come back as the snapshot has them, whatever was done to the others since.
  const isHere = !isWiped && !hasGaps && here.generation >= held;
  if (!isHere && !isOwn) return { since: point.at, acts: null, bound };
  const from = isHere ? here.generation : held;
  return { since: isHere ? here.savedAt : point.at, acts: Math.max(0, known.generation - from), bound };
}
