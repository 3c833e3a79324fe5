/** Erasing records for good: no undo, no merge and no history brings back what they held. */

import type { Database } from './schema';
import type { ActLabel, Change, RecordKind } from './types';

/** What goes, and what takes the place of what it was part of; one act. */
export interface Erasure {
  /** Records that become empty tombstones. */
  readonly records: readonly { readonly kind: RecordKind; readonly id: string }[];
  /** Changes of others, such as the manifest of a dataset that lost rows. */
  readonly changes: readonly Change[];
  /** How many, never who. */
  readonly label: ActLabel;
}

/**
 * Removes from the history and from the ways back of merges what they hold of these records. Acts of which nothing is
 * left stay in the list and can no longer be undone. To be called inside the transaction of the erasure.
 */
export async function forgetPast(
  { journal, merges, mergeUndo }: Database,
  gone: readonly { readonly kind: RecordKind; readonly id: string }[],
): Promise<void> {
  const keys = new Set(gone.map(({ kind, id }) => `${kind}/${id}`));
  const isKept = ({ kind, id }: { readonly kind: RecordKind; readonly id: string }): boolean =>
    !keys.has(`${kind}/${id}`);
  const acts = (await journal.toArray()).filter(({ changes }) => !changes.every(isKept));
  await journal.bulkPut(
    acts.map((act) => {
      const changes = act.changes.filter(isKept);
      return { ...act, changes, undoable: act.undoable && changes.length > 0 };
    }),
  );
  const ways = (await mergeUndo.toArray()).filter(({ records }) => !records.every(isKept));
  await mergeUndo.bulkPut(ways.map((way) => ({ ...way, records: way.records.filter(isKept) })));
  const accounts = (await merges.toArray()).filter(({ conflicts }) => !conflicts.every(isKept));
  await merges.bulkPut(accounts.map((account) => ({ ...account, conflicts: account.conflicts.filter(isKept) })));
}
