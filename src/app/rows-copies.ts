import { blocksPath } from '../store/bundle/format';
import { readBundle, type OpenedBundle } from '../store/bundle/read-bundle';
import { readBlocksCopy, type Shelf } from '../store/snapshots';

/**
 * Looks for a copy of a dataset's blocks on the shelf of the snapshots, then in a workbench file such as the one that
 * is about to be replaced: it may hold the last sound copy. The file is read when first needed, and once.
 */
export function rowsCopies(
  shelf: Shelf,
  readFile: () => Promise<Uint8Array<ArrayBuffer> | null>,
): (blocksId: string) => Promise<Uint8Array | null> {
  const orNull = async <T>(read: Promise<T | null>): Promise<T | null> => {
    try {
      return await read;
    } catch {
      // No private files here, or the file is gone: then this copy is none.
      return null;
    }
  };
  const open = async (): Promise<OpenedBundle | null> => {
    const bytes = await readFile();
    const opened = bytes && (await readBundle(bytes));
    return opened?.ok ? opened.value : null;
  };
  let file: Promise<OpenedBundle | null> | undefined;
  return async (blocksId) => {
    const kept = await orNull(readBlocksCopy(shelf, blocksId));
    if (kept) return kept;
    const opened = await (file ??= orNull(open()));
    const path = blocksPath(blocksId);
    if (!opened?.parts.has(path)) return null;
    const part = await opened.readPart(path);
    return part.ok ? part.value : null;
  };
}
