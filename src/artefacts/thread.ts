/** The thread: complaint link → step → cause → action → stage of a chart → effect. */

import { textOf, wordsOf } from './columns';
import type { ProjectView, Row } from './contract';
import { focusCodes } from './kinds/focus';
import { artefactsOf, placedRows, type PlacedRow } from './project';

/** The kinds of node, in the order in which they are drawn. */
export const nodeKinds = ['code', 'step', 'cause', 'action', 'stage', 'effect'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** An end of a link: a code, a row (`id`), or a stage (`row` = its label) or the whole of an analysis (`id`). */
export interface LinkEnd {
  readonly kind: NodeKind;
  readonly id: string;
  readonly row?: string;
}

/** A link that a person made. */
export interface ThreadLink {
  readonly id: string;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
}

/** Which nodes a link may join, and what it says: `artefacts.linkType.<id>`. */
export const linkTypes: readonly { readonly id: string; readonly from: NodeKind; readonly to: NodeKind }[] = [
  { id: 'occursAt', from: 'code', to: 'step' },
  { id: 'explainedBy', from: 'code', to: 'cause' },
  { id: 'causedBy', from: 'step', to: 'cause' },
  { id: 'addressedBy', from: 'cause', to: 'action' },
  { id: 'visibleIn', from: 'action', to: 'stage' },
  { id: 'judgedBy', from: 'action', to: 'effect' },
  { id: 'confirmedBy', from: 'stage', to: 'effect' },
];

export interface ThreadNode {
  readonly key: string;
  readonly end: LinkEnd;
  /** What was written; empty for a code and for a row without a name. */
  readonly title: string;
  /** Kind of artefact where it stands. */
  readonly artefact?: { readonly kind: string; readonly id: string; readonly list: string };
}

export interface ThreadEdge {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  /** The link that says so; absent where a cell of an artefact does. */
  readonly link?: string;
}

export interface Thread {
  readonly nodes: readonly ThreadNode[];
  readonly edges: readonly ThreadEdge[];
  /** Links of which an end was deleted; kept until somebody decides. */
  readonly broken: readonly { readonly link: ThreadLink; readonly missing: 'from' | 'to' | 'both' }[];
}

/** A text that is the same for the same end. */
export function endKey({ kind, id, row }: LinkEnd): string {
  return row === undefined ? `${kind}:${id}` : `${kind}:${id}:${row}`;
}

/** The link that two nodes can be joined by, whichever was chosen first; null if there is none. */
export function joinEnds(
  a: LinkEnd,
  b: LinkEnd,
): { readonly type: string; readonly from: LinkEnd; readonly to: LinkEnd } | null {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const type = linkTypes.find((candidate) => candidate.from === from.kind && candidate.to === to.kind);
    if (type) return { type: type.id, from, to };
  }
  return null;
}

/** The slices that judge an effect. */
const effectSlices = new Set(['beforeAfter', 'compareProportions', 'compareMeans']);

/** Everything on the thread of a project, from references in cells and from links. */
export function buildThread(project: ProjectView, links: readonly ThreadLink[]): Thread {
  const nodes = new Map<string, ThreadNode>();
  const add = (node: Omit<ThreadNode, 'key'>): void => {
    const key = endKey(node.end);
    if (!nodes.has(key)) nodes.set(key, { key, ...node });
  };
  const steps = placedRows(project, 'processMap', 'steps').filter(
    ({ row }) => !['start', 'end'].includes(textOf(row.cells, 'stepType')),
  );
  const causes = placedRows(project, 'fishbone', 'causes');
  const items = placedRows(project, 'actions', 'items');
  for (const code of threadCodes(project, [...steps, ...causes], links))
    add({ end: { kind: 'code', id: code }, title: '' });
  steps.forEach((step) => add(rowNode('step', step, 'name')));
  causes.forEach((cause) => add(rowNode('cause', cause, 'cause')));
  items.forEach((item) => add(rowNode('action', item, 'action')));
  for (const { id, name, stages } of project.analyses)
    for (const stage of stages)
      add({
        end: { kind: 'stage', id, row: stage.label },
        title: `${stage.name === '' ? stage.label : stage.name} · ${name}`,
      });
  for (const analysis of effectAnalyses(project, items))
    add({ end: { kind: 'effect', id: analysis.id }, title: analysis.name });
  const cellEdges = [
    ...steps.flatMap(({ row }) =>
      codesOf(row).flatMap((code) => edgeTo('occursAt', codeEnd(code), { kind: 'step', id: row.id })),
    ),
    ...causes.flatMap(({ row }) => [
      ...edgeTo('causedBy', rowEnd('step', textOf(row.cells, 'step')), { kind: 'cause', id: row.id }),
      ...edgeTo('explainedBy', codeEnd(textOf(row.cells, 'link')), { kind: 'cause', id: row.id }),
    ]),
    ...items.flatMap(({ row }) => [
      ...edgeTo('addressedBy', rowEnd('cause', textOf(row.cells, 'cause')), { kind: 'action', id: row.id }),
      ...edgeTo('judgedBy', { kind: 'action', id: row.id }, rowEnd('effect', textOf(row.cells, 'effectAnalysis'))),
    ]),
  ].filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  const edges = new Map<string, ThreadEdge>(cellEdges.map((edge) => [`${edge.from}>${edge.to}`, edge]));
  const broken: { link: ThreadLink; missing: 'from' | 'to' | 'both' }[] = [];
  for (const link of links) {
    const [from, to] = [endKey(link.from), endKey(link.to)];
    const joined = joinEnds(link.from, link.to);
    if (nodes.has(from) && nodes.has(to) && joined) {
      if (!edges.has(`${from}>${to}`)) edges.set(`${from}>${to}`, { from, to, type: joined.type, link: link.id });
    } else broken.push({ link, missing: nodes.has(to) ? 'from' : nodes.has(from) ? 'to' : 'both' });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], broken };
}

