import { describe, expect, it, vi } from 'vitest';
import HomeView from '../../src/pages/home/HomeView.svelte';
import { act, setup } from './support/setup';

const none = { datasets: [], analyses: [], projects: [], tasks: [], onsample: vi.fn(), onproject: vi.fn() };
const project = {
  id: 'p1',
  name: 'Answer speed',
  invented: false,
  phase: 'Measure',
  gate: 'Gate of Measure: 2 criteria still open: A, B',
};

describe('the home page', () => {
  it('has four doors for a newcomer: sample, import, project, workbench file', () => {
    const props = { ...none, onsample: vi.fn(), onproject: vi.fn() };
    const { all } = setup(HomeView, props);
    const doors = all('.doors section');
    expect(doors.map((door) => door.querySelector('h2')?.textContent)).toEqual([
      'Open the sample project',
      'Import a file',
      'Start a project',
      'Open a workbench file',
    ]);
    expect(doors.map((door) => door.querySelector('a')?.getAttribute('href'))).toEqual([
      undefined,
      '#/data/import',
      undefined,
      '#/files',
    ]);
    act(() => doors[0].querySelector('button')?.click());
    act(() => doors[2].querySelector('button')?.click());
    expect([props.onsample, props.onproject].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('shows who returns the recent projects, each with its phase and what its gate lacks', () => {
    const { find, all } = setup(HomeView, { ...none, projects: [project] });
    expect(all('.doors')).toEqual([]);
    const link = find('a[href="#/projects/p1"]');
    for (const words of [project.name, project.phase, project.gate]) expect(link.textContent).toContain(words);
  });

  it('offers a first project to who has data but none', () => {
    const onproject = vi.fn();
    const dataset = { id: 'd', name: 'Calls', rows: 3, importedAt: 0, invented: false };
    const { all } = setup(HomeView, { ...none, datasets: [dataset], onproject });
    const button = all('button').find(({ textContent }) => textContent?.includes('New project'));
    act(() => button?.click());
    expect(onproject).toHaveBeenCalledOnce();
  });
});
