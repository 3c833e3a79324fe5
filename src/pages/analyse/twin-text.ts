import type { TwinCell, TwinColumn } from '../../analyses/contract';
import type { Translator } from '../../i18n/translator';

/** A cell of a table twin as the reader sees it; the full number stays behind it. */
export function twinText(value: TwinCell, column: TwinColumn, translator: Translator): string {
  if (value === null) return '–';
  if (typeof value === 'object') return translator.phrase(value.phrase);
  if (typeof value === 'string') return value;
  const { formats } = translator;
  switch (column.format) {
    case 'count':
      return formats.number(value, column.digits ?? 0);
    case 'percent':
      return formats.percent(value, column.digits ?? 1);
    case 'ppm':
      return formats.number(value, column.digits ?? 1);
    case 'probability':
      return probability(value, column.digits ?? 4, (number, digits) => formats.fixed(number, digits));
    case 'date':
      return formats.date(value);
    case 'month':
      return formats.month(value);
    case 'number':
      return column.digits === undefined ? formats.number(value, 4) : formats.fixed(value, column.digits);
    case 'text':
      return formats.number(value);
  }
}

/** A p-value of 0.0000 would say that chance is excluded. */
function probability(p: number, digits: number, fixed: (value: number, digits: number) => string): string {
  const smallest = 10 ** -digits;
  return p < smallest ? `<${fixed(smallest, digits)}` : fixed(p, digits);
}
