import { fail, ok, type Result } from '../../kernel/result';
import { blocksIdOf, type WritableBlockStore } from '../blocks';
import { manifestOf } from '../datasets';
import { isDeleted } from '../deletion';
import type { StoredRecord } from '../types';
import { blocksPath } from './format';
import type { OpenedBundle } from './read-bundle';

type BlockSource = Pick<OpenedBundle, 'parts' | 'readPart' | 'manifest'>;

/**
 * Writes the blocks that a file brings for its datasets and that are not here, and returns the ids under which it
 * wrote blocks. Nothing refers to the blocks of a new dataset until its record is merged.
 *
 * Fails  bundle-damaged, bundle-content: a dataset comes without its rows; what the store fails with
 */
export async function takeBlocks(
  file: BlockSource,
  records: readonly StoredRecord[],
  blocks: WritableBlockStore,
  signal?: AbortSignal,
): Promise<Result<readonly string[]>> {
  const written: string[] = [];
  for (const record of records) {
    const manifest = record.kind === 'dataset' && !isDeleted(record) ? manifestOf(record) : null;
    if (!manifest) continue;
    const blocksId = blocksIdOf(record.id, manifest);
    const missing = await blocks.findMissing(blocksId, manifest);
    if (!missing.ok) return missing;
    if (missing.value.length === 0) continue;
    const path = blocksPath(blocksId);
    if (!file.parts.has(path)) return fail('bundle-content', { path });
    const packed = await file.readPart(path, signal);
    if (!packed.ok) return packed;
    const stored = await blocks.unpack(blocksId, manifest, packed.value);
    if (!stored.ok) return stored;
    written.push(blocksId);
  }
  return ok(written);
}
