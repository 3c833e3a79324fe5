import type { Shelf } from '../snapshots';
import { openBytes, sealBytes, type Cipher } from './cipher';

const magic = new TextEncoder().encode('SQWSEAL1');

/** A shelf whose files are sealed under their names; what stands on it unsealed is read as it is. */
export function sealedShelf(shelf: Shelf, cipher: () => Cipher | null): Shelf {
  return {
    list: () => shelf.list(),
    remove: (name) => shelf.remove(name),
    async read(name) {
      const bytes = await shelf.read(name);
      if (!bytes || !isSealed(bytes)) return bytes;
      const now = cipher();
      return now ? openBytes(now, name, bytes.subarray(magic.length)) : null;
    },
    async write(name, bytes) {
      const now = cipher();
      if (!now?.seals) return shelf.write(name, bytes);
      const sealed = await sealBytes(now, name, bytes);
      const whole = new Uint8Array(magic.length + sealed.length);
      whole.set(magic);
      whole.set(sealed, magic.length);
      return shelf.write(name, whole);
    },
  };
}

function isSealed(bytes: Uint8Array): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
