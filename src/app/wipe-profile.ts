import { databaseName } from '../store/database';
import { handlesName } from '../store/handles';

/** Begins of the names under which anything of the product is kept beside its database. */
const storageKeys = ['service-quality-workbench', 'workbench.'];

/** Opens the first page as if for the first time; the address may name what is gone. */
export function startAnew(): void {
  history.replaceState(null, '', location.pathname + location.search);
  location.reload();
}

/**
 * Removes everything that the product keeps in this browser: the lock first, without which sealed data are noise, then
 * the database, the private files and the preferences. Pages that are still open must let go of the database.
 *
 * @returns whether all of it is gone
 */
export async function wipeProfile(): Promise<boolean> {
  for (const key of Object.keys(localStorage))
    if (storageKeys.some((begin) => key.startsWith(begin))) localStorage.removeItem(key);
  const gone = await Promise.all([removePrivateFiles(), ...[databaseName, handlesName].map(removeDatabase)]);
  return gone.every(Boolean);
}

async function removePrivateFiles(): Promise<boolean> {
  try {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of root.keys()) names.push(name);
    // `lock.json` among them.
    for (const name of names.sort((a, b) => Number(b === 'lock.json') - Number(a === 'lock.json')))
      await root.removeEntry(name, { recursive: true });
    return true;
  } catch (error) {
    // Where a page may have no private files, none can be left.
    return (error as { name?: unknown }).name === 'SecurityError';
  }
}

function removeDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    request.onblocked = () => setTimeout(() => resolve(request.readyState === 'done'), 3_000);
  });
}
