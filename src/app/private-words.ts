/**
 * Words that must not stand in an address.
 *
 * Browsers write every address into their history, where a passphrase does not reach. Of a protected profile the address
 * holds a reference instead of a name or of what was searched for; the words are kept under the passphrase, so that a
 * reload, the way back and a second tab find them again.
 */

import { newId } from '../kernel/ids';
import type { TextPlace } from '../store/vault/sealed-place';

const storageKey = 'service-quality-workbench.private-words';
/** What is further back is no longer found; the addresses then lead to the whole list. */
const kept = 300;
const form = /^~[0-9A-Za-z_-]{8,40}$/;

/** References and their words, the latest last. */
export class PrivateWords {
  #words = new Map<string, string>();
  #place: Pick<TextPlace, 'getItem' | 'setItem'> | null = null;

  /** Whether words are hidden at all. */
  get hides(): boolean {
    return this.#place !== null;
  }

  /** Hides words from now on and keeps them in a place that is sealed; with null, addresses show them. */
  keepIn(place: Pick<TextPlace, 'getItem' | 'setItem'> | null): void {
    this.#words = new Map();
    this.#place = place;
    this.#read();
  }

  /** What stands in an address for a word: always the same, the word itself where nothing is hidden. */
  hide(word: string): string {
    if (!this.#place || word === '' || this.#words.has(word)) return word;
    const known = this.#referenceOf(word);
    if (known !== null) return known;
    // Another tab may have named it, and what that one keeps must not be lost.
    this.#read();
    const named = this.#referenceOf(word);
    if (named !== null) return named;
    const reference = `~${newId()}`;
    this.#words.set(reference, word);
    this.#write();
    return reference;
  }

  /** What stands for in an address: a text that is no reference is its own word; null for a reference to nothing. */
  reveal(text: string): string | null {
    if (!this.#place || !form.test(text)) return text;
    if (!this.#words.has(text)) this.#read();
    return this.#words.get(text) ?? null;
  }

  #referenceOf(word: string): string | null {
    for (const [reference, known] of this.#words) if (known === word) return reference;
    return null;
  }

  #read(): void {
    try {
      const stored: unknown = JSON.parse(this.#place?.getItem(storageKey) ?? '[]');
      if (!Array.isArray(stored)) return;
      const pairs = stored.filter(isPair);
      this.#words = new Map([...pairs, ...this.#words]);
    } catch {
      // Refused or broken: the words of this page are known all the same.
    }
  }

  #write(): void {
    this.#words = new Map([...this.#words].slice(-kept));
    try {
      this.#place?.setItem(storageKey, JSON.stringify([...this.#words]));
    } catch {
      // Full or refused: the words hold for this visit.
    }
  }
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');
}

/** Those of this page; every address is made and read through them. */
export const privateWords = new PrivateWords();
