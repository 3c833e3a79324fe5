import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardXml, xmlLimits } from '../../../../src/domain/process-map/bpmn/guard-xml';
import { readBpmn, type BpmnDocument } from '../../../../src/domain/process-map/bpmn/read-bpmn';
import { writeBpmn } from '../../../../src/domain/process-map/bpmn/write-bpmn';
import { editMap, type MapEdit } from '../../../../src/domain/process-map/edit';
import { createFlow, createStep, type Box, type ProcessMap } from '../../../../src/domain/process-map/map';
import { chain, lane } from './support';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/bpmn', name), 'utf8');
const signavio = fixture('signavio-hiring.bpmn');

async function read(xml: string): Promise<BpmnDocument> {
  const result = await readBpmn(xml);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

async function write(map: ProcessMap, source: string | null): Promise<string> {
  const result = await writeBpmn(map, source);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function edited(map: ProcessMap, ...edits: readonly MapEdit[]): ProcessMap {
  return edits.reduce((current, edit) => {
    const result = editMap(current, edit);
    if (!result.ok) throw new Error(result.failure.code);
    return result.value.map;
  }, map);
}

/** What bpmn-moddle alone, without anything of ours, says of a file: lanes with their members, boxes, links of flows. */
async function judge(xml: string): Promise<{
  readonly warnings: readonly string[];
  readonly lanes: Readonly<Record<string, readonly string[]>>;
  readonly boxes: Readonly<Record<string, Box>>;
  readonly names: Readonly<Record<string, string>>;
  readonly flows: Readonly<Record<string, string>>;
  readonly edges: readonly string[];
}> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  const list = (element: ModdleElement | undefined, name: string): ModdleElement[] =>
    (element?.get(name) as ModdleElement[] | undefined) ?? [];
  const one = (element: ModdleElement, name: string): ModdleElement => element.get(name) as ModdleElement;
  const id = (element: ModdleElement): string => String(element.get('id'));
  const processes = list(rootElement, 'rootElements').filter((root) => root.$instanceOf('bpmn:Process'));
  const nodes = processes.flatMap((process) => list(process, 'flowElements'));
  const lanes = processes.flatMap((process) => list(process, 'laneSets')).flatMap((set) => list(set, 'lanes'));
  const drawn = list(one(list(rootElement, 'diagrams')[0], 'plane'), 'planeElement');
  const shapes = drawn.filter((element) => element.$instanceOf('bpmndi:BPMNShape'));
  const boxOf = (shape: ModdleElement): Box => {
    const bounds = one(shape, 'bounds');
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(bounds.get(name)));
    return { x, y, width, height };
  };
  return {
    warnings: warnings.map(({ message }) => message),
    lanes: Object.fromEntries(lanes.map((element) => [id(element), list(element, 'flowNodeRef').map(id).sort()])),
    boxes: Object.fromEntries(shapes.map((shape) => [id(one(shape, 'bpmnElement')), boxOf(shape)])),
    names: Object.fromEntries(nodes.map((node) => [id(node), (node.get('name') as string | undefined) ?? ''])),
    flows: Object.fromEntries(
      nodes
        .filter((node) => node.$instanceOf('bpmn:SequenceFlow'))
        .map((flow) => [id(flow), `${id(one(flow, 'sourceRef'))} ${id(one(flow, 'targetRef'))}`]),
    ),
    edges: drawn
      .filter((element) => element.$instanceOf('bpmndi:BPMNEdge'))
      .map((edge) => id(one(edge, 'bpmnElement'))),
  };
}

