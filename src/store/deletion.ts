import type { StoredRecord } from './types';

const stampTimeDigits = 15;

/**
 * Whether a record was deleted; it stays stored, so that this can be undone and merged.
 *
 * What somebody else edited after the deletion, not knowing of it, brings the record back: work is not thrown away
 * because another computer tidied up. What was erased never comes back.
 */
export function isDeleted({ fields }: Pick<StoredRecord, 'fields'>): boolean {
  if (isErased({ fields })) return true;
  if (!Object.hasOwn(fields, 'deleted') || fields.deleted.value !== true) return false;
  const { stamp } = fields.deleted;
  const author = stamp.slice(stampTimeDigits);
  return !Object.entries(fields).some(
    ([field, edit]) => !isOfDeletion(field) && edit.stamp > stamp && edit.stamp.slice(stampTimeDigits) !== author,
  );
}

/** To erase rows of a dataset is no edit of it: it must not bring back what another deleted. */
function isOfDeletion(field: string): boolean {
  return field === 'deleted' || field.startsWith(erasedRowsPrefix);
}

/** Of the fields of a dataset that hold the numbers of erased rows; see `erased-rows`. */
export const erasedRowsPrefix = 'erasedRows:';

/** The registers of a record that was erased: nothing else of it is kept, here or in any copy that merges with it. */
export const tombstoneFields: readonly string[] = ['deleted', 'erased'];

/** Whether the contents of a record were erased for good. */
export function isErased({ fields }: Pick<StoredRecord, 'fields'>): boolean {
  return Object.hasOwn(fields, 'erased') && fields.erased.value === true;
}
