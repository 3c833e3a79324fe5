import { describe, expect, it } from 'vitest';
import { keepFile, readKept } from '../../../src/app/kept-files';
import { sha256Hex } from '../../../src/kernel/digest';
import type { StoredRecord } from '../../../src/store/types';

async function recordOf(file: File): Promise<StoredRecord> {
  const kept = await keepFile(file);
  if (!kept.ok) throw new Error(kept.failure.code);
  const fields = Object.fromEntries(kept.value.changes.map(({ field, value }) => [field, { value, stamp: '' }]));
  return { id: kept.value.digest, kind: 'evidence', fields };
}

const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256);

describe('files kept here', () => {
  it('come back byte by byte, under their digest', async () => {
    const record = await recordOf(new File([bytes], '评审签字.pdf'));
    expect(record.id).toBe(await sha256Hex(bytes));
    const read = await readKept(record);
    expect(read.ok && new Uint8Array(await read.value.arrayBuffer())).toEqual(bytes);
  });

  it('are refused when larger than 4 MB, damaged or gone', async () => {
    const large = await keepFile(new File([new Uint8Array(4 * 1024 * 1024 + 1)], 'x'));
    expect(!large.ok && large.failure.code).toBe('evidence-too-large');
    const record = await recordOf(new File([bytes], 'x'));
    const damaged = { ...record, fields: { ...record.fields, data: { value: btoa('else'), stamp: '' } } };
    expect(await readKept(damaged)).toMatchObject({ failure: { code: 'file-damaged' } });
    expect(await readKept(null)).toMatchObject({ failure: { code: 'file-gone' } });
    const unreadable = { ...record, fields: { ...record.fields, data: { value: '***', stamp: '' } } };
    expect(await readKept(unreadable)).toMatchObject({ failure: { code: 'file-damaged' } });
  });
});
