import type { Shelf } from '../../../../src/store/snapshots';

export type MemoryShelf = Shelf & { readonly files: Map<string, Uint8Array<ArrayBuffer>> };

/** A shelf whose page is killed after so many writes and removals: none is done from then on. */
export function memoryShelf(copied: MemoryShelf['files'] = new Map(), left = Infinity): MemoryShelf {
  const files = new Map(copied);
  let done = 0;
  const unlessKilled = async (step: () => void): Promise<void> => {
    if (done === left) throw new DOMException('the page is gone', 'AbortError');
    done++;
    step();
  };
  return {
    files,
    list: async () => [...files.keys()],
    read: async (name) => files.get(name) ?? null,
    write: (name, bytes) => unlessKilled(() => files.set(name, bytes)),
    remove: (name) => unlessKilled(() => files.delete(name)),
  };
}
