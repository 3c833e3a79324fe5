import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { view } from '../../../src/store/open-store';
import type { Store } from '../../../src/store/open-store';
import type { Json } from '../../../src/store/types';
import { change, freshFactory, openTestStore, valueOf } from './support/open';

let factory: IDBFactory;
let store: Store;

beforeEach(async () => {
  factory = freshFactory();
  store = await openTestStore(factory);
});

afterEach(() => store.close());

const named = (code: string): { code: string } => ({ code });

async function values(id: string): Promise<Readonly<Record<string, Json>> | null> {
  const record = valueOf(await store.get('project', id));
  return record && view(record);
}

describe('undo', () => {
  it('takes a new record away whole and brings it back', async () => {
    valueOf(
      await store.commit([change('project', 'p', 'name', 'n'), change('project', 'p', 'goal', 1)], named('create')),
    );
    expect(valueOf(await store.undo())?.act).toMatchObject({ label: named('create'), undone: true });
    expect(await values('p')).toBeNull();
    valueOf(await store.redo());
    expect(await values('p')).toEqual({ name: 'n', goal: 1, deleted: false });
  });

  it('brings a deleted record back', async () => {
    valueOf(await store.commit([change('project', 'p', 'name', 'n')], named('create')));
    valueOf(await store.commit([change('project', 'p', 'deleted', true)], named('delete')));
    valueOf(await store.undo());
    expect(await values('p')).toEqual({ name: 'n', deleted: false });
  });

  it('empties a field that had no value before', async () => {
    valueOf(await store.commit([change('project', 'p', 'name', 'n')], named('create')));
    valueOf(await store.commit([change('project', 'p', 'goal', 1)], named('goal')));
    valueOf(await store.undo());
    expect(await values('p')).toEqual({ name: 'n', deleted: false });
  });

  it('writes with a new stamp, so that it wins where the undone value has already been merged', async () => {
    valueOf(await store.commit([change('project', 'p', 'name', 'one')], named('create')));
    valueOf(await store.commit([change('project', 'p', 'name', 'two')], named('rename')));
    const undone = valueOf(await store.get('project', 'p'))?.fields.name.stamp ?? '';
    valueOf(await store.undo());
    const name = valueOf(await store.get('project', 'p'))?.fields.name;
    expect(name?.value).toBe('one');
    expect((name?.stamp ?? '') > undone).toBe(true);
  });

  it('steps over acts that are not undoable, and leaves fields alone that these changed', async () => {
    valueOf(
      await store.commit([change('project', 'p', 'name', 'a'), change('project', 'p', 'goal', 1)], named('create')),
    );
    valueOf(
      await store.commit([change('project', 'p', 'name', 'b'), change('project', 'p', 'goal', 2)], named('edit')),
    );
    valueOf(await store.commit([change('project', 'p', 'name', 'c')], named('merge'), { undoable: false }));
    const reversal = valueOf(await store.undo());
    expect(reversal?.act.label).toEqual(named('edit'));
    expect(reversal?.skipped).toEqual([{ kind: 'project', id: 'p', field: 'name' }]);
    expect(await values('p')).toEqual({ name: 'c', goal: 1, deleted: false });
    expect(valueOf(await store.redo())?.skipped).toEqual([{ kind: 'project', id: 'p', field: 'name' }]);
    expect(await values('p')).toEqual({ name: 'c', goal: 2, deleted: false });
  });

  it('cannot be redone after another act, but after one that is not undoable', async () => {
    valueOf(await store.commit([change('project', 'p', 'name', 'a')], named('create')));
    valueOf(await store.commit([change('project', 'p', 'name', 'b')], named('edit')));
    valueOf(await store.undo());
    valueOf(await store.commit([change('setting', 's', 'language', 'en')], named('setting'), { undoable: false }));
    expect(await store.nextUndo()).toEqual({ undo: named('create'), redo: named('edit') });
    valueOf(await store.commit([change('project', 'q', 'name', 'x')], named('other')));
    expect(await store.nextUndo()).toEqual({ undo: named('other'), redo: null });
    expect(valueOf(await store.redo())).toBeNull();
  });

  it('of another tab is the same history', async () => {
    const other = await openTestStore(factory);
    valueOf(await store.commit([change('project', 'p', 'name', 'a')], named('create')));
    expect(valueOf(await other.undo())?.act.label).toEqual(named('create'));
    expect(await store.nextUndo()).toEqual({ undo: null, redo: named('create') });
    other.close();
  });

  it('D09 a field that two tabs set has the later value, and one step back shows the earlier one', async () => {
    const other = await openTestStore(factory);
    valueOf(await store.commit([change('project', 'p', 'goal', 1)], named('create')));
    valueOf(await store.commit([change('project', 'p', 'name', 'typed here')], named('edit')));
    valueOf(await other.commit([change('project', 'p', 'name', 'typed there')], named('edit')));
    expect(await values('p')).toMatchObject({ name: 'typed there' });
    const acts = valueOf(await store.history());
    expect(acts.slice(0, 2).map(({ changes }) => changes.map(({ after }) => after))).toEqual([
      ['typed there'],
      ['typed here'],
    ]);
    expect(valueOf(await store.undo())?.skipped).toEqual([]);
    expect(await values('p')).toMatchObject({ name: 'typed here' });
    other.close();
  });

  it('sets a field back that one act set twice', async () => {
    valueOf(await store.commit([change('project', 'p', 'name', 'a')], named('create')));
    valueOf(
      await store.commit([change('project', 'p', 'name', 'b'), change('project', 'p', 'name', 'c')], named('twice')),
    );
    expect(valueOf(await store.undo())?.skipped).toEqual([]);
    expect(await values('p')).toEqual({ name: 'a', deleted: false });
    expect(valueOf(await store.redo())?.skipped).toEqual([]);
    expect(await values('p')).toEqual({ name: 'c', deleted: false });
  });
});

describe('history', () => {
  it('shows the latest acts first, with what they changed', async () => {
    valueOf(await store.commit([change('project', 'p', 'name', 'a')], { code: 'create', params: { name: 'a' } }));
    valueOf(await store.commit([change('project', 'p', 'name', 'b')], named('edit')));
    const acts = valueOf(await store.history());
    expect(acts.map((act) => act.label)).toEqual([named('edit'), { code: 'create', params: { name: 'a' } }]);
    expect(acts[0].changes).toEqual([{ kind: 'project', id: 'p', field: 'name', before: 'a', after: 'b' }]);
    expect(valueOf(await store.history(1))).toHaveLength(1);
  });

  it('forgets acts that may no longer be undone', async () => {
    valueOf(await store.commit([change('dataset', 'd', 'name', 'a')], named('import')));
    valueOf(await store.commit([change('dataset', 'd', 'deleted', true)], named('delete')));
    expect(valueOf(await store.isReversible('dataset', 'd', 'deleted'))).toBe(true);
    valueOf(await store.forgetUndo('dataset', 'd', 'deleted'));
    expect(valueOf(await store.isReversible('dataset', 'd', 'deleted'))).toBe(false);
    expect(await store.nextUndo()).toEqual({ undo: null, redo: null });
    expect(valueOf(await store.history())).toHaveLength(2);
  });
});
