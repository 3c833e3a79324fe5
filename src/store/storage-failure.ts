import { fail } from '../kernel/result';
import type { Failure } from '../kernel/result';
import type { StoreFailureCode } from './types';

/** What the browser called an error, and the error inside it: quota and disk errors arrive wrapped in an abort. */
export function errorNames(error: unknown): readonly string[] {
  const names: string[] = [];
  let current: unknown = error;
  while (typeof current === 'object' && current !== null && names.length < 8) {
    const { name, inner, cause } = current as { name?: unknown; inner?: unknown; cause?: unknown };
    if (typeof name === 'string') names.push(name);
    current = inner ?? cause;
  }
  return names;
}

/** The upgrade of an older build's tables did not come about; the browser has put back what it had changed. */
export class UpgradeError extends Error {
  override readonly name = 'UpgradeError';
}

/**
 * A storage error as a coded failure. A mistake of the program is thrown on: it must not read as a full disk.
 */
export function storageFailure(error: unknown): { readonly ok: false; readonly failure: Failure<StoreFailureCode> } {
  if (error instanceof RangeError || error instanceof TypeError) throw error;
  const names = errorNames(error);
  const has = (...known: readonly string[]): boolean => names.some((name) => known.includes(name));
  const reason = names.at(-1) ?? String(error);
  if (has('UpgradeError')) return has('QuotaExceededError') ? fail('upgrade-full') : fail('upgrade-failed', { reason });
  if (has('QuotaExceededError')) return fail('storage-full');
  if (has('VersionError')) return fail('storage-newer');
  if (has('SecurityError', 'MissingAPIError')) return fail('storage-unavailable');
  if (has('InvalidAccessError')) return fail('profile-locked');
  if (has('OperationError')) return fail('record-changed');
  return fail('storage-failed', { reason });
}