describe('a file of another tool', () => {
  it('opens with its lanes, steps, flows and places', async () => {
    const { map, isPlaced, notes } = await read(signavio);
    expect(isPlaced).toBe(true);
    expect(map.lanes).toHaveLength(17);
    expect(map.lanes.find(({ name }) => name === 'Bewerber')?.zone).toBeNull();
    // 34 tasks, a rule task, a sub-process, 28 events of start and end, 6 catching, 17 gateways, 4 stores.
    expect(map.steps).toHaveLength(91);
    expect(map.flows.filter(({ kind }) => kind === 'sequence').length).toBeGreaterThanOrEqual(83);
    expect(map.steps.every(({ lane: id }) => map.lanes.some((known) => known.id === id))).toBe(true);
    expect(notes.map(({ code, params }) => [code, params.count])).toEqual(expect.arrayContaining([['parallel', 3]]));
  });

  it('is saved unedited as it was', async () => {
    const { map } = await read(signavio);
    const saved = await write(map, signavio);
    const plain = await new BpmnModdle().toXML((await new BpmnModdle().fromXML(signavio)).rootElement, {
      format: true,
    });
    expect(saved).toBe(plain.xml);
  });

  it('is edited, saved and opens again with lanes and places intact', async () => {
    const before = await judge(signavio);
    const { map } = await read(signavio);
    const step = map.steps.find(({ kind, lane: id }) => kind === 'step' && id !== null);
    const task = map.steps.find(({ id, kind }) => kind === 'step' && id !== step?.id);
    if (!step || !task || step.lane === null) throw new Error('the file holds no tasks');
    const place = { x: step.x + 3, y: step.y + 4 };
    const saved = await write(
      edited(
        map,
        { kind: 'set-step', id: task.id, fields: { name: '审核材料', processMinutes: 12.5, links: ['G2.2.1'] } },
        { kind: 'add-step', step: createStep({ id: '7neu', kind: 'wait', name: '等待补件', ...place }) },
        { kind: 'connect', flow: createFlow({ id: '8neu', from: step.id, to: '7neu', probability: 0.25 }) },
      ),
      signavio,
    );
    const after = await judge(saved);
    expect(after.warnings).toEqual([]);
    for (const [id, box] of Object.entries(before.boxes)) if (id !== step.id) expect(after.boxes[id]).toEqual(box);
    for (const [id, members] of Object.entries(before.lanes))
      expect(after.lanes[id].filter((member) => member !== 'sqm_7neu')).toEqual(members);
    expect(Object.values(after.lanes).flat()).toContain('sqm_7neu');
    expect(after.names[task.id]).toBe('审核材料');
    expect(after.flows.sqm_8neu).toBe(`${step.id} sqm_7neu`);
    expect(after.edges).toContain('sqm_8neu');

    const again = (await read(saved)).map;
    expect(again.lanes).toEqual(map.lanes);
    expect(again.steps.find(({ id }) => id === task.id)).toMatchObject({ processMinutes: 12.5, links: ['G2.2.1'] });
    expect(again.steps.find(({ id }) => id === '7neu')).toMatchObject({
      kind: 'wait',
      name: '等待补件',
      lane: step.lane,
    });
    expect(again.flows.find(({ id }) => id === '8neu')?.probability).toBe(0.25);
    expect(again.steps.filter(({ id }) => id !== '7neu' && id !== task.id)).toEqual(
      map.steps.filter(({ id }) => id !== task.id),
    );
  });

  it('loses with a step all that points to it, and nothing else', async () => {
    const { map } = await read(signavio);
    const gone = map.steps.find(({ kind }) => kind === 'decision');
    if (!gone) throw new Error('the file holds no gateway');
    const saved = await write(edited(map, { kind: 'remove-steps', ids: [gone.id] }), signavio);
    const after = await judge(saved);
    expect(after.warnings).toEqual([]);
    expect(saved).not.toContain(`"${gone.id}"`);
    expect(saved).not.toContain(`>${gone.id}<`);
    const again = (await read(saved)).map;
    expect(again.steps).toEqual(map.steps.filter(({ id }) => id !== gone.id));
  });

  it('moves a step into another lane in the file too', async () => {
    const { map } = await read(signavio);
    const [step, target] = [map.steps.find(({ kind }) => kind === 'step'), map.lanes.at(-1)];
    if (!step || !target) throw new Error('the file holds no task or lane');
    const saved = await write(edited(map, { kind: 'set-step', id: step.id, fields: { lane: target.id } }), signavio);
    expect((await judge(saved)).lanes[target.id] ?? []).toContain(step.id);
    expect((await read(saved)).map.steps.find(({ id }) => id === step.id)?.lane).toBe(target.id);
  });

  it('shows pools without lanes as lanes, and messages between them', async () => {
    const { map } = await read(fixture('bpmn-js-pools.bpmn'));
    expect(map.lanes.length).toBeGreaterThan(1);
    expect(map.lanes.every(({ width, height }) => width > 0 && height > 0)).toBe(true);
    const saved = await write(map, fixture('bpmn-js-pools.bpmn'));
    expect((await read(saved)).map).toEqual(map);
  });
});

