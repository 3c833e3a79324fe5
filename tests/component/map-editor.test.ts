import { describe, expect, it } from 'vitest';
import { emptyMap, type ProcessMap } from '../../src/domain/process-map/map';
import { lanesInOrder } from '../../src/domain/process-map/geometry';
import type { Failure } from '../../src/kernel/result';
import { MapEditor } from '../../src/pages/map/map-editor.svelte';
import type { MapAct } from '../../src/pages/map/services';
import { chain, lane } from '../unit/domain/process-map/support';
import { Changing } from './support/state.svelte';

function open(map: ProcessMap): { editor: MapEditor; acts: MapAct[]; failures: Failure[] } {
  const acts: MapAct[] = [];
  const failures: Failure[] = [];
  const editor = new MapEditor({
    map: () => map,
    counts: () => null,
    compareWith: () => null,
    linkCodes: () => new Set(),
    onchange: (act) => {
      acts.push(act);
      return Promise.resolve();
    },
    onfailure: (failure) => void failures.push(failure),
  });
  return { editor, acts, failures };
}

const lanes = [lane('A', 0), lane('B', 160)];
const two = chain(
  [
    { name: '取号', lane: 'A', x: 100, y: 40 },
    { name: '受理', lane: 'A', x: 300, y: 40 },
  ],
  { lanes },
);
const laneOf = ({ map }: MapEditor, id: string): string | null | undefined =>
  map.steps.find((step) => step.id === id)?.lane;

describe('a map under the keys', () => {
  it('gets a step behind the one selected, connected with it, and selects it', () => {
    const { editor, acts } = open(two);
    editor.select({ kind: 'steps', ids: ['s1'] });
    editor.addStep('step');
    expect(acts).toHaveLength(1);
    const [added] = editor.selectedSteps;
    expect(editor.map.flows.some(({ from, to }) => from === 's1' && to === added.id)).toBe(true);
    expect(added.lane).toBe('A');
  });

  it('moves a step on until it lies in the next lane, as one act each', () => {
    const { editor, acts } = open(two);
    editor.select({ kind: 'steps', ids: ['s1'] });
    let presses = 0;
    while (laneOf(editor, 's1') === 'A' && presses < 100) {
      editor.nudge(0, 8);
      presses++;
    }
    expect(laneOf(editor, 's1')).toBe('B');
    expect(acts).toHaveLength(presses);
    expect(laneOf(editor, 's2')).toBe('A');
    while (laneOf(editor, 's1') === 'B' && presses < 200) {
      editor.nudge(0, -8);
      presses++;
    }
    expect(laneOf(editor, 's1')).toBe('A');
  });

  it('stays as it is where nothing lies behind the last lane', () => {
    const { editor, acts } = open(two);
    editor.select({ kind: 'steps', ids: ['s1'] });
    for (let press = 0; press < 60; press++) editor.nudge(0, 8);
    const last = lanesInOrder(editor.map).at(-1);
    expect(laneOf(editor, 's1')).toBe(last?.id);
    const done = acts.length;
    editor.nudge(0, 8);
    expect(acts).toHaveLength(done);
  });

  it('refuses the same way twice, and says so', () => {
    const { editor, acts, failures } = open(two);
    editor.connect('s1', 's2');
    expect(acts).toEqual([]);
    expect(failures).toMatchObject([{ code: 'map-flow-exists', params: { from: '取号', to: '受理' } }]);
  });

  it('shows what is typed before it is an act, and an act ends what is typed', () => {
    const { editor, acts } = open(two);
    const name = (): string | undefined => editor.map.steps.find(({ id }) => id === 's1')?.name;
    editor.preview({ kind: 'set-step', id: 's1', fields: { name: '取号机' } });
    expect([name(), acts.length]).toEqual(['取号机', 0]);
    editor.edit({ kind: 'set-step', id: 's1', fields: { name: '自助取号' } });
    expect([name(), acts.length]).toEqual(['自助取号', 1]);
  });
});

describe('acts on their way to the store', () => {
  /** A store that takes or refuses the oldest act when it is told to. */
  function openSlowly(map: ProcessMap) {
    const stored = new Changing(map);
    const waiting: { readonly act: MapAct; readonly end: () => void }[] = [];
    const editor = new MapEditor({
      map: () => stored.value,
      counts: () => null,
      compareWith: () => null,
      linkCodes: () => new Set(),
      onchange: (act) => new Promise<void>((end) => void waiting.push({ act, end })),
      onfailure: ({ code }) => expect.unreachable(code),
    });
    const answer = async (isTaken: boolean): Promise<void> => {
      const next = waiting.shift();
      if (!next) throw new Error('No act is on its way.');
      // What is read from a store is a new object each time.
      if (isTaken) stored.value = structuredClone(next.act.map);
      next.end();
      await new Promise((later) => setTimeout(later));
    };
    const names = (): string[] => editor.map.steps.filter(({ kind }) => kind === 'step').map(({ name }) => name);
    const rename = (id: string, name: string): boolean => editor.edit({ kind: 'set-step', id, fields: { name } });
    return { editor, stored, answer, names, rename };
  }

  it('stay on the screen while the ones before them land', async () => {
    const { editor, answer, names, rename } = openSlowly(two);
    rename('s1', '自助取号');
    editor.select({ kind: 'steps', ids: ['s2'] });
    editor.addStep('step');
    await answer(true);
    expect(names()).toEqual(['自助取号', '受理', '']);
    editor.copy();
    editor.paste();
    expect(names()).toHaveLength(4);
    await answer(true);
    await answer(true);
    expect(names()).toEqual(['自助取号', '受理', '', '']);
  });

  it('stay on the screen where the store refuses them', async () => {
    const { answer, names, rename } = openSlowly(two);
    rename('s1', '自助取号');
    rename('s2', '核验');
    await answer(true);
    await answer(false);
    expect(names()).toEqual(['自助取号', '核验']);
  });

  it('give way to what others wrote once all have landed', async () => {
    const { stored, answer, names, rename } = openSlowly(two);
    rename('s1', '自助取号');
    await answer(true);
    stored.value = { ...two, steps: two.steps.filter(({ id }) => id !== 's1') };
    expect(names()).toEqual(['受理']);
  });
});

describe('copied steps', () => {
  it('are pasted into another map too, under new ids, with the flows among them', () => {
    const { editor } = open(two);
    editor.select({ kind: 'steps', ids: ['s1', 's2'] });
    editor.copy();
    const other = open({ ...emptyMap, lanes });
    expect(other.editor.canPaste).toBe(true);
    other.editor.paste();
    const { steps, flows } = other.editor.map;
    expect(steps.map(({ name }) => name)).toEqual(['取号', '受理']);
    expect(flows.map(({ from, to }) => [from, to])).toEqual([steps.map(({ id }) => id)]);
    expect(steps.some(({ id }) => ['s1', 's2'].includes(id))).toBe(false);
    expect(other.editor.selectedSteps).toHaveLength(2);
  });
});

describe('what is selected', () => {
  it('goes with what is removed', () => {
    const { editor } = open(two);
    editor.select({ kind: 'steps', ids: ['s2'] });
    editor.removeSelected();
    expect(editor.selection).toEqual({ kind: 'none' });
    expect(editor.map.flows.some(({ from, to }) => from === 's2' || to === 's2')).toBe(false);
  });
});
