import { describe, expect, it } from 'vitest';
import { MapSession } from '../../src/app/map-session.svelte';
import type { LinkEnd } from '../../src/artefacts/thread';
import type { Workbench } from '../../src/app/workbench.svelte';
import { diffMaps } from '../../src/domain/process-map/diff';
import { emptyMap } from '../../src/domain/process-map/map';
import { fail, ok } from '../../src/kernel/result';
import type { Change, Json, StoredRecord } from '../../src/store/types';
import { mapOf } from '../unit/domain/process-map/support';
import { Changing } from './support/state.svelte';

const stamp = '00000000000000a1';

function document(id: string, project: string, artefact: string, rows: Readonly<Record<string, Json>>): StoredRecord {
  const fields = { project, artefact, ...rows };
  return {
    kind: 'artefact',
    id,
    fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value, stamp }])),
  };
}

function withChange(records: readonly StoredRecord[], { kind, id, field, value }: Change): readonly StoredRecord[] {
  const old = records.find((record) => record.id === id) ?? { kind, id, fields: {} };
  const changed = { ...old, fields: { ...old.fields, [field]: { value, stamp } } };
  return [...records.filter((record) => record !== old), changed];
}

describe('a step that other records point to', () => {
  const records = [
    document('map', 'p', 'processMap', { 'r.steps.s1.name': '语音导航', 'r.steps.s1.order': 'a' }),
    document('fish', 'p', 'fishbone', {
      'r.causes.c1.cause': '菜单太深',
      'r.causes.c1.step': 's1',
      'r.causes.c1.order': 'a',
      'r.causes.c2.cause': '人手不足',
      'r.causes.c2.step': 's2',
      'r.causes.c2.order': 'b',
    }),
    document('other', 'q', 'fishbone', {
      'r.causes.c9.cause': '别的项目',
      'r.causes.c9.step': 's1',
      'r.causes.c9.order': 'a',
    }),
  ];
  const end = (kind: 'code' | 'step' | 'cause', id: string): LinkEnd => ({ kind, id });
  const links = [
    { id: 'l1', project: 'p', from: end('code', 'G1.1.1'), to: end('step', 's1') },
    { id: 'l2', project: 'p', from: end('step', 's2'), to: end('cause', 's1') },
    { id: 'l3', project: 'q', from: end('step', 's1'), to: end('cause', 'c9') },
  ];
  const session = new MapSession({ records: () => records, links } as unknown as Workbench, 'p');

  it('names the rows of its own project before it is deleted', () => {
    expect(session.referrers(['s1'])).toEqual([{ artefact: 'fishbone', id: 'fish', text: '菜单太深' }]);
    expect(session.referrers(['s1', 's2']).map(({ text }) => text)).toEqual(['菜单太深', '人手不足']);
    expect(session.referrers(['s3'])).toEqual([]);
  });

  it('counts the links of the thread that end there', () => {
    expect(session.threadLinks(['s1'])).toBe(1);
    expect(session.threadLinks(['s1', 's2'])).toBe(2);
    expect(session.threadLinks(['s3'])).toBe(0);
  });
});

describe('acts that follow before the first is stored', () => {
  /** A workbench whose commits land or fail when they are told to. */
  function openSlowly() {
    const records = new Changing<readonly StoredRecord[]>([]);
    const waiting: ((isTaken: boolean) => void)[] = [];
    const session = new MapSession(
      {
        records: () => records.value,
        record: (kind: string, id: string) => records.value.find((record) => record.kind === kind && record.id === id),
        commit: (changes: readonly Change[]) =>
          new Promise((end) => {
            waiting.push((isTaken) => {
              if (isTaken) for (const change of changes) records.value = withChange(records.value, change);
              end(isTaken ? ok(null) : fail('disk-full'));
            });
          }),
      } as unknown as Workbench,
      'p',
    );
    const add = (id: string) => session.write('today', { changes: diffMaps(emptyMap, mapOf({ [id]: {} }, [])) });
    const answer = (isTaken: boolean): void => waiting.shift()?.(isTaken);
    const steps = (): (string | undefined)[] | undefined => session.maps.today?.steps.map(({ name }) => name);
    return { session, records, add, answer, steps };
  }

  it('belong to one record, each behind the one before', async () => {
    const { records, add, answer, steps } = openSlowly();
    const acts = ['取号', '受理', '核验'].map(add);
    for (const act of acts) {
      answer(true);
      expect(await act).toMatchObject({ ok: true });
    }
    expect(records.value).toHaveLength(1);
    expect(steps()).toEqual(['取号', '受理', '核验']);
  });

  it('go to the map that is shown, where another tab made one meanwhile', async () => {
    const { records, add, answer, steps } = openSlowly();
    const lost = add('取号');
    answer(false);
    await lost;
    records.value = [document('theirs', 'p', 'processMap', { 'r.steps.s1.name': '受理', 'r.steps.s1.order': 'a' })];
    const act = add('核验');
    answer(true);
    await act;
    expect(records.value.map(({ id }) => id)).toEqual(['theirs']);
    expect(steps()).toEqual(['受理', '核验']);
  });

  it('belong to the record of one that could not be saved', async () => {
    const { records, add, answer, steps } = openSlowly();
    const first = add('取号');
    answer(false);
    expect(await first).toMatchObject({ ok: false });
    for (const name of ['受理', '核验']) {
      const act = add(name);
      answer(true);
      await act;
    }
    expect(records.value).toHaveLength(1);
    expect(steps()).toEqual(['受理', '核验']);
  });
});
