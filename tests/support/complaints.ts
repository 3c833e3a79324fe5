import type { ConsoleMessage } from '@playwright/test';

/** What a console message complains about; undefined for a plain message and for what Playwright itself says. */
export function complaintOf(message: ConsoleMessage): string | undefined {
  if (!['warning', 'error', 'assert'].includes(message.type())) return undefined;
  if (message.text().startsWith('Service Worker registration blocked by Playwright')) return undefined;
  return `${message.type()}: ${message.text()}`;
}
