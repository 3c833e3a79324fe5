import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteRow, insertRow, ordersOf, readContent, setCell, setField } from '../../../src/artefacts/content';
import type { RegisterChange } from '../../../src/artefacts/content';
import {
  compareContents,
  keepVersion,
  readVersions,
  restoreVersion,
  versionPrefix,
} from '../../../src/artefacts/versions';

type Registers = Readonly<Record<string, { readonly value: unknown }>>;

const write = (registers: Registers, changes: readonly RegisterChange[]): Registers => ({
  ...registers,
  ...Object.fromEntries(changes.map(({ field, value }) => [field, { value }])),
});

/** What registers say; a list whose rows are all gone says as little as none. */
function said(registers: Registers): unknown {
  const { fields, lists } = readContent(registers);
  return { fields, lists: Object.fromEntries(Object.entries(lists).filter(([, rows]) => rows.length > 0)) };
}

const begun = write({}, [
  setField('goal', '从 23.5 到 17.2'),
  ...insertRow('team', { id: 'a', cells: { name: '王' } }, new Map()),
]);
const first = {
  [`${versionPrefix}v1`]: { value: keepVersion(begun, { at: 1_000, by: '李', status: 'approved' }) },
};

describe('versions of a document', () => {
  it('are read in the order in which they were kept', () => {
    const later = { [`${versionPrefix}v0`]: { value: keepVersion(begun, { at: 2_000, by: '', status: 'draft' }) } };
    expect(readVersions({ ...later, ...first }).map(({ id, number, by, status }) => [id, number, by, status])).toEqual([
      ['v1', 1, '李', 'approved'],
      ['v0', 2, '', 'draft'],
    ]);
    expect(readVersions({ [`${versionPrefix}x`]: { value: 'of a newer build' } })).toEqual([]);
  });

  it('are no part of what the document says', () => {
    expect(readContent({ ...begun, ...first })).toEqual(readContent(begun));
  });

  it('come back: changed cells, rows taken away and rows added since', () => {
    const now = write({ ...begun, ...first }, [
      setField('goal', '别的'),
      setField('scopeIn', '新写的'),
      deleteRow('team', 'a'),
      ...insertRow('team', { id: 'b', cells: { name: '赵' } }, ordersOf(begun, 'team')),
    ]);
    const [version] = readVersions(now);
    expect(readContent(write(now, restoreVersion(now, version)))).toEqual(readContent(begun));
    expect(restoreVersion(begun, version)).toEqual([]);
  });

  it('say cell by cell what changed since', () => {
    const now = write(begun, [setField('goal', '别的'), setCell('team', 'a', 'role', '黑带')]);
    expect(compareContents(readContent(begun), readContent(now))).toEqual([
      { at: { field: 'goal' }, before: '从 23.5 到 17.2', after: '别的' },
      { at: { list: 'team', row: 'a', column: 'role' }, before: null, after: '黑带' },
    ]);
  });

  it('come back whatever was done in between', () => {
    const act = fc.oneof(
      fc
        .tuple(fc.constantFrom('goal', 'metric', 'scope'), fc.option(fc.string()))
        .map(([field, value]) => [setField(field, value)]),
      fc
        .tuple(fc.constantFrom('a', 'b', 'c'), fc.string())
        .map(([id, name]) => insertRow('team', { id, cells: { name } }, new Map())),
      fc.constantFrom('a', 'b', 'c').map((id) => [deleteRow('team', id)]),
    );
    fc.assert(
      fc.property(fc.array(act), fc.array(act), (before, after) => {
        const then = before.reduce<Registers>(write, {});
        const now = after.reduce<Registers>(write, then);
        const kept = { [`${versionPrefix}v`]: { value: keepVersion(then, { at: 1, by: '', status: 'draft' }) } };
        const [version] = readVersions(kept);
        expect(said(write(now, restoreVersion(now, version)))).toEqual(said(then));
      }),
    );
  });
});
