import * as v from 'valibot';
import { columnTypes } from '../../table/column';
import { bundleLimits } from './format';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(4_000));

/** The parts of a dataset's manifest by which its blocks are found and read. */
const schema = v.looseObject({
  edition: v.optional(v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,32}$/))),
  without: v.optional(
    v.pipe(
      v.array(v.pipe(count, v.maxValue(100_000_000))),
      v.check((rows) => rows.every((row, i) => i === 0 || rows[i - 1] < row)),
    ),
  ),
  rows: v.pipe(count, v.maxValue(100_000_000)),
  chunkRows: v.pipe(v.number(), v.integer(), v.minValue(8), v.multipleOf(8)),
  columns: v.pipe(
    v.array(v.object({ id: v.pipe(text, v.regex(/^[^#]/)), name: text, type: v.picklist(columnTypes) })),
    v.maxLength(2_000),
  ),
  blocks: v.array(
    v.object({ column: text, chunk: count, digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), bytes: count }),
  ),
  source: v.looseObject({
    fileName: text,
    fileDigest: text,
    bytes: count,
    importedAt: v.pipe(v.number(), v.finite()),
    plan: v.nullable(v.looseObject({})),
    issues: v.array(v.looseObject({})),
    masked: v.array(v.looseObject({})),
    invented: v.boolean(),
  }),
});

/** Where a foreign manifest of a dataset is not of its shape; `null` if it is. */
export function findManifestFault(value: unknown): string | null {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) return v.getDotPath(parsed.issues[0]) ?? 'manifest';
  const { blocks } = parsed.output;
  const total = blocks.reduce((sum, block) => sum + block.bytes, 0);
  return total > bundleLimits.fileBytes ? 'blocks' : null;
}
