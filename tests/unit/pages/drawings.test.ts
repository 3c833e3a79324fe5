import { describe, expect, it } from 'vitest';
import { layCtqTree, treeSize } from '../../../src/pages/projects/ctq-tree-layout';
import { layFishbone } from '../../../src/pages/projects/fishbone-layout';
import { placeLabels, shorten, widthOf, wrapLabel } from '../../../src/pages/projects/place-labels';
import { layThread, nodeSize } from '../../../src/pages/projects/thread-layout';
import type { Thread } from '../../../src/artefacts/thread';
import { contentOf } from '../artefacts/build-project';

describe('labels', () => {
  it('are cut by their width, a Chinese character counting twice', () => {
    expect(shorten('语音菜单', 8)).toBe('语音菜单');
    expect(shorten('语音菜单层级多', 8)).toBe('语音菜…');
    expect(widthOf('语音ab')).toBeGreaterThan(6);
  });

  it('break between words where there is a blank, and never say more than two lines', () => {
    expect(wrapLabel('Choice in the phone menu', 21)).toEqual(['Choice in the', 'phone menu']);
    expect(wrapLabel('电话语音导航设计与改版', 12)).toEqual(['电话语音导航', '设计与改版']);
    const [first, second] = wrapLabel('a very long sentence that goes on and on without an end', 21);
    expect([first, second?.endsWith('…')]).toEqual(['a very long', true]);
  });

  it('of points at one spot stand below each other, and at the edge to the left', () => {
    const point = (id: string, x: number) => ({ id, x, y: 10, label: id });
    const [a, b, c] = placeLabels([point('a', 10), point('b', 10), point('c', 590)], { left: 0, right: 600 });
    expect(b.y).toBeGreaterThan(a.y);
    expect([a.anchor, c.anchor]).toEqual(['start', 'end']);
  });

  it('of points end before the next point of their line and before the edge', () => {
    const point = (id: string, x: number, y: number) => ({ id, x, y, label: '零售业务部总经理 李建国' });
    const placed = placeLabels([point('a', 20, 10), point('b', 100, 12), point('c', 420, 90)], {
      left: 0,
      right: 500,
    });
    const [a, b, c] = placed;
    expect(20 + 10 + 6.7 * widthOf(a.text)).toBeLessThan(100);
    expect(b.text).toBe(b.label);
    expect([c.anchor, c.text]).toEqual(['end', c.label]);
    // Two that face each other share the room between them.
    const [d, e] = placeLabels([point('d', 20, 10), point('e', 190, 10)], { left: 0, right: 200 });
    const end = (x: number, { text }: { readonly text: string }): number => x + 6.7 * widthOf(text);
    expect(end(30, d)).toBeLessThanOrEqual(e.anchor === 'end' ? 180 - 6.7 * widthOf(e.text) : 190);
  });
});

