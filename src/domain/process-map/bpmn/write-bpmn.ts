import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { ok, type Failure, type Result } from '../../../kernel/result';
import { withoutControls } from '../../../kernel/text';
import { diffMaps, type MapChange } from '../diff';
import { boundsOf } from '../geometry';
import { routeFlows } from '../route';
import type { Box, MapFlow, MapLane, MapStep, Point, ProcessMap, StepKind } from '../map';
import { createModdle, ensureExtension, listOf, numberFields, refOf, textFields, toXmlId } from './extension';
import { readBpmn, type BpmnDocument, type BpmnFailureCode } from './read-bpmn';

/**
 * A map as a BPMN 2.0 file.
 *
 * With `source`, the file that the map was read from, only what was changed since is written into it: foreign
 * extension elements, annotations and all that a map does not show stay where they were. A `source` that cannot be
 * read any more fails as `readBpmn` does.
 */
export async function writeBpmn(
  map: ProcessMap,
  source: string | null,
): Promise<Result<string, Failure<BpmnFailureCode>>> {
  const read = await readBpmn(source ?? blank);
  if (!read.ok) return read;
  const writer = new Writer(read.value, map);
  writer.apply(diffMaps(read.value.map, map));
  const { xml } = await createModdle().toXML(read.value.definitions, { format: true });
  return ok(withoutControls(xml));
}

/** A file with one pool that waits for its lanes. */
const blank = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="Definitions_1" targetNamespace="urn:service-quality-workbench:process-map:1">
  <bpmn:collaboration id="Collaboration_1"><bpmn:participant id="Participant_1" processRef="Process_1" /></bpmn:collaboration>
  <bpmn:process id="Process_1" isExecutable="false"><bpmn:laneSet id="LaneSet_1" /></bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="Collaboration_1">
    <bpmndi:BPMNShape id="Participant_1_di" bpmnElement="Participant_1" isHorizontal="true"><dc:Bounds x="0" y="0" width="600" height="200" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const typeOfKind: Readonly<Record<StepKind, string>> = {
  start: 'bpmn:StartEvent',
  step: 'bpmn:Task',
  decision: 'bpmn:ExclusiveGateway',
  wait: 'bpmn:IntermediateCatchEvent',
  store: 'bpmn:DataStoreReference',
  end: 'bpmn:EndEvent',
};

/** Strip of a pool's name beside its lanes. */
const poolStrip = 30;

class Writer {
  readonly #moddle: BpmnModdle = createModdle();
  readonly #document: BpmnDocument;
  readonly #map: ProcessMap;
  readonly #plane: ModdleElement;
  readonly #shapes = new Map<ModdleElement, ModdleElement>();
  readonly #lanes: Map<string, ModdleElement>;
  readonly #steps: Map<string, ModdleElement>;
  readonly #flows: Map<string, ModdleElement>;
  readonly #processOfLane: Map<string, ModdleElement>;
  readonly #removed = new Set<ModdleElement>();
  /** Flows whose corners have to be drawn anew. */
  readonly #redraw = new Set<string>();
  #lanesMoved = false;

  constructor(document: BpmnDocument, map: ProcessMap) {
    this.#document = document;
    this.#map = map;
    this.#lanes = new Map(document.lanes);
    this.#steps = new Map(document.steps);
    this.#flows = new Map(document.flows);
    this.#processOfLane = new Map(document.processOfLane);
    this.#plane = this.#ensurePlane();
    for (const element of listOf(this.#plane, 'planeElement')) {
      const subject = refOf(element, 'bpmnElement');
      if (subject) this.#shapes.set(subject, element);
    }
  }

  /** Removals first, so that ids are free; then lanes, steps and flows, each after what it stands in. */
  apply(changes: readonly MapChange[]): void {
    const rank = (change: MapChange): number =>
      change.kind === 'remove'
        ? ['flows', 'steps', 'lanes'].indexOf(change.list)
        : change.kind === 'property'
          ? 3
          : 4 + ['lanes', 'steps', 'flows'].indexOf(change.list);
    for (const change of [...changes].sort((a, b) => rank(a) - rank(b))) this.#applyOne(change);
    this.#sweep();
    if (this.#lanesMoved) this.#encloseLanes();
    this.#drawFlows();
  }

  #applyOne(change: MapChange): void {
    switch (change.kind) {
      case 'property':
        if (change.field === 'minutesPerDay') this.#setMinutes(this.#map.minutesPerDay);
        else this.#setOrientation();
        break;
      case 'add':
        if (change.list === 'lanes') this.#addLane(change.item as MapLane);
        else if (change.list === 'steps') this.#addStep(change.item as MapStep);
        else this.#addFlow(change.item as MapFlow);
        break;
      case 'remove':
        this.#remove(change);
        break;
      case 'cell':
        if (change.list === 'lanes') this.#setLane(change.id, change.field);
        else if (change.list === 'steps') this.#setStep(change.id, change.field);
        else this.#setFlow(change.id, change.field);
        break;
    }
  }

  #ensurePlane(): ModdleElement {
    const { definitions } = this.#document;
    const existing = refOf(listOf(definitions, 'diagrams')[0], 'plane');
    if (existing) return existing;
    const subject = this.#document.collaboration ?? this.#document.processes[0];
    const plane = this.#moddle.create('bpmndi:BPMNPlane', { id: 'sqm_Plane', bpmnElement: subject, planeElement: [] });
    const diagram = this.#moddle.create('bpmndi:BPMNDiagram', { id: 'sqm_Diagram', plane });
    plane.$parent = diagram;
    this.#append(definitions, 'diagrams', diagram);
    return plane;
  }

