import { CellHint } from './raw-table';

/** What a cell looks like at first sight, for finding the header; types are settled later, by column. */
export type CellKind = 'empty' | 'number' | 'date' | 'text';

const numberShape = /^[-+−(]?[¥$€£￥]?\s*\d[\d,.\s]*\s*[%％)]?(?:[eE][-+]?\d+)?$/;
const dateShape = /^\d{1,4}[-/.年]\d{1,2}([-/.月]\d{1,4}日?)?([ T]\s*\d{1,2}:\d{2}.*)?$|^\d{1,2}:\d{2}(:\d{2})?$/;
const yearShape = /^(19|20)\d\d$/;

/** The kind of a cell text. A bare year or a month such as `2024年1月` is text: headers often are just that. */
export function cellKind(text: string, hint: CellHint = CellHint.text): CellKind {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  if (hint === CellHint.date || hint === CellHint.datetime || hint === CellHint.time) return 'date';
  if (yearShape.test(trimmed)) return 'text';
  if (hint === CellHint.number || hint === CellHint.percent || numberShape.test(trimmed)) return 'number';
  const date = dateShape.exec(trimmed);
  return date && (date[1] !== undefined || trimmed.includes(':')) ? 'date' : 'text';
}
