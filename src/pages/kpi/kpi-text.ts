import { factorOf, type Kpi } from '../../domain/kpi/catalogue';
import type { MessageKey, Translator } from '../../i18n/translator';

/** One of the four texts of an indicator. */
export function kpiText(
  translator: Translator,
  { code }: Pick<Kpi, 'code'>,
  text: 'name' | 'definition' | 'numerator' | 'denominator',
): string {
  return translator.t(`kpi.of.${code}.${text}` as MessageKey);
}

const digits: Readonly<Record<Kpi['unit'], number>> = {
  percent: 1,
  points: 1,
  score: 1,
  seconds: 1,
  minutes: 2,
  days: 1,
  perTenThousand: 2,
  ppm: 0,
};

/** A figure in the unit of its indicator, such as `94.3 %` or `4.10 min`. */
export function figureText(translator: Translator, { unit }: Pick<Kpi, 'unit'>, figure: number | null): string {
  if (figure === null) return '–';
  if (unit === 'percent') return translator.formats.percent(figure / factorOf(unit));
  return `${translator.formats.fixed(figure, digits[unit])} ${translator.t(`kpi.unit.${unit}`)}`;
}

/** A figure beside an axis that names its unit. */
export function bareFigure(translator: Translator, { unit }: Pick<Kpi, 'unit'>, figure: number): string {
  if (unit === 'percent') return translator.formats.percent(figure / factorOf(unit));
  return translator.formats.fixed(figure, digits[unit]);
}

/** A month as `2026-03`. */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
