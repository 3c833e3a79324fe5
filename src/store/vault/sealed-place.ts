import { fromBase64, toBase64 } from '../passphrase';
import { openText, sealText, type RowVault } from './rows';

/** A place for short texts. */
export interface TextPlace extends Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  keys(): readonly string[];
}

/** A place in which texts are sealed under their keys. */
export function sealedPlace(place: TextPlace, vault: RowVault): TextPlace {
  return {
    keys: () => place.keys(),
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
