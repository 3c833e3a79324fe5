import type { Shape } from '../../shape';
import type { shared as zh } from '../../zh-CN/analyses/shared';

export const shared = {
  plain: '{text}',
  inUnit: '{measure} ({unit})',
  unit: { second: 'seconds', minute: 'minutes', hour: 'hours', day: 'days' },
  coded: { category: 'Gap category', aspect: 'Gap aspect', link: 'Gap link', severity: 'Severity' },
  uncoded: 'Uncoded',
  blank: '(blank)',
  rows: 'records',
  yes: 'yes',
  no: 'no',
  none: 'none',
} satisfies Shape<typeof zh>;
