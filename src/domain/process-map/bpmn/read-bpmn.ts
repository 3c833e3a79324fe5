import type { ModdleElement } from 'bpmn-moddle';
import { fail, ok, type Failure, type Phrase, type Result } from '../../../kernel/result';
import { centreOf, laneAt } from '../geometry';
import { guessZone } from '../zone-words';
import {
  createFlow,
  createStep,
  emptyMap,
  mapLimits,
  usualSize,
  valueClasses,
  zones,
  type Box,
  type MapFlow,
  type MapLane,
  type MapStep,
  type Point,
  type ProcessMap,
  type StepKind,
} from '../map';
import { createModdle, extensionOf, fromXmlId, listOf, numberFields, numberOf, refOf, textOf } from './extension';
import { guardXml, type XmlFailureCode } from './guard-xml';

export type BpmnFailureCode = XmlFailureCode | 'bpmn-damaged' | 'bpmn-no-process' | 'bpmn-too-many';

export type BpmnNoteCode = 'parallel' | 'hidden' | 'unplaced';

/** A process map read from a file. */
export interface BpmnMap {
  readonly map: ProcessMap;
  /** False where a step or a lane has no place in the file: the map has to be laid out. */
  readonly isPlaced: boolean;
  /** What the map cannot show; the file keeps it. Codes below `map.note`. */
  readonly notes: readonly Phrase<BpmnNoteCode>[];
}

/** The elements behind a map, for writing changes back where they came from. */
export interface BpmnDocument extends BpmnMap {
  readonly definitions: ModdleElement;
  readonly collaboration: ModdleElement | undefined;
  /** A lane, or a pool that has none and stands for one. */
  readonly lanes: ReadonlyMap<string, ModdleElement>;
  readonly steps: ReadonlyMap<string, ModdleElement>;
  readonly flows: ReadonlyMap<string, ModdleElement>;
  /** The process that holds the steps of a lane. */
  readonly processOfLane: ReadonlyMap<string, ModdleElement>;
  readonly processes: readonly ModdleElement[];
}

/**
 * Reads a BPMN 2.0 file as a map: pools without lanes are lanes, events and gateways become the kinds of a map.
 *
 * Fails  bpmn-too-large, bpmn-doctype, bpmn-too-deep, bpmn-not-xml, bpmn-damaged, bpmn-no-process, bpmn-too-many
 */
export async function readBpmn(xml: string): Promise<Result<BpmnDocument, Failure<BpmnFailureCode>>> {
  const guarded = guardXml(xml);
  if (!guarded.ok) return guarded;
  let definitions: ModdleElement;
  try {
    ({ rootElement: definitions } = await createModdle().fromXML(xml));
  } catch {
    return fail('bpmn-damaged');
  }
  const roots = listOf(definitions, 'rootElements');
  const processes = roots.filter((root) => root.$instanceOf('bpmn:Process'));
  if (processes.length === 0) return fail('bpmn-no-process');
  const document = new Reader(definitions, processes).read();
  const { lanes, steps, flows } = document.map;
  const isTooMuch = lanes.length > mapLimits.lanes || steps.length > mapLimits.steps || flows.length > mapLimits.flows;
  return isTooMuch ? fail('bpmn-too-many', { steps: mapLimits.steps, lanes: mapLimits.lanes }) : ok(document);
}

/** The kind that an element of a process is shown as; null for what a map does not show. */
export function kindOf(element: ModdleElement): StepKind | null {
  const is = (type: string): boolean => element.$instanceOf(`bpmn:${type}`);
  if (is('StartEvent')) return 'start';
  if (is('EndEvent')) return 'end';
  if (is('Gateway')) return 'decision';
  if (is('IntermediateCatchEvent')) return 'wait';
  if (is('IntermediateThrowEvent')) return 'step';
  if (is('SubProcess')) return element.get('triggeredByEvent') === true ? null : 'step';
  if (is('Activity')) return 'step';
  if (is('DataStoreReference') || is('DataObjectReference')) return 'store';
  return null;
}

class Reader {
  readonly #definitions: ModdleElement;
  readonly #processes: readonly ModdleElement[];
  readonly #collaboration: ModdleElement | undefined;
  readonly #shapes = new Map<ModdleElement, ModdleElement>();
  readonly #lanes = new Map<string, ModdleElement>();
  readonly #steps = new Map<string, ModdleElement>();
  readonly #flows = new Map<string, ModdleElement>();
  readonly #processOfLane = new Map<string, ModdleElement>();
  readonly #laneOfStep = new Map<ModdleElement, string>();
  /** An event on the border of an activity stands for the activity. */
  readonly #alias = new Map<ModdleElement, ModdleElement>();
  #unplaced = 0;
  #hidden = 0;

