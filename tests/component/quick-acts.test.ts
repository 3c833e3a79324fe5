import { describe, expect, it, vi } from 'vitest';
import { doMeeting, observeMeetings, raiseItem } from '../../src/app/meeting-acts';
import type { Preferences } from '../../src/app/preferences.svelte';
import { ProjectSession } from '../../src/app/project-session.svelte';
import { QualitySession } from '../../src/app/quality-session.svelte';
import { Workbench } from '../../src/app/workbench.svelte';
import type { QualityMeeting } from '../../src/domain/meeting/meeting';
import { ok } from '../../src/kernel/result';
import { voteOf } from '../../src/pages/projects/vote-keys';
import type { Json } from '../../src/store/types';
import type { Bridge } from '../../src/worker/bridge';
import { openComputer } from '../unit/store/support/bundles';

const person = '王芳';

async function open() {
  const { store } = await openComputer({ replica: 'a' });
  return Workbench.open(store, {} as Bridge);
}

describe('acts that come before the one before is saved', () => {
  it('keep every field of a topic, and an item takes all of them', async () => {
    const workbench = await open();
    const quality = new QualitySession(workbench, { person } as Preferences);
    await quality.open();
    let meetings: ReadonlyMap<string, QualityMeeting> = new Map();
    observeMeetings(workbench, (found) => (meetings = found));
    const [id, topic] = ['m', 't'];
    const window = { kind: 'regular', day: 20_000, from: 19_990, to: 20_000 } as const;
    const edit = (of: object) => doMeeting(workbench, person, meetings, { kind: 'editTopic', id, topic, edit: of });
    const done = await Promise.all([
      doMeeting(workbench, person, meetings, { kind: 'create', id, meeting: window, previous: null }),
      doMeeting(workbench, person, meetings, { kind: 'addTopic', id, topic, details: { title: '排队' } }),
      edit({ decision: '增设弹性窗口' }),
      edit({ owner: '李强' }),
      edit({ due: 20_030 }),
      edit({ type: 'preventive' }),
      raiseItem(workbench, quality, person, { id, topic }),
    ]);
    expect(done.map((one) => one.ok)).toEqual(done.map(() => true));
    const wanted = { decision: '增设弹性窗口', owner: '李强', due: 20_030, type: 'preventive', outcome: 'decided' };
    await vi.waitFor(() => expect(meetings.get(id)?.topic).toMatchObject([wanted]));
    expect(quality.itemList).toMatchObject([{ title: '排队', owner: '李强', due: 20_030, type: 'preventive' }]);
  });

  it('have begun to be saved when the page is left at once', async () => {
    const workbench = await open();
    const window = { kind: 'regular', day: 20_000, from: 19_990, to: 20_000 } as const;
    const create = { kind: 'create', id: 'm', meeting: window, previous: null } as const;
    let meetings: ReadonlyMap<string, QualityMeeting> = new Map();
    observeMeetings(workbench, (found) => (meetings = found));
    expect(await doMeeting(workbench, person, meetings, create)).toEqual(ok(null));
    await vi.waitFor(() => expect(meetings.size).toBe(1));
    const done = doMeeting(workbench, person, meetings, { kind: 'edit', id: 'm', edit: { chair: '李强' } });
    expect(workbench.underWay).toContainEqual({ kind: 'meeting', id: 'm', field: 'chair', value: '李强' });
    expect(await done).toEqual(ok(null));
  });

  it('count every vote for a cause', async () => {
    const workbench = await open();
    const fields: Record<string, Json> = { project: 'p', artefact: 'fishbone', 'r.causes.c.order': 'a' };
    const made = Object.entries(fields).map(([field, value]) => ({ kind: 'artefact', id: 'f', field, value }) as const);
    expect(await workbench.commit(made, { code: 'x' })).toEqual(ok(null));
    const session = new ProjectSession(workbench, 'p');
    const keys = ['+', '+', 'ArrowUp', '-', '+'];
    await Promise.all(keys.map((key) => session.vote('f', 'c', voteOf(key) ?? expect.unreachable())));
    expect(workbench.record('artefact', 'f')?.fields['r.causes.c.votes'].value).toBe(3);
  });
});
