import { numberOf, rowsOf, textOf } from '../../artefacts/columns';
import type { Content, Row } from '../../artefacts/contract';
import { isMeasurable } from '../../artefacts/kinds/voice';

export type TreeLevel = 'need' | 'driver' | 'ctq';

export interface TreeNode {
  readonly key: string;
  readonly level: TreeLevel;
  readonly title: string;
  /** The cell where it is written. */
  readonly cell: string;
  readonly x: number;
  readonly y: number;
  /** Of a need: verbatims behind it. */
  readonly verbatims: number | null;
  /** Of a characteristic: the row it is. */
  readonly row: Row | null;
  readonly measurable: boolean;
}

export interface CtqTreePicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly TreeNode[];
  readonly edges: readonly { readonly key: string; readonly path: string }[];
  readonly columns: readonly { readonly level: TreeLevel; readonly x: number }[];
}

/** Sizes in the drawing's own unit. */
export const treeSize = { width: 200, height: 58, gapX: 60, gapY: 12, top: 30 } as const;

/**
 * Needs, drivers, characteristics from left to right; a characteristic without a driver hangs on its need, one without a
 * need on nothing. Each characteristic has a line of its own, what is to its left stands in the middle of its branches.
 */
export function layCtqTree(content: Content): CtqTreePicture {
  const { width, height, gapX, gapY, top } = treeSize;
  const nodes: TreeNode[] = [];
  const edges: { key: string; path: string }[] = [];
  const ctqs = rowsOf(content, 'ctqs');
  const needs = rowsOf(content, 'needs');
  const known = new Set(needs.map(({ id }) => id));
  const hasDrivers = ctqs.some(({ cells }) => known.has(textOf(cells, 'need')) && textOf(cells, 'driver') !== '');
  // A level that nothing stands on takes no room.
  const levels: readonly TreeLevel[] = [
    ...(needs.length > 0 ? (['need'] as const) : []),
    ...(hasDrivers ? (['driver'] as const) : []),
    'ctq',
  ];
  const across = (level: TreeLevel): number => levels.indexOf(level) * (width + gapX);
  let line = 0;
  const put = (node: Omit<TreeNode, 'x'>): TreeNode => {
    const placed = { ...node, x: across(node.level) };
    nodes.push(placed);
    return placed;
  };
  const join = (from: TreeNode, to: TreeNode): void => {
    const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x, to.y + height / 2];
    const bend = x2 - gapX / 2;
    edges.push({ key: `${from.key}>${to.key}`, path: `M${x1} ${y1}H${bend}V${y2}H${x2}` });
  };
  const nextLine = (): number => top + line++ * (height + gapY);
  const putCtq = (row: Row): TreeNode =>
    put({
      key: row.id,
      level: 'ctq',
      title: textOf(row.cells, 'characteristic'),
      cell: `ctqs.${row.id}`,
      y: nextLine(),
      verbatims: null,
      row,
      measurable: isMeasurable(row),
    });
  const middle = (of: readonly TreeNode[]): number =>
    of.length === 0 ? nextLine() : (of[0].y + of[of.length - 1].y) / 2;

  for (const need of needs) {
    const own = ctqs.filter(({ cells }) => textOf(cells, 'need') === need.id);
    const branches: TreeNode[] = [];
    for (const driver of new Set(own.map(({ cells }) => textOf(cells, 'driver')))) {
      const leaves = own.filter(({ cells }) => textOf(cells, 'driver') === driver).map(putCtq);
      if (driver === '') {
        branches.push(...leaves);
        continue;
      }
      const node = put({
        key: `${need.id}/${driver}`,
        level: 'driver',
        title: driver,
        cell: `${leaves[0].cell}.driver`,
        y: middle(leaves),
        verbatims: null,
        row: null,
        measurable: true,
      });
      leaves.forEach((leaf) => join(node, leaf));
      branches.push(node);
    }
    const root = put({
      key: need.id,
      level: 'need',
      title: textOf(need.cells, 'need'),
      cell: `needs.${need.id}`,
      y: middle(branches),
      verbatims: rowsOf(content, 'verbatims').filter(({ cells }) => textOf(cells, 'need') === need.id).length,
      row: null,
      measurable: true,
    });
    branches.forEach((branch) => join(root, branch));
  }
  ctqs.filter(({ cells }) => !known.has(textOf(cells, 'need'))).forEach(putCtq);
  return {
    width: across('ctq') + width,
    height: top + Math.max(1, line) * (height + gapY),
    nodes: [...nodes].sort((a, b) => a.y - b.y || a.x - b.x),
    edges,
    columns: levels.map((level) => ({ level, x: across(level) })),
  };
}

/** What a characteristic must keep to, as bare figures; null where no limit is given. */
export function limitsOf({ cells }: Row): { readonly low: number | null; readonly high: number | null } | null {
  const [low, high] = [numberOf(cells, 'lsl'), numberOf(cells, 'usl')];
  return low === null && high === null ? null : { low, high };
}
