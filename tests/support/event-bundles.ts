import { formatStamp } from '../../src/store/clock';
import { bundleFormat, bundleVersion } from '../../src/store/bundle/format';
import { writeBundle } from '../../src/store/bundle/write-bundle';
import type { Json, StoredRecord } from '../../src/store/types';

const start = Date.UTC(2026, 5, 1);

/** The workbench file of one branch: so many service events that nobody else has; `more` goes into each. */
export async function eventBundle(
  branch: number,
  events: number,
  more: Readonly<Record<string, Json>> = {},
): Promise<Buffer> {
  const replica = `branch${branch}`;
  const records = Array.from({ length: events }, (_, n): StoredRecord => {
    const values: Record<string, Json> = {
      number: `B${branch}-2026-${String(n + 1).padStart(4, '0')}`,
      channel: 'hotline',
      receivedAt: start + n * 600_000,
      outlet: `A${String(branch).padStart(2, '0')}`,
      title: `第 ${branch} 网点第 ${n + 1} 件`,
      narrative: `客户反映排队时间长，编号 ${branch}-${n + 1}，希望增开窗口并回电说明处理情况。`,
      severity: 2,
      status: 'accepted',
      registeredBy: '王芳',
      note: 'x'.repeat(1_200),
      ...more,
    };
    const fields = Object.entries(values).map(([field, value], i) => {
      const stamp = formatStamp({ ms: start + n, counter: i, replica });
      return [field, { value, stamp }] as const;
    });
    return { id: `${replica}-${n}`, kind: 'event', fields: Object.fromEntries(fields) };
  });
  return bundleOf(branch, records, { exportId: `export${branch}`, earlier: [], at: start + events });
}

/** The next file of the same branch, which erased the first of these events for good. */
export async function erasureBundle(branch: number, events: number): Promise<Buffer> {
  const at = start + 86_400_000;
  const stamp = formatStamp({ ms: at, counter: 0, replica: `branch${branch}` });
  const fields = { deleted: { value: true, stamp }, erased: { value: true, stamp } };
  const records = Array.from({ length: events }, (_, n): StoredRecord => {
    return { id: `branch${branch}-${n}`, kind: 'event', fields };
  });
  return bundleOf(branch, records, { exportId: `erasure${branch}`, earlier: [`export${branch}`], at });
}

async function bundleOf(
  branch: number,
  records: readonly StoredRecord[],
  { at, ...own }: { readonly exportId: string; readonly earlier: readonly string[]; readonly at: number },
): Promise<Buffer> {
  const replica = `branch${branch}`;
  const { bytes } = await writeBundle({
    manifest: {
      format: bundleFormat,
      version: bundleVersion,
      app: { version: '0.0.0', build: 'test' },
      createdAt: start,
      ...own,
      from: { replica, installId: `install${branch}`, name: `网点 ${branch}` },
      clock: formatStamp({ ms: at, counter: 0, replica }),
      seen: {},
      cloned: [],
      scope: { purpose: 'hand-over', kinds: null, since: null, rows: false, screened: false },
      withheld: { fields: 0, datasets: 0 },
      taxonomy: '',
    },
    records,
    datasets: [],
  });
  return Buffer.from(bytes);
}

/** A table of random numbers, which no database can pack. */
export function randomCsv(rows: number, columns: number, draw: () => number): Buffer {
  const header = Array.from({ length: columns }, (_, i) => `value${i + 1}`).join(',');
  const line = (): string => Array.from({ length: columns }, () => draw().toFixed(9)).join(',');
  return Buffer.from([header, ...Array.from({ length: rows }, line)].join('\n') + '\n');
}
