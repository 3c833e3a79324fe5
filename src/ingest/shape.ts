import { textDigest } from '../kernel/digest';
import type { Inspection } from './types';

/**
 * A key that files of the same shape share: format and column names in their order, letter case and blanks ignored.
 * Under it a plan is remembered for the next file. Names are digested: ids of records stay readable where the rest is
 * sealed.
 */
export function shapeKey(inspection: Pick<Inspection, 'format' | 'columns'>): string {
  const names = inspection.columns.map(({ name }) => name.toLowerCase().replace(/\s+/g, ''));
  return `${inspection.format}:${textDigest(JSON.stringify(names))}`;
}
