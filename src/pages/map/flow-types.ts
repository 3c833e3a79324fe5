import type { Edge, Node } from '@xyflow/svelte';
import type { MapFlow, MapStep, Point } from '../../domain/process-map/map';
import type { StepMarks } from './overlay';

/** Data of a node and an edge of Svelte Flow; type aliases, since it asks for index signatures. */
export type StepNodeData = { readonly step: MapStep; readonly marks: StepMarks; readonly aside: boolean };
export type StepNode = Node<StepNodeData, 'step'>;

export type FlowEdgeData = {
  readonly flow: MapFlow;
  readonly points: readonly Point[];
  readonly critical: boolean;
  readonly data: boolean;
};
export type FlowEdge = Edge<FlowEdgeData, 'flow'>;

/** What the toolbar and the panel do with the drawing. */
export interface MapView {
  readonly begin: () => void;
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** The focus goes to the step that is selected. */
  readonly focus: () => void;
}
