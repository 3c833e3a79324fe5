import { sha256Hex } from '../kernel/digest';
import { byKindAndId } from './bundle/write-bundle';
import { canonicalJson } from './json';
import type { Json, StoredRecord } from './types';

/** SHA-256 over records in an order of their own: equal for copies that hold the same, whatever way they came to it. */
export function stateDigest(records: readonly StoredRecord[]): Promise<string> {
  const text = [...records].sort(byKindAndId).map((record) => canonicalJson(record as unknown as Json));
  return sha256Hex(new TextEncoder().encode(text.join('\n')));
}
