import { describe, expect, it } from 'vitest';
import { referrersOf } from '../../../src/artefacts/references';
import {
  buildThread,
  completeCodes,
  endKey,
  joinEnds,
  linkTypes,
  nodeKinds,
  traceNode,
  type ThreadLink,
} from '../../../src/artefacts/thread';
import { analysisOf, artefactOf, contentOf, projectOf } from './build-project';

const map = artefactOf(
  'processMap',
  contentOf(
    {},
    {
      steps: [
        { id: 's', name: 'Menu', stepType: 'step', link: 'G2.3.7' },
        { id: 'z', name: 'End', stepType: 'end' },
      ],
    },
  ),
);
const bones = artefactOf(
  'fishbone',
  contentOf(
    {},
    {
      causes: [
        { id: 'c', cause: 'Deep menu', bone: 'method', step: 's' },
        { id: 'd', cause: 'Noise', bone: 'people' },
      ],
    },
  ),
);
const plan = artefactOf(
  'actions',
  contentOf({}, { items: [{ id: 'a', action: 'Redesign', cause: 'c', effectAnalysis: 'e' }] }),
);
const analyses = [
  analysisOf('chart', { stages: [{ label: '2025-01', name: 'New menu' }] }),
  analysisOf('e', { slice: 'beforeAfter' }),
];
const project = projectOf([map, bones, plan], { analyses });
const stage = { kind: 'stage', id: 'chart', row: '2025-01' } as const;

describe('the thread', () => {
  it('runs through references in cells and through links', () => {
    const links: ThreadLink[] = [{ id: 'l', from: { kind: 'action', id: 'a' }, to: stage }];
    const thread = buildThread(project, links);
    expect(thread.edges.map(({ from, to, type, link }) => [from, type, to, link])).toEqual([
      ['code:G2.3.7', 'occursAt', 'step:s', undefined],
      ['step:s', 'causedBy', 'cause:c', undefined],
      ['cause:c', 'addressedBy', 'action:a', undefined],
      ['action:a', 'judgedBy', 'effect:e', undefined],
      ['action:a', 'visibleIn', 'stage:chart:2025-01', 'l'],
    ]);
    expect(completeCodes(thread)).toEqual(['G2.3.7']);
    expect(thread.nodes.some(({ end }) => end.id === 'z')).toBe(false);
  });

  it('joins a step to each of its links', () => {
    const steps = [{ id: 's', name: 'Menu', stepType: 'step', link: 'G2.3.7', moreLinks: ['G2.2.1', 'gone'] }];
    const several = artefactOf('processMap', contentOf({}, { steps }));
    const thread = buildThread(projectOf([several, bones, plan], { analyses }), []);
    expect(thread.nodes.filter(({ end }) => end.kind === 'code').map(({ end }) => end.id)).toEqual([
      'G2.2.1',
      'G2.3.7',
    ]);
    expect(thread.edges.filter(({ type }) => type === 'occursAt').map(({ from, to }) => [from, to])).toEqual([
      ['code:G2.3.7', 'step:s'],
      ['code:G2.2.1', 'step:s'],
    ]);
    expect(completeCodes(thread)).toEqual(['G2.2.1', 'G2.3.7']);
  });

  it('shows a step of both maps once, as it is today', () => {
    const steps = [
      { id: 's', name: 'Short menu', stepType: 'step', link: 'G2.2.1' },
      { id: 'n', name: 'Call back', stepType: 'step', link: null },
    ];
    const future = artefactOf('processMap', contentOf({ version: 'future' }, { steps }), 'draft', 'future');
    const thread = buildThread(projectOf([future, map, bones, plan], { analyses }), []);
    expect(
      thread.nodes
        .filter(({ end }) => end.kind === 'step')
        .map(({ end, title, artefact }) => [end.id, title, artefact?.id]),
    ).toEqual([
      ['s', 'Menu', 'processMap'],
      ['n', 'Call back', 'future'],
    ]);
    expect(thread.edges.filter(({ type }) => type === 'occursAt').map(({ from }) => from)).toEqual(['code:G2.3.7']);
  });

  it('is lit in both directions from any node', () => {
    const thread = buildThread(project, []);
    expect([...traceNode(thread, 'cause:c')].sort()).toEqual([
      'action:a',
      'cause:c',
      'code:G2.3.7',
      'effect:e',
      'step:s',
    ]);
    expect([...traceNode(thread, 'cause:d')]).toEqual(['cause:d']);
  });

  it('keeps a link whose end was deleted, and says which', () => {
    const link: ThreadLink = { id: 'l', from: { kind: 'cause', id: 'gone' }, to: { kind: 'action', id: 'a' } };
    expect(buildThread(project, [link]).broken).toEqual([{ link, missing: 'from' }]);
  });

  it('joins two nodes whichever was chosen first, and only such as have a word for it', () => {
    const [cause, action] = [{ kind: 'cause', id: 'c' } as const, { kind: 'action', id: 'a' } as const];
    expect(joinEnds(action, cause)).toEqual({ type: 'addressedBy', from: cause, to: action });
    expect(joinEnds(cause, stage)).toBeNull();
    expect(linkTypes.every(({ from, to }) => nodeKinds.indexOf(from) < nodeKinds.indexOf(to))).toBe(true);
    expect(endKey(stage)).toBe('stage:chart:2025-01');
  });

  it('says a link once that a cell already says', () => {
    const link: ThreadLink = { id: 'l', from: { kind: 'cause', id: 'c' }, to: { kind: 'action', id: 'a' } };
    const { edges } = buildThread(project, [link]);
    expect(edges.filter(({ type }) => type === 'addressedBy')).toHaveLength(1);
  });
});

describe('references in the other direction', () => {
  it('name each document once, with the first cell that points here', () => {
    expect(referrersOf(bones, project).map(({ artefact, at, count }) => [artefact.kind, at, count])).toEqual([
      ['actions', { list: 'items', row: 'a', column: 'cause' }, 1],
    ]);
    expect(referrersOf(plan, project)).toEqual([]);
  });

  it('name neither map for rows that both hold', () => {
    const lists = { lanes: [{ id: 'lane' }], steps: [{ id: 's', lane: 'lane' }] };
    const today = artefactOf('processMap', contentOf({}, lists), 'draft', 'today');
    const future = artefactOf('processMap', contentOf({ version: 'future' }, lists), 'draft', 'future');
    const both = projectOf([future, today, bones]);
    expect(referrersOf(today, both).map(({ artefact }) => artefact.id)).toEqual(['fishbone']);
    expect(referrersOf(future, both)).toEqual([]);
  });
});