function rowNode(kind: NodeKind, { artefact, list, row }: PlacedRow, column: string): Omit<ThreadNode, 'key'> {
  return {
    end: { kind, id: row.id },
    title: textOf(row.cells, column),
    artefact: { kind: artefact.kind, id: artefact.id, list },
  };
}

/** The codes of a row; a step may have more than one. */
function codesOf({ cells }: Row): readonly string[] {
  return [textOf(cells, 'link'), ...wordsOf(cells, 'moreLinks')];
}

function codeEnd(code: string): LinkEnd | null {
  return code === '' ? null : { kind: 'code', id: code };
}

function rowEnd(kind: NodeKind, id: string): LinkEnd | null {
  return id === '' ? null : { kind, id };
}

function edgeTo(type: string, from: LinkEnd | null, to: LinkEnd | null): readonly ThreadEdge[] {
  return from && to ? [{ type, from: endKey(from), to: endKey(to) }] : [];
}

/** Codes that anything of the project names, in the order of the taxonomy's numbers. */
function threadCodes(
  project: ProjectView,
  rows: readonly PlacedRow[],
  links: readonly ThreadLink[],
): readonly string[] {
  const codes = new Set<string>([
    ...artefactsOf(project, 'focus').flatMap(({ content }) => focusCodes(content)),
    ...rows.flatMap(({ row }) => codesOf(row)),
    ...placedRows(project, 'actions', 'items').flatMap(({ row }) => wordsOf(row.cells, 'codes')),
    ...links.flatMap(({ from }) => (from.kind === 'code' ? [from.id] : [])),
  ]);
  return [...codes]
    .filter((code) => project.codes.has(code))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function effectAnalyses(project: ProjectView, items: readonly PlacedRow[]): ProjectView['analyses'] {
  const named = new Set([
    ...items.map(({ row }) => textOf(row.cells, 'effectAnalysis')),
    ...artefactsOf(project, 'pilot').map(({ content }) => textOf(content.fields, 'effectAnalysis')),
  ]);
  return project.analyses.filter(({ id, slice }) => named.has(id) || effectSlices.has(slice));
}

/** Everything before and behind a node, itself included: the part of the picture that is lit when it is chosen. */
export function traceNode({ edges }: Thread, key: string): ReadonlySet<string> {
  const walk = (next: (edge: ThreadEdge, at: string) => string | null): readonly string[] => {
    const seen = new Set([key]);
    const queue = [key];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const edge of edges) {
        const to = next(edge, at);
        if (to === null || seen.has(to)) continue;
        seen.add(to);
        queue.push(to);
      }
    }
    return [...seen];
  };
  return new Set([
    ...walk((edge, at) => (edge.from === at ? edge.to : null)),
    ...walk((edge, at) => (edge.to === at ? edge.from : null)),
  ]);
}

/** Codes whose thread reaches an effect. */
export function completeCodes(thread: Thread): readonly string[] {
  return thread.nodes
    .filter(({ end }) => end.kind === 'code')
    .filter(({ key }) => {
      const reached = [...traceNode(thread, key)];
      return reached.some((other) => other.startsWith('effect:'));
    })
    .map(({ end }) => end.id);
}