describe('the tree of characteristics', () => {
  const content = contentOf(
    {},
    {
      needs: [
        { id: 'n1', need: '快' },
        { id: 'n2', need: '准' },
      ],
      verbatims: [{ quote: '等太久', need: 'n1' }, { quote: '排队', need: 'n1' }, { quote: '？' }],
      ctqs: [
        { id: 'c1', characteristic: '接通', need: 'n1', driver: '人手', defectRule: '超过 20 秒' },
        { id: 'c2', characteristic: '排队', need: 'n1', driver: '人手' },
        { id: 'c3', characteristic: '转接', need: 'n1' },
        { id: 'c4', characteristic: '无主' },
      ],
    },
  );
  const picture = layCtqTree(content);
  const node = (key: string) => picture.nodes.find((candidate) => candidate.key === key);

  it('has each need, driver and characteristic once, none upon another', () => {
    expect(picture.nodes.map(({ key }) => key).sort()).toEqual(['c1', 'c2', 'c3', 'c4', 'n1', 'n1/人手', 'n2']);
    for (const a of picture.nodes)
      for (const b of picture.nodes)
        if (a !== b && a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(treeSize.height);
    for (const { x, y } of picture.nodes) {
      expect(x + treeSize.width).toBeLessThanOrEqual(picture.width);
      expect(y + treeSize.height).toBeLessThanOrEqual(picture.height);
    }
  });

  it('joins a characteristic to its driver, else to its need, else to nothing', () => {
    expect(picture.edges.map(({ key }) => key).sort()).toEqual(['n1/人手>c1', 'n1/人手>c2', 'n1>c3', 'n1>n1/人手']);
  });

  it('gives no room to a level that nothing stands on', () => {
    const bare = layCtqTree(contentOf({}, { ctqs: [{ characteristic: '接通' }] }));
    expect(bare.columns.map(({ level }) => level)).toEqual(['ctq']);
    expect(bare.width).toBe(treeSize.width);
  });

  it('counts verbatims and says what cannot be measured', () => {
    expect([node('n1')?.verbatims, node('n2')?.verbatims]).toEqual([2, 0]);
    expect([node('c1')?.measurable, node('c2')?.measurable]).toEqual([true, false]);
  });
});

describe('the fishbone', () => {
  it('has a place for every cause, also on a bone of another set', () => {
    const content = contentOf(
      { boneSet: 'sides' },
      { causes: [{ cause: 'a', bone: 'process' }, { cause: 'b', bone: 'people' }, { cause: 'c' }] },
    );
    const picture = layFishbone(content);
    expect(picture.bones.map(({ name }) => name)).toEqual(['process', 'staff', 'system', 'people']);
    expect(picture.causes).toHaveLength(3);
    for (const { x, y, endX } of picture.causes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(endX).toBeLessThan(picture.headX);
      expect(y > 0 && y < picture.height).toBe(true);
    }
    const places = picture.causes.map(({ x, y }) => `${x},${y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('gives a long cause a second line that lies on no other, and never cuts votes off', () => {
    const long = '语音菜单层级多，误选后转人工，再次排队等候';
    const content = contentOf(
      {},
      { causes: [long, '高峰座席不足', '外呼占线'].map((cause) => ({ cause, votes: 12 })) },
    );
    const { causes, height } = layFishbone(content);
    expect(causes.map(({ lines }) => lines.length)).toEqual([2, 1, 1]);
    expect(causes.every(({ lines }) => lines.at(-1)?.endsWith(' (12)'))).toBe(true);
    const places = causes.map(({ y, lines }) => [y - 15 * lines.length - 3, y]).sort(([a], [b]) => a - b);
    expect(places[0][0]).toBeGreaterThan(0);
    expect(places[places.length - 1][1]).toBeLessThan(height);
    for (let at = 1; at < places.length; at++) expect(places[at][0]).toBeGreaterThanOrEqual(places[at - 1][1]);
  });
});

describe('the picture of the thread', () => {
  const node = (kind: 'code' | 'cause' | 'step', id: string) => ({
    key: `${kind}:${id}`,
    end: { kind, id },
    title: id,
  });
  const thread: Thread = {
    nodes: [node('code', '1'), node('code', '2'), node('cause', 'a'), node('cause', 'b'), node('step', 's')],
    edges: [
      { from: 'code:1', to: 'cause:b', type: 'explainedBy' },
      { from: 'code:2', to: 'cause:a', type: 'explainedBy' },
    ],
    broken: [],
  };

  it('puts nodes near what leads to them and lets none overlap', () => {
    const { nodes, edges } = layThread(thread);
    const causes = nodes.filter(({ node: { end } }) => end.kind === 'cause').map(({ node: { end } }) => end.id);
    expect(causes).toEqual(['b', 'a']);
    expect(edges).toHaveLength(2);
    for (const a of nodes)
      for (const b of nodes)
        if (a !== b && a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(nodeSize.height + nodeSize.gapY);
  });

  it('leads lines over several columns between the rows', () => {
    const [edge] = layThread(thread).edges;
    expect(edge.path).toMatch(/H/);
  });
});
