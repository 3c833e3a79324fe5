import { describe, expect, it } from 'vitest';
import { MapSession } from '../../src/app/map-session.svelte';
import type { LinkEnd } from '../../src/artefacts/thread';
import type { Workbench } from '../../src/app/workbench.svelte';
import type { Json, StoredRecord } from '../../src/store/types';

const stamp = '00000000000000a1';

function document(id: string, project: string, artefact: string, rows: Readonly<Record<string, Json>>): StoredRecord {
  const fields = { project, artefact, ...rows };
  return {
    kind: 'artefact',
    id,
    fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value, stamp }])),
  };
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
