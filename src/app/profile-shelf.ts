import { privateShelf, type Shelf } from '../store/snapshots';
import { currentCipher } from '../store/vault/cipher';
import { sealedShelf } from '../store/vault/sealed-shelf';

/** The place of the snapshots, sealed as the profile is. */
export function profileShelf(): Shelf {
  return sealedShelf(
    privateShelf(() => navigator.storage.getDirectory()),
    currentCipher,
  );
}
