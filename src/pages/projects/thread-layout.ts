import { nodeKinds, type NodeKind, type Thread, type ThreadNode } from '../../artefacts/thread';

export interface PlacedNode {
  readonly node: ThreadNode;
  readonly x: number;
  readonly y: number;
}

export interface ThreadPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly path: string;
  }[];
  readonly columns: readonly { readonly kind: NodeKind; readonly x: number }[];
}

/** Width and height of a node, and the room between nodes. */
export const nodeSize = { width: 158, height: 46, gapX: 62, gapY: 14, top: 40 } as const;

/**
 * Six columns, one for each kind of node. Within a column nodes stand near what leads to them (the mean place of their
 * neighbours to the left), so that few lines cross; the others follow in the order in which they were written.
 */
export function layThread(thread: Thread): ThreadPicture {
  const { width, height, gapX, gapY, top } = nodeSize;
  const rank = new Map<string, number>();
  const nodes: PlacedNode[] = [];
  nodeKinds.forEach((kind, column) => {
    const members = thread.nodes.filter(({ end }) => end.kind === kind);
    const wanted = new Map(
      members.map((node, index) => [node.key, meanRank(thread, rank, node.key) ?? members.length + index]),
    );
    const sorted = [...members].sort((a, b) => (wanted.get(a.key) ?? 0) - (wanted.get(b.key) ?? 0));
    sorted.forEach((node, index) => {
      rank.set(node.key, index);
      nodes.push({ node, x: column * (width + gapX), y: top + index * (height + gapY) });
    });
  });
  const at = new Map(nodes.map((placed) => [placed.node.key, placed]));
  const tallest = Math.max(1, ...nodeKinds.map((kind) => thread.nodes.filter(({ end }) => end.kind === kind).length));
  return {
    width: nodeKinds.length * (width + gapX) - gapX,
    height: top + tallest * (height + gapY),
    nodes,
    columns: nodeKinds.map((kind, column) => ({ kind, x: column * (width + gapX) })),
    edges: thread.edges.flatMap((edge) => {
      const [from, to] = [at.get(edge.from), at.get(edge.to)];
      if (!from || !to) return [];
      return [{ key: `${edge.from}>${edge.to}`, from: edge.from, to: edge.to, path: curve(from, to) }];
    }),
  };
}

/** A line from the right of one node to the left of another; over several columns it runs between the rows, behind no node. */
function curve(from: PlacedNode, to: PlacedNode): string {
  const { width, height, gapX, gapY } = nodeSize;
  const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x, to.y + height / 2];
  const bend = gapX / 2;
  if (x2 - x1 <= gapX) return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  const lane = Math.max(from.y, to.y) + height + gapY / 2;
  return [
    `M${x1} ${y1}C${x1 + bend} ${y1} ${x1 + bend} ${lane} ${x1 + gapX} ${lane}`,
    `H${x2 - gapX}`,
    `C${x2 - bend} ${lane} ${x2 - bend} ${y2} ${x2} ${y2}`,
  ].join('');
}

function meanRank(thread: Thread, rank: ReadonlyMap<string, number>, key: string): number | null {
  const before = thread.edges.filter((edge) => edge.to === key).flatMap((edge) => rank.get(edge.from) ?? []);
  return before.length === 0 ? null : before.reduce((sum, value) => sum + value, 0) / before.length;
}
