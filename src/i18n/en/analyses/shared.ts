import type { Shape } from '../../shape';
import type { shared as zh } from '../../zh-CN/analyses/shared';

export const shared = {
  plain: '{text}',
  coded: { category: 'Gap category', aspect: 'Gap aspect', link: 'Gap link', severity: 'Severity' },
  uncoded: 'Uncoded',
  blank: '(blank)',
  rows: 'records',
  none: 'none',
} satisfies Shape<typeof zh>;
