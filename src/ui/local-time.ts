import type { Formats } from '../i18n/format';

/** A moment as this computer's clock showed it, `YYYY-MM-DD HH:MM`; dates are ISO in both languages. */
export function localDateTime(formats: Formats, epochMs: number): string {
  const wallMs = epochMs - new Date(epochMs).getTimezoneOffset() * 60_000;
  return formats.dateTime(wallMs).slice(0, 16);
}
