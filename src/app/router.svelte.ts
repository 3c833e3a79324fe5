import { createContext } from 'svelte';
import { hrefTo, parseHash, toSearch, withoutPrivateWords, type Place, type Query, type RouteName } from './routes';

/** Where the person is, kept in the part of the address behind `#`, so that back, forward and reload work without a server. */
export class Router {
  #window: Window;
  #hash = $state('');

  readonly place: Place = $derived(parseHash(this.#hash));

  constructor(view: Window) {
    this.#window = view;
    this.#hash = view.location.hash;
  }

  /** Begins to follow the address; returns how to stop. */
  start(): () => void {
    const read = (): void => {
      const { hash } = this.#window.location;
      const shown = withoutPrivateWords(hash);
      if (shown === hash) this.#hash = hash;
      else this.#replaceHash(shown);
    };
    read();
    this.#window.addEventListener('hashchange', read);
    return () => this.#window.removeEventListener('hashchange', read);
  }

  /** Goes to a place; back returns. */
  readonly go = <Name extends RouteName>(...place: Parameters<typeof hrefTo<Name>>): void => {
    this.#window.location.hash = hrefTo(...place);
    // The event comes later; a second key of a fast typist must find the place that the first one went to.
    this.#hash = this.#window.location.hash;
  };

  /** Goes to a place in the stead of the present one, such as after a record was made from a form. */
  readonly replace = <Name extends RouteName>(...place: Parameters<typeof hrefTo<Name>>): void => {
    this.#replaceHash(hrefTo(...place));
  };

  /** Changes what stands behind the `?`, without a step in the history; null removes a key. */
  setQuery(changes: Readonly<Record<string, string | null>>): void {
    const query: Query = Object.fromEntries(
      Object.entries({ ...this.place.query, ...changes }).filter(
        (entry): entry is [string, string] => entry[1] !== null,
      ),
    );
    const path = this.#hash.split('?')[0] || '#/';
    this.#replaceHash(`${path}${toSearch(query)}`);
  }

  #replaceHash(hash: string): void {
    this.#window.history.replaceState(null, '', hash);
    this.#hash = hash;
  }
}

export const [useRouter, provideRouter] = createContext<Router>();
