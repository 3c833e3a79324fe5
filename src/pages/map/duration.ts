import type { Translator } from '../../i18n/translator';

/** Minutes in the unit in which one would say them. */
export function durationText({ t, formats }: Translator, minutes: number): string {
  if (minutes < 120) return t('map.unit.minutes', { value: { as: 'decimal', value: round(minutes) } });
  // No days: nobody could say whether they are of 24 hours or of one shift.
  return t('map.unit.hours', { value: formats.number(round(minutes / 60)) });
}

function round(value: number): number {
  return Number(value.toFixed(value < 10 ? 1 : 0));
}

/** Times of a step on one short line; empty where none is known. */
export function timesText(
  translator: Translator,
  { processMinutes, waitMinutes }: { readonly processMinutes: number | null; readonly waitMinutes: number | null },
): string {
  const say = (minutes: number | null): string | null => (minutes === null ? null : durationText(translator, minutes));
  const [process, wait] = [say(processMinutes), say(waitMinutes)];
  if (process !== null && wait !== null) return translator.t('map.times', { process, wait });
  if (process !== null) return translator.t('map.processOnly', { process });
  return wait === null ? '' : translator.t('map.waitOnly', { wait });
}
