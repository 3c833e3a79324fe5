import { numberOf, rowsOf, textOf } from '../../artefacts/columns';
import type { Content, Row } from '../../artefacts/contract';
import { bonesOf } from '../../artefacts/kinds/fishbone';
import { shorten, widthOf, wrapLabel } from './place-labels';

interface Bone {
  readonly name: string;
  readonly above: boolean;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
}

interface PlacedCause {
  readonly row: Row;
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  /** One line or two, the last one directly above the twig. */
  readonly lines: readonly string[];
}

export interface FishbonePicture {
  readonly width: number;
  readonly height: number;
  readonly spine: number;
  readonly headX: number;
  readonly headWidth: number;
  /** The effect, as wide as the head. */
  readonly effect: readonly string[];
  readonly bones: readonly Bone[];
  readonly causes: readonly PlacedCause[];
}

const headWidth = 180;
const boneWidth = 225;
const twig = 148;
/** Causes for which every bone has room. */
const least = 2;
const slant = 70;
const lineHeight = 27;
const secondLine = 15;
const margin = 30;
/** Half a Chinese character in pixels, as `wrapLabel` counts, with air for bold Latin letters. */
const halfCharacter = 7;

interface Options {
  /** What stands on a twig before its votes; its cause unless said otherwise. */
  readonly labelOf?: (row: Row) => string;
  readonly effect?: string;
}

/**
 * Where the parts of a fishbone stand: bones above and below in pairs, as long as their causes need.
 *
 * Causes of a bone outside the set in use get a bone of their own at the tail, so that none is left out.
 */
export function layFishbone(
  content: Content,
  { labelOf = ({ cells }) => textOf(cells, 'cause'), effect = '' }: Options = {},
): FishbonePicture {
  const rows = rowsOf(content, 'causes');
  const names = [
    ...new Set([...bonesOf(content), ...rows.map(({ cells }) => textOf(cells, 'bone')).filter((name) => name !== '')]),
  ];
  const on = (name: string): readonly Row[] => rows.filter(({ cells }) => (textOf(cells, 'bone') || names[0]) === name);
  const pairs = Math.ceil(names.length / 2);
  const longest = Math.max(least, ...names.map((name) => on(name).length));
  const room = Math.floor(twig / halfCharacter);
  const linesOf = (row: Row): readonly string[] => {
    // Votes are never cut off: a room counts by them.
    const votes = numberOf(row.cells, 'votes');
    const mark = votes === null ? '' : ` (${votes})`;
    const lines = wrapLabel(labelOf(row), room);
    return [...lines.slice(0, -1), `${shorten(lines[lines.length - 1], room - widthOf(mark))}${mark}`];
  };
  const lines = new Map(rows.map((row) => [row.id, linesOf(row)]));
  const second = [...lines.values()].some(({ length }) => length > 1) ? secondLine : 0;
  const pitch = lineHeight + second;
  const reach = longest * pitch + 20 + second;
  const spine = reach + margin;
  const headX = pairs * boneWidth + margin;
  const bones: Bone[] = [];
  const causes: PlacedCause[] = [];
  names.forEach((name, index) => {
    const above = index < pairs;
    const column = above ? index : index - pairs;
    const toX = margin + (column + 1) * boneWidth;
    const fromY = above ? spine - reach : spine + reach;
    bones.push({ name, above, fromX: toX - slant, fromY, toX });
    on(name).forEach((row, at) => {
      const distance = reach - 12 - second - at * pitch;
      const endX = toX - (slant * distance) / reach;
      const y = above ? spine - distance + 6 : spine + distance;
      causes.push({ row, x: endX - twig, y, endX, lines: lines.get(row.id) ?? [] });
    });
  });
  return {
    width: headX + headWidth,
    height: 2 * spine,
    spine,
    headX,
    headWidth: headWidth - 12,
    effect: wrapLabel(effect, Math.floor((headWidth - 24) / halfCharacter)),
    bones,
    causes,
  };
}
