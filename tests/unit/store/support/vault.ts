import { makeProfileKeys, type ProfileKeys } from '../../../../src/store/vault/keys';
import { iterationLimits } from '../../../../src/store/passphrase';

/** Keys that take as little time as is permitted. */
export async function testKeys(passphrase = 'four words make locks', installId = 'install'): Promise<ProfileKeys> {
  const keys = await makeProfileKeys(passphrase, installId, iterationLimits.least);
  if (!keys.ok) throw new Error(keys.failure.code);
  return keys.value;
}

/** Everything that stands in the tables of the database, as text; bytes read as Latin letters. */
export async function rawText(factory: IDBFactory, name = 'service-quality-workbench'): Promise<string> {
  const connection = await settle(factory.open(name));
  const texts: string[] = [];
  for (const table of connection.objectStoreNames) {
    const rows = await settle(connection.transaction(table, 'readonly').objectStore(table).getAll());
    texts.push(JSON.stringify(rows, asText));
  }
  connection.close();
  return texts.join('\n');
}

function asText(_key: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
  return ArrayBuffer.isView(value)
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1')
    : value;
}

export function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.name));
  });
}
