import type { ImportField } from '../../../domain/events/import-events';
import type { MessageKey, Translator } from '../../../i18n/translator';

const scopes: Partial<Record<ImportField, string>> = { replyMethod: 'events.method' };

/** The name of a code that a choice of the ledger may have. */
export function wordLabel(t: Translator['t'], field: ImportField, code: string): string {
  return t(`${scopes[field] ?? `events.${field}`}.${code}` as MessageKey);
}
