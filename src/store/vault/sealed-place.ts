import { fromBase64, toBase64 } from '../passphrase';
import { openText, sealText, type RowVault } from './rows';

export type TextPlace = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A place for short texts, such as `localStorage`, in which they are sealed under their keys. */
export function sealedPlace(place: TextPlace, vault: RowVault): TextPlace {
  return {
    removeItem: (key) => place.removeItem(key),
    setItem: (key, text) => place.setItem(key, toBase64(sealText(text, key, vault))),
    getItem(key) {
      const sealed = place.getItem(key);
      if (sealed === null) return null;
      try {
        return openText(fromBase64(sealed), key, vault);
      } catch {
        // Written before there was a passphrase, or by somebody else.
        return null;
      }
    },
  };
}
