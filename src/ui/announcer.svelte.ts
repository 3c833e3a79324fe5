import { createContext } from 'svelte';

/** What a screen reader is told besides what it finds on the page. Shown by LiveRegion. */
export class Announcer {
  message = $state('');

  say(text: string): void {
    // The same words twice would not be spoken twice: a trailing blank makes them differ.
    this.message = text === this.message ? `${text}\u00A0` : text;
  }
}

export const [useAnnouncer, provideAnnouncer] = createContext<Announcer>();
