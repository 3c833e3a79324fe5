import type { Page } from '@playwright/test';

/**
 * Which of these texts stand anywhere in the databases of the page: in a record, in a key or in the bytes of a block, in
 * UTF-8 or UTF-16. Digits are also looked for as numbers of eight bytes, as blocks hold what does not fit into four.
 */
export async function findStored(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (wanted) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the request failed'));
      });
    const found = new Set<string>();
    const search = (text: string): void => {
      for (const item of wanted) if (text.includes(item)) found.add(item);
    };
    const numbers = new Map(wanted.filter((item) => /^\d+$/.test(item)).map((item) => [Number(item), item]));
    const searchNumbers = (bytes: Uint8Array): void => {
      if (numbers.size === 0) return;
      for (const number of new Float64Array(bytes.slice().buffer, 0, bytes.length >>> 3)) {
        const item = numbers.get(number);
        if (item !== undefined) found.add(item);
      }
    };
    const visit = (value: unknown): void => {
      if (typeof value === 'string' || typeof value === 'number') search(String(value));
      else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes =
          value instanceof ArrayBuffer
            ? new Uint8Array(value)
            : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        for (const encoding of ['utf-8', 'utf-16le']) search(new TextDecoder(encoding).decode(bytes));
        searchNumbers(bytes);
      } else if (value instanceof Map || value instanceof Set) [...value].forEach(visit);
      else if (typeof value === 'object' && value !== null)
        Object.entries(value).forEach((entry) => entry.forEach(visit));
    };
    let visited = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        for (const value of [...((await done(store.getAll())) as unknown[]), ...(await done(store.getAllKeys()))]) {
          visited++;
          visit(value);
        }
      }
      database.close();
    }
    if (visited === 0) throw new Error('nothing is stored: the search would prove nothing');
    return [...found];
  }, texts);
}
