import { createContext } from 'svelte';

/** What a screen reader is told besides what it finds on the page. Shown by LiveRegion. */
export class Announcer {
  #message = $state('');
  #odd = false;

  get message(): string {
    return this.#message;
  }

  say(text: string): void {
    // The same words twice would not be spoken twice: a trailing blank every other time makes them differ.
    this.#odd = !this.#odd;
    this.#message = this.#odd ? `${text}\u00A0` : text;
  }
}

export const [useAnnouncer, provideAnnouncer] = createContext<Announcer>();