  constructor(definitions: ModdleElement, processes: readonly ModdleElement[]) {
    this.#definitions = definitions;
    this.#processes = processes;
    this.#collaboration = listOf(definitions, 'rootElements').find((root) => root.$instanceOf('bpmn:Collaboration'));
    for (const element of listOf(refOf(listOf(definitions, 'diagrams')[0], 'plane'), 'planeElement')) {
      const subject = refOf(element, 'bpmnElement');
      if (subject) this.#shapes.set(subject, element);
    }
  }

  read(): BpmnDocument {
    const lanes = this.#readLanes();
    const steps = this.#processes.flatMap((process) => this.#readSteps(process, lanes));
    const flows = this.#readFlows();
    const isVertical = [...this.#lanes.values()].some((lane) => this.#shapes.get(lane)?.get('isHorizontal') === false);
    const settings = this.#processes.map((process) => extensionOf(process, 'sqm:Map')).find(Boolean);
    const map: ProcessMap = {
      orientation: isVertical ? 'vertical' : 'horizontal',
      minutesPerDay: numberOf(settings, 'minutesPerDay') ?? emptyMap.minutesPerDay,
      lanes,
      steps,
      flows,
    };
    return {
      map,
      isPlaced: this.#unplaced === 0,
      notes: this.#notes(),
      definitions: this.#definitions,
      collaboration: this.#collaboration,
      lanes: this.#lanes,
      steps: this.#steps,
      flows: this.#flows,
      processOfLane: this.#processOfLane,
      processes: this.#processes,
    };
  }

  #notes(): Phrase<BpmnNoteCode>[] {
    const parallel = [...this.#steps.values()].filter(
      (step) => step.$instanceOf('bpmn:ParallelGateway') || step.$instanceOf('bpmn:InclusiveGateway'),
    ).length;
    const counted: readonly (readonly [BpmnNoteCode, number])[] = [
      ['parallel', parallel],
      ['hidden', this.#hidden],
      ['unplaced', this.#unplaced],
    ];
    return counted.flatMap(([code, count]) => (count > 0 ? [{ code, params: { count } }] : []));
  }

  #boxOf(element: ModdleElement): Box | null {
    const bounds = refOf(this.#shapes.get(element), 'bounds');
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberOf(bounds, name));
    return x === null || y === null || !width || !height || width < 0 || height < 0 ? null : { x, y, width, height };
  }

  #readLanes(): MapLane[] {
    const participants = listOf(this.#collaboration, 'participants');
    const pooled = new Set(participants.map((participant) => refOf(participant, 'processRef')));
    const lanes = participants.flatMap((participant) => {
      const process = refOf(participant, 'processRef');
      if (process && listOf(process, 'laneSets').length > 0) return this.#readLaneSets(process);
      const lane = this.#toLane(participant, process);
      for (const step of listOf(process, 'flowElements')) this.#laneOfStep.set(step, lane.id);
      return [lane];
    });
    const free = this.#processes.filter((process) => !pooled.has(process));
    return [...lanes, ...free.flatMap((process) => this.#readLaneSets(process))];
  }

  #readLaneSets(process: ModdleElement): MapLane[] {
    const leaves = (lane: ModdleElement): ModdleElement[] => {
      const children = listOf(refOf(lane, 'childLaneSet'), 'lanes');
      return children.length > 0 ? children.flatMap(leaves) : [lane];
    };
    const found = listOf(process, 'laneSets').flatMap((set) => listOf(set, 'lanes').flatMap(leaves));
    return found.map((element) => {
      const lane = this.#toLane(element, process);
      for (const step of listOf(element, 'flowNodeRef')) this.#laneOfStep.set(step, lane.id);
      return lane;
    });
  }

  #toLane(element: ModdleElement, process: ModdleElement | undefined): MapLane {
    const id = fromXmlId(textOf(element, 'id'));
    this.#lanes.set(id, element);
    if (process) this.#processOfLane.set(id, process);
    const name = textOf(element, 'name');
    const said = textOf(extensionOf(element, 'sqm:Lane'), 'zone');
    const placed = this.#boxOf(element);
    if (!placed) this.#unplaced++;
    const box = placed ?? { x: 0, y: 0, width: 0, height: 0 };
    return { id, name, zone: zones.find((zone) => zone === said) ?? guessZone(name), ...box };
  }

  #readSteps(process: ModdleElement, lanes: readonly MapLane[]): MapStep[] {
    return listOf(process, 'flowElements').flatMap((element) => {
      if (element.$instanceOf('bpmn:BoundaryEvent')) {
        const host = refOf(element, 'attachedToRef');
        if (host) this.#alias.set(element, host);
        return [];
      }
      const kind = kindOf(element);
      if (kind === null) {
        if (element.$instanceOf('bpmn:FlowNode')) this.#hidden++;
        return [];
      }
      if (element.$instanceOf('bpmn:SubProcess')) this.#hidden += listOf(element, 'flowElements').length > 0 ? 1 : 0;
      const id = fromXmlId(textOf(element, 'id'));
      if (this.#steps.has(id)) return [];
      this.#steps.set(id, element);
      const box = this.#boxOf(element);
      if (!box) this.#unplaced++;
      const place = box ?? { x: 0, y: 0, ...usualSize[kind] };
      const lane = this.#laneOfStep.get(element) ?? (box ? laneAt({ lanes }, centreOf(box))?.id : lanes[0]?.id) ?? null;
      return [createStep({ id, kind, name: textOf(element, 'name'), lane, ...place, ...readFigures(element) })];
    });
  }

  #readFlows(): MapFlow[] {
    const flows: MapFlow[] = [];
    const add = (
      element: ModdleElement,
      from: ModdleElement | undefined,
      to: ModdleElement | undefined,
      kind: MapFlow['kind'] = 'sequence',
    ): void => {
      const [source, target] = [from, to].map((end) => this.#stepId(end));
      const id = fromXmlId(textOf(element, 'id'));
      if (source === null || target === null || id === '' || this.#flows.has(id)) return;
      this.#flows.set(id, element);
      flows.push(
        createFlow({
          id,
          from: source,
          to: target,
          kind,
          label: textOf(element, 'name'),
          probability: numberOf(extensionOf(element, 'sqm:Flow'), 'probability'),
          bends: this.#bendsOf(element),
        }),
      );
    };
    for (const process of this.#processes) {
      for (const element of listOf(process, 'flowElements')) {
        if (element.$instanceOf('bpmn:SequenceFlow'))
          add(element, refOf(element, 'sourceRef'), refOf(element, 'targetRef'));
        for (const data of dataAssociations(element, 'dataOutputAssociations'))
          add(data, element, refOf(data, 'targetRef'));
        for (const data of dataAssociations(element, 'dataInputAssociations'))
          add(data, listOf(data, 'sourceRef')[0], element);
      }
      for (const element of listOf(process, 'artifacts'))
        if (element.$instanceOf('bpmn:Association'))
          add(element, refOf(element, 'sourceRef'), refOf(element, 'targetRef'));
    }
    for (const element of listOf(this.#collaboration, 'messageFlows'))
      add(element, refOf(element, 'sourceRef'), refOf(element, 'targetRef'), 'message');
    return flows;
  }

  #stepId(end: ModdleElement | undefined): string | null {
    if (!end) return null;
    const id = fromXmlId(textOf(this.#alias.get(end) ?? end, 'id'));
    return this.#steps.has(id) ? id : null;
  }

  #bendsOf(element: ModdleElement): Point[] {
    const points = listOf(this.#shapes.get(element), 'waypoint').map((point) => ({
      x: numberOf(point, 'x') ?? 0,
      y: numberOf(point, 'y') ?? 0,
    }));
    return points.slice(1, -1);
  }
}

/** Data associations, which only activities and events on one side of them have. */
function dataAssociations(
  element: ModdleElement,
  name: 'dataInputAssociations' | 'dataOutputAssociations',
): ModdleElement[] {
  const event = name === 'dataOutputAssociations' ? 'bpmn:CatchEvent' : 'bpmn:ThrowEvent';
  return element.$instanceOf('bpmn:Activity') || element.$instanceOf(event) ? listOf(element, name) : [];
}

function readFigures(element: ModdleElement): Partial<MapStep> {
  const own = extensionOf(element, 'sqm:Step');
  if (!own) return {};
  const valueClass = textOf(own, 'valueClass');
  return {
    ...Object.fromEntries(numberFields.map((field) => [field, numberOf(own, field)])),
    owner: textOf(own, 'owner'),
    failurePoint: textOf(own, 'failurePoint'),
    valueClass: valueClasses.find((known) => known === valueClass) ?? null,
    links: textOf(own, 'links')
      .split(' ')
      .filter((link) => link !== ''),
  };
}