describe('a file of our own', () => {
  const map = edited(
    {
      ...chain(
        [
          { name: '受理', processMinutes: 5, processP90: 9, waitMinutes: 20, valueClass: 'va', yieldFraction: 0.97 },
          { kind: 'decision', name: '齐全?' },
          { kind: 'wait', name: '排队', waitMinutes: 3 },
        ],
        { lanes: [lane('1customer', 0, { zone: 'customer', name: '客户' }), lane('2front', 160, { zone: 'front' })] },
      ),
      minutesPerDay: 420,
    },
    ...['start', 's1', 'end'].map((id): MapEdit => ({ kind: 'set-step', id, fields: { lane: '1customer' } })),
    { kind: 'set-flow', id: 'f2', fields: { probability: 0.8, label: '是' } },
    { kind: 'connect', flow: createFlow({ id: '9back', from: 's2', to: 's1', probability: 0.2 }) },
    { kind: 'move-steps', ids: ['s2', 's3'], dx: 300, dy: 200 },
    { kind: 'add-step', step: createStep({ id: 'files', kind: 'store', name: '档案', x: 500, y: 40 }) },
    { kind: 'connect', flow: createFlow({ id: 'filing', from: 's1', to: 'files' }) },
  );

  const withoutBends = (read: ProcessMap): ProcessMap => ({
    ...read,
    steps: [...read.steps].sort((a, b) => a.id.localeCompare(b.id)),
    flows: read.flows.map((flow) => ({ ...flow, bends: [] })).sort((a, b) => a.id.localeCompare(b.id)),
  });

  it.each(['horizontal', 'vertical'] as const)('comes back as it was, %s', async (orientation) => {
    const turned = edited(map, { kind: 'turn', orientation });
    const saved = await write(turned, null);
    const { warnings, boxes } = await judge(saved);
    expect(warnings).toEqual([]);
    expect(boxes.sqm_1customer).toMatchObject({ x: turned.lanes[0].x, y: turned.lanes[0].y });
    expect(withoutBends((await read(saved)).map)).toEqual(withoutBends(turned));
    if (orientation === 'vertical') expect(saved).toContain('isHorizontal="false"');
  });

  it('keeps foreign extension elements beside ours', async () => {
    const saved = await write(map, null);
    const foreign = saved
      .replace('<bpmn:definitions', '<bpmn:definitions xmlns:other="urn:other"')
      .replace('<sqm:step', '<other:note level="3"><other:deep>留着</other:deep></other:note><sqm:step');
    const { map: opened } = await read(foreign);
    const again = await write(edited(opened, { kind: 'set-step', id: 's1', fields: { processMinutes: 6 } }), foreign);
    expect(again).toContain('<other:note level="3">');
    expect(again).toContain('<other:deep>留着</other:deep>');
    expect(again).toContain('processMinutes="6"');
  });

  it('leaves out of names what no XML may hold', async () => {
    const named = edited(map, { kind: 'set-step', id: 's1', fields: { name: '开\u000b户\u0000 \ud83d<&' } });
    const saved = await write(named, null);
    // eslint-disable-next-line no-control-regex -- these are the ones that must not be there
    expect(saved).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect((await read(saved)).map.steps.find(({ id }) => id === 's1')?.name).toBe('开户 <&');
  });

  it('changes the kind of a step and keeps its flows', async () => {
    const saved = await write(map, null);
    const { map: opened } = await read(saved);
    const again = await write(edited(opened, { kind: 'set-step', id: 's3', fields: { kind: 'step' } }), saved);
    expect((await judge(again)).warnings).toEqual([]);
    const { map: reopened } = await read(again);
    expect(reopened.steps.find(({ id }) => id === 's3')?.kind).toBe('step');
    expect(reopened.flows).toHaveLength(opened.flows.length);
  });
});

describe('a file that cannot be opened', () => {
  const codeOf = async (xml: string): Promise<string> => {
    const result = await readBpmn(xml);
    return result.ok ? 'ok' : result.failure.code;
  };

  it.each([
    ['nothing', '', 'bpmn-not-xml'],
    ['a table', 'a,b\n1,2', 'bpmn-not-xml'],
    ['a page', '<!DOCTYPE html><html></html>', 'bpmn-doctype'],
    ['entities that grow', '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', 'bpmn-doctype'],
    ['another XML', '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>', 'bpmn-damaged'],
    ['half a file', signavio.slice(0, 5_000), 'bpmn-damaged'],
    ['half a tag', signavio.slice(0, signavio.indexOf('name="') + 8), 'bpmn-not-xml'],
    [
      'no process',
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="a" targetNamespace="x"/>',
      'bpmn-no-process',
    ],
    ['depth', '<a>'.repeat(xmlLimits.depth + 1), 'bpmn-too-deep'],
    ['width', `<a>${'<b/>'.repeat(xmlLimits.elements)}</a>`, 'bpmn-too-large'],
  ])('says so: %s', async (_name, xml, code) => {
    expect(await codeOf(xml)).toBe(code);
  });

  it('is not told by what comments and quoted values hold', () => {
    expect(guardXml('<a b="x > y <!DOCTYPE"><!-- <!DOCTYPE > --><![CDATA[ <!DOCTYPE ]]></a>')).toMatchObject({
      ok: true,
    });
  });

  it('cannot reach prototypes', async () => {
    const xml = (await write(chain([{}]), null)).replaceAll('"s1"', '"__proto__"').replaceAll('>s1<', '>__proto__<');
    const { map } = await read(xml);
    expect(map.steps.some(({ id }) => id === '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>).kind).toBeUndefined();
  });
});
