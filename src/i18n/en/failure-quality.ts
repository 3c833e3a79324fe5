import type { Shape } from '../shape';
import type { failureQuality as zh } from '../zh-CN/failure-quality';

export const failureQuality = {
  'calendar-line-unreadable':
    'Line {line} of the holiday table cannot be read: “{text}”. Write one day or range per line, then “off” or “work”, such as 2026-10-01~2026-10-07 off.',
  'calendar-empty': 'The holiday table has no dates. The calendar has not changed.',
} satisfies Shape<typeof zh>;