  #append(owner: ModdleElement, list: string, element: ModdleElement): void {
    element.$parent = owner;
    owner.set(list, [...listOf(owner, list), element]);
  }

  #drop(owner: ModdleElement | undefined, list: string, element: ModdleElement): void {
    if (owner)
      owner.set(
        list,
        listOf(owner, list).filter((other) => other !== element),
      );
  }

  #setMinutes(minutes: number): void {
    ensureExtension(this.#moddle, this.#document.processes[0], 'sqm:Map').set('minutesPerDay', minutes);
  }

  #setOrientation(): void {
    this.#lanesMoved = true;
    const pools = listOf(this.#document.collaboration, 'participants');
    for (const element of [...this.#lanes.values(), ...pools])
      this.#shapes.get(element)?.set('isHorizontal', this.#map.orientation === 'horizontal');
  }

  #setBox(element: ModdleElement, box: Box): void {
    const { x, y, width, height } = box;
    let shape = this.#shapes.get(element);
    if (!shape) {
      shape = this.#moddle.create('bpmndi:BPMNShape', { id: `${String(element.get('id'))}_di`, bpmnElement: element });
      this.#append(this.#plane, 'planeElement', shape);
      this.#shapes.set(element, shape);
    }
    const bounds = refOf(shape, 'bounds');
    if (bounds) {
      this.#moveLabel(shape, x - Number(bounds.get('x')), y - Number(bounds.get('y')));
      for (const [name, value] of Object.entries({ x, y, width, height })) bounds.set(name, value);
      return;
    }
    const made = this.#moddle.create('dc:Bounds', { x, y, width, height });
    made.$parent = shape;
    shape.set('bounds', made);
  }

  #moveLabel(shape: ModdleElement, dx: number, dy: number): void {
    const bounds = refOf(refOf(shape, 'label'), 'bounds');
    if (!bounds) return;
    bounds.set('x', Number(bounds.get('x')) + dx);
    bounds.set('y', Number(bounds.get('y')) + dy);
  }

  #addLane(lane: MapLane): void {
    const process =
      this.#document.processes.find((candidate) => listOf(candidate, 'laneSets').length > 0) ??
      this.#document.processes[0];
    let set = listOf(process, 'laneSets').at(0);
    if (!set) {
      set = this.#moddle.create('bpmn:LaneSet', { id: `sqm_LaneSet_${this.#lanes.size}`, lanes: [] });
      this.#append(process, 'laneSets', set);
      this.#keepPoolsAsLanes(process, set);
    }
    const element = this.#moddle.create('bpmn:Lane', { id: toXmlId(lane.id), name: lane.name, flowNodeRef: [] });
    this.#append(set, 'lanes', element);
    this.#lanes.set(lane.id, element);
    this.#processOfLane.set(lane.id, process);
    if (lane.zone) ensureExtension(this.#moddle, element, 'sqm:Lane').set('zone', lane.zone);
    this.#setBox(element, lane);
    this.#shapes.get(element)?.set('isHorizontal', this.#map.orientation === 'horizontal');
    this.#lanesMoved = true;
  }

  /** A pool that stood for a lane becomes the pool of a lane of its name: otherwise its steps would have none. */
  #keepPoolsAsLanes(process: ModdleElement, set: ModdleElement): void {
    for (const lane of this.#map.lanes) {
      const pool = this.#lanes.get(lane.id);
      if (!pool?.$instanceOf('bpmn:Participant') || refOf(pool, 'processRef') !== process) continue;
      const nodes = listOf(process, 'flowElements').filter((element) => element.$instanceOf('bpmn:FlowNode'));
      const stand = this.#moddle.create('bpmn:Lane', {
        id: `sqm_${lane.id}_lane`,
        name: lane.name,
        flowNodeRef: nodes,
      });
      this.#append(set, 'lanes', stand);
      this.#lanes.set(lane.id, stand);
      this.#setBox(stand, lane);
    }
  }

  #setLane(id: string, field: string): void {
    const [lane, element] = [this.#map.lanes.find((item) => item.id === id), this.#lanes.get(id)];
    if (!lane || !element) return;
    if (field === 'name') element.set('name', lane.name);
    else if (field === 'zone') ensureExtension(this.#moddle, element, 'sqm:Lane').set('zone', lane.zone ?? undefined);
    else {
      this.#setBox(element, lane);
      this.#lanesMoved = true;
    }
  }

  #processFor(step: MapStep): ModdleElement {
    return (step.lane === null ? undefined : this.#processOfLane.get(step.lane)) ?? this.#document.processes[0];
  }

  #enterLane(step: MapStep, element: ModdleElement): void {
    for (const lane of this.#lanes.values())
      if (lane.$instanceOf('bpmn:Lane')) this.#drop(lane, 'flowNodeRef', element);
    const lane = step.lane === null ? undefined : this.#lanes.get(step.lane);
    if (lane?.$instanceOf('bpmn:Lane') && element.$instanceOf('bpmn:FlowNode'))
      lane.set('flowNodeRef', [...listOf(lane, 'flowNodeRef'), element]);
  }

  #addStep(step: MapStep): void {
    const element = this.#create(step);
    this.#append(this.#processFor(step), 'flowElements', element);
    this.#steps.set(step.id, element);
    this.#enterLane(step, element);
    this.#setBox(element, step);
    this.#setFigures(step, element);
  }

  #create({ id, kind, name }: MapStep): ModdleElement {
    const element = this.#moddle.create(typeOfKind[kind], { id: toXmlId(id), name: name === '' ? undefined : name });
    if (kind === 'wait') {
      const timer = this.#moddle.create('bpmn:TimerEventDefinition');
      this.#append(element, 'eventDefinitions', timer);
    }
    return element;
  }

  #setFigures(step: MapStep, element: ModdleElement): void {
    const texts = { ...step, links: step.links.join(' '), valueClass: step.valueClass ?? '' };
    const isEmpty =
      textFields.every((field) => texts[field] === '') && numberFields.every((field) => step[field] === null);
    const has = listOf(refOf(element, 'extensionElements'), 'values').some(({ $type }) => $type === 'sqm:Step');
    if (isEmpty && !has) return;
    const own = ensureExtension(this.#moddle, element, 'sqm:Step');
    for (const field of textFields) own.set(field, texts[field] === '' ? undefined : texts[field]);
    for (const field of numberFields) own.set(field, step[field] ?? undefined);
  }

  #setStep(id: string, field: string): void {
    const [step, element] = [this.#map.steps.find((item) => item.id === id), this.#steps.get(id)];
    if (!step || !element) return;
    if (field === 'name') element.set('name', step.name === '' ? undefined : step.name);
    else if (field === 'kind') this.#changeKind(step, element);
    else if (field === 'lane') this.#changeLane(step, element);
    else if (field === 'x' || field === 'y' || field === 'width' || field === 'height') {
      this.#setBox(element, step);
      for (const flow of this.#map.flows) if (flow.from === id || flow.to === id) this.#redraw.add(flow.id);
    } else this.#setFigures(step, element);
  }

  #changeLane(step: MapStep, element: ModdleElement): void {
    this.#enterLane(step, element);
    const [home, next] = [element.$parent, this.#processFor(step)];
    if (!home || home === next) return;
    const guests = listOf(home, 'flowElements').filter((other) => endOf(other, 'attachedToRef') === element);
    for (const moved of [element, ...guests]) {
      this.#drop(home, 'flowElements', moved);
      this.#append(next, 'flowElements', moved);
    }
  }

  /** Another kind is another element: it takes over id, name, place, extension and flows. */
  #changeKind(step: MapStep, old: ModdleElement): void {
    const element = this.#create(step);
    const owner = old.$parent ?? this.#document.processes[0];
    const extension = refOf(old, 'extensionElements');
    if (extension) {
      extension.$parent = element;
      element.set('extensionElements', extension);
    }
    owner.set(
      'flowElements',
      listOf(owner, 'flowElements').map((other) => (other === old ? element : other)),
    );
    element.$parent = owner;
    if (old.$instanceOf('bpmn:FlowNode') && element.$instanceOf('bpmn:FlowNode'))
      for (const list of ['incoming', 'outgoing'])
        if (listOf(old, list).length > 0) element.set(list, listOf(old, list));
    for (const flow of this.#flows.values()) {
      if (endOf(flow, 'sourceRef') === old) flow.set('sourceRef', element);
      if (endOf(flow, 'targetRef') === old) flow.set('targetRef', element);
    }
    const shape = this.#shapes.get(old);
    if (shape) {
      shape.set('bpmnElement', element);
      this.#shapes.delete(old);
      this.#shapes.set(element, shape);
    }
    for (const lane of this.#lanes.values()) if (lane.$instanceOf('bpmn:Lane')) this.#drop(lane, 'flowNodeRef', old);
    this.#steps.set(step.id, element);
    this.#enterLane(step, element);
  }

  #addFlow(flow: MapFlow): void {
    const [from, to] = [this.#steps.get(flow.from), this.#steps.get(flow.to)];
    if (!from || !to) return;
    const isData = !from.$instanceOf('bpmn:FlowNode') || !to.$instanceOf('bpmn:FlowNode');
    const type = isData ? 'bpmn:Association' : flow.kind === 'message' ? 'bpmn:MessageFlow' : 'bpmn:SequenceFlow';
    const element = this.#moddle.create(type, { id: toXmlId(flow.id), sourceRef: from, targetRef: to });
    const process = from.$parent ?? this.#document.processes[0];
    if (isData) {
      element.set('associationDirection', 'One');
      this.#append(process, 'artifacts', element);
    } else if (flow.kind === 'message')
      this.#append(this.#document.collaboration ?? this.#makeCollaboration(), 'messageFlows', element);
    else {
      this.#append(process, 'flowElements', element);
      from.set('outgoing', [...listOf(from, 'outgoing'), element]);
      to.set('incoming', [...listOf(to, 'incoming'), element]);
    }
    this.#flows.set(flow.id, element);
    this.#redraw.add(flow.id);
    if (flow.label !== '' && !isData) element.set('name', flow.label);
    this.#setProbability(flow, element);
  }

  #makeCollaboration(): ModdleElement {
    const made = this.#moddle.create('bpmn:Collaboration', { id: 'sqm_Collaboration' });
    this.#append(this.#document.definitions, 'rootElements', made);
    return made;
  }

  #setProbability({ probability }: MapFlow, element: ModdleElement): void {
    if (probability === null && listOf(refOf(element, 'extensionElements'), 'values').length === 0) return;
    ensureExtension(this.#moddle, element, 'sqm:Flow').set('probability', probability ?? undefined);
  }

  #setFlow(id: string, field: string): void {
    const [flow, element] = [this.#map.flows.find((item) => item.id === id), this.#flows.get(id)];
    if (!flow || !element) return;
    if (field === 'label') element.set('name', flow.label === '' ? undefined : flow.label);
    else if (field === 'probability') this.#setProbability(flow, element);
    else if (field === 'bends') this.#redraw.add(id);
    else {
      this.#removeFlow(id);
      this.#sweep();
      this.#addFlow(flow);
    }
  }

  #remove({ list, id }: { readonly list: string; readonly id: string }): void {
    if (list === 'flows') this.#removeFlow(id);
    else if (list === 'steps') {
      const element = this.#steps.get(id);
      if (element) this.#removeStep(element);
      this.#steps.delete(id);
    } else {
      const element = this.#lanes.get(id);
      if (element) {
        this.#drop(element.$parent, element.$instanceOf('bpmn:Lane') ? 'lanes' : 'participants', element);
        this.#removed.add(element);
      }
      this.#lanes.delete(id);
      this.#lanesMoved = true;
    }
  }

  #removeStep(element: ModdleElement): void {
    const owner = element.$parent;
    for (const guest of listOf(owner, 'flowElements').filter((other) => endOf(other, 'attachedToRef') === element))
      this.#removeStep(guest);
    this.#drop(owner, 'flowElements', element);
    for (const lane of this.#lanes.values())
      if (lane.$instanceOf('bpmn:Lane')) this.#drop(lane, 'flowNodeRef', element);
    this.#markRemoved(element);
  }

  #markRemoved(element: ModdleElement): void {
    this.#removed.add(element);
    if (element.$instanceOf('bpmn:FlowElementsContainer'))
      listOf(element, 'flowElements').forEach((child) => this.#markRemoved(child));
  }

  #removeFlow(id: string): void {
    const element = this.#flows.get(id);
    if (!element) return;
    const owner = element.$parent;
    for (const list of ['flowElements', 'artifacts', 'messageFlows', 'dataInputAssociations', 'dataOutputAssociations'])
      if (owner && listOf(owner, list).includes(element)) this.#drop(owner, list, element);
    for (const [end, list] of [
      ['sourceRef', 'outgoing'],
      ['targetRef', 'incoming'],
    ] as const) {
      const node = endOf(element, end);
      if (node?.$instanceOf('bpmn:FlowNode')) this.#drop(node, list, element);
    }
    this.#removed.add(element);
    this.#flows.delete(id);
  }

  /** Nothing may point to what is gone: ties to annotations and pools go with it, and so do all their shapes. */
  #sweep(): void {
    if (this.#removed.size === 0) return;
    const isLoose = (element: ModdleElement): boolean =>
      (['sourceRef', 'targetRef'] as const).some((end) => {
        const node = endOf(element, end);
        return node !== undefined && this.#removed.has(node);
      });
    const clean = (owner: ModdleElement | undefined, list: string): void => {
      if (!owner) return;
      for (const element of listOf(owner, list).filter(isLoose)) {
        this.#removed.add(element);
        this.#drop(owner, list, element);
      }
    };
    for (const process of this.#document.processes)
      for (const list of ['flowElements', 'artifacts']) clean(process, list);
    for (const list of ['messageFlows', 'artifacts']) clean(this.#document.collaboration, list);
    const isShown = (shape: ModdleElement): boolean => {
      const subject = refOf(shape, 'bpmnElement');
      return subject === undefined || !this.#removed.has(subject);
    };
    this.#plane.set('planeElement', listOf(this.#plane, 'planeElement').filter(isShown));
  }

  /** Pools and lanes of lanes follow the lanes inside them. */
  #encloseLanes(): void {
    const isHorizontal = this.#map.orientation === 'horizontal';
    for (const pool of listOf(this.#document.collaboration, 'participants')) {
      const process = refOf(pool, 'processRef');
      const inside = this.#map.lanes.filter(
        ({ id }) => this.#lanes.get(id) !== pool && process !== undefined && this.#processOfLane.get(id) === process,
      );
      if (inside.length === 0) continue;
      const { x, y, width, height } = boundsOf(inside);
      this.#setBox(
        pool,
        isHorizontal
          ? { x: x - poolStrip, y, width: width + poolStrip, height }
          : { x, y: y - poolStrip, width, height: height + poolStrip },
      );
    }
  }

  #drawFlows(): void {
    if (this.#redraw.size === 0) return;
    const routes = routeFlows(this.#map);
    for (const id of this.#redraw) {
      const [element, route] = [this.#flows.get(id), routes.get(id)];
      if (element && route) this.#setWaypoints(element, route);
    }
  }

  #setWaypoints(element: ModdleElement, route: readonly Point[]): void {
    let edge = this.#shapes.get(element);
    if (!edge) {
      edge = this.#moddle.create('bpmndi:BPMNEdge', { id: `${String(element.get('id'))}_di`, bpmnElement: element });
      this.#append(this.#plane, 'planeElement', edge);
      this.#shapes.set(element, edge);
    }
    const points = route.map(({ x, y }) => this.#moddle.create('dc:Point', { x, y }));
    for (const point of points) point.$parent = edge;
    edge.set('waypoint', points);
  }
}

/** A reference that only some types have. */
function endOf(element: ModdleElement, name: 'sourceRef' | 'targetRef' | 'attachedToRef'): ModdleElement | undefined {
  const value = element.get(name);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ModdleElement) : undefined;
}
