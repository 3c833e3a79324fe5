import { rowsOf, textOf } from '../../artefacts/columns';
import type { Content, Row } from '../../artefacts/contract';
import { bonesOf } from '../../artefacts/kinds/fishbone';

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
}

export interface FishbonePicture {
  readonly width: number;
  readonly height: number;
  readonly spine: number;
  readonly headX: number;
  readonly bones: readonly Bone[];
  readonly causes: readonly PlacedCause[];
}

const headWidth = 180;
const boneWidth = 275;
const slant = 70;
const lineHeight = 27;
const twig = 172;
const margin = 30;

/**
 * Where the parts of a fishbone stand: bones above and below in pairs, as long as their causes need.
 *
 * Causes of a bone outside the set in use get a bone of their own at the tail, so that none is left out.
 */
export function layFishbone(content: Content): FishbonePicture {
  const rows = rowsOf(content, 'causes');
  const names = [
    ...new Set([...bonesOf(content), ...rows.map(({ cells }) => textOf(cells, 'bone')).filter((name) => name !== '')]),
  ];
  const on = (name: string): readonly Row[] => rows.filter(({ cells }) => (textOf(cells, 'bone') || names[0]) === name);
  const pairs = Math.ceil(names.length / 2);
  const longest = Math.max(3, ...names.map((name) => on(name).length));
  const reach = longest * lineHeight + 20;
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
      const distance = reach - 12 - at * lineHeight;
      const endX = toX - (slant * distance) / reach;
      causes.push({ row, x: endX - twig, y: above ? spine - distance + 6 : spine + distance, endX });
    });
  });
  return { width: headX + headWidth, height: 2 * spine, spine, headX, bones, causes };
}
