import type { ComparedTotal } from '../../domain/process-map/compare';
import type { Translator } from '../../i18n/translator';
import { durationText } from './duration';

/** Totals in the order in which they are read. */
export const totalOrder: readonly ComparedTotal[] = [
  'leadMinutes',
  'processMinutes',
  'cycleEfficiency',
  'rolledThroughputYield',
  'totalDpu',
  'costPerUnit',
  'handOffs',
  'criticalMinutes',
  'bottleneckLoad',
  'stepsPassed',
];

/** A total as text; a dash where it is not known. */
export function totalText(translator: Translator, total: ComparedTotal, value: number | null): string {
  const { t, formats } = translator;
  if (value === null) return t('map.compare.none');
  switch (total) {
    case 'leadMinutes':
    case 'processMinutes':
    case 'criticalMinutes':
      return value < 0 ? `−${durationText(translator, -value)}` : durationText(translator, value);
    case 'cycleEfficiency':
    case 'rolledThroughputYield':
    case 'bottleneckLoad':
      // A long process may pass one unit in ten thousand: that is not nothing.
      return formats.percent(value, value !== 0 && Math.abs(value) < 0.0005 ? 4 : 1);
    case 'costPerUnit':
      return t('map.unit.yuan', { value: formats.fixed(value, 2) });
    case 'totalDpu':
      return formats.fixed(value, 4);
    case 'handOffs':
    case 'stepsPassed':
      return formats.fixed(value, 2);
  }
}
