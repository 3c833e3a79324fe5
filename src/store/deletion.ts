import type { StoredRecord } from './types';

const stampTimeDigits = 15;

/**
 * Whether a record was deleted; it stays stored, so that this can be undone and merged.
 *
 * What somebody else edited after the deletion, not knowing of it, brings the record back: work is not thrown away
 * because another computer tidied up.
 */
export function isDeleted({ fields }: Pick<StoredRecord, 'fields'>): boolean {
  if (!Object.hasOwn(fields, 'deleted') || fields.deleted.value !== true) return false;
  const { stamp } = fields.deleted;
  const author = stamp.slice(stampTimeDigits);
  return !Object.entries(fields).some(
    ([field, edit]) => field !== 'deleted' && edit.stamp > stamp && edit.stamp.slice(stampTimeDigits) !== author,
  );
}
