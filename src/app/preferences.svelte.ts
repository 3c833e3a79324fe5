import { createContext, flushSync } from 'svelte';
import type { ChartTheme } from '../charts/option';
import { readTheme } from '../charts/theme';
import { locales, preferredLocale, type Locale } from '../i18n/locale';
import { roles, viewOf, type Role, type RoleView } from '../domain/roles/raci';
import { loadTranslator } from '../i18n/load-translator';
import type { Translator } from '../i18n/translator';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { TextPlace } from '../store/vault/sealed-place';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

interface Stored {
  readonly locale?: Locale;
  readonly theme?: ThemeChoice;
  readonly workshop?: boolean;
  readonly person?: string;
  readonly role?: Role;
  readonly unprotected?: boolean;
}

type PersonPlace = Pick<TextPlace, 'getItem' | 'setItem' | 'removeItem'>;

const storageKey = 'workbench.preferences';
/** Under which the name of the person is kept where a passphrase seals it. */
const personKey = 'service-quality-workbench.person';

function isOneOf<T extends string>(list: readonly T[], value: unknown): value is T {
  return typeof value === 'string' && (list as readonly string[]).includes(value);
}

/** What was kept, piece by piece; anything that is not of its kind is as if it had never been kept. */
function readStored(storage: Storage | null): Stored {
  let raw: unknown = null;
  try {
    raw = JSON.parse(storage?.getItem(storageKey) ?? 'null');
  } catch {
    // A foreign or broken value, or storage that the browser refuses: the defaults serve.
  }
  if (typeof raw !== 'object' || raw === null) return {};
  const { locale, theme, workshop, person, role, unprotected } = raw as Record<string, unknown>;
  return {
    locale: isOneOf(locales, locale) ? locale : undefined,
    theme: isOneOf(themeChoices, theme) ? theme : undefined,
    workshop: workshop === true,
    person: typeof person === 'string' ? person : undefined,
    role: isOneOf(roles, role) ? role : undefined,
    unprotected: unprotected === true,
  };
}

/** Some browsers throw on the mere mention of localStorage when it is switched off. */
function findStorage(view: Window): Storage | null {
  try {
    return view.localStorage;
  } catch {
    return null;
  }
}

/** How this person wants to see the product: language, light or dark, large text. Kept in this browser. */
export class Preferences {
  #view: Window;
  #storage: Storage | null;
  #translator: Translator;
  /** Counts the languages asked for: the last one wins, whichever catalogue comes first. */
  #asked = 0;
  #theme = $state<ThemeChoice>('system');
  #workshop = $state(false);
  #person = $state('');
  #role = $state<Role | null>(null);
  #unprotected = false;
  /** Where the name of the person is kept instead of with the other choices. */
  #sealed: PersonPlace | null = null;
  /** Counts changes of the look; the colours themselves are read from the page only when a chart asks. */
  #look = $state(0);
  #chartTheme: ChartTheme | null = null;

  private constructor(view: Window, storage: Storage | null, stored: Stored, translator: Translator) {
    this.#view = view;
    this.#storage = storage;
    this.#translator = $state.raw(translator);
    this.#theme = stored.theme ?? 'system';
    this.#workshop = stored.workshop ?? false;
    this.#person = stored.person ?? '';
    this.#role = stored.role ?? null;
    this.#unprotected = stored.unprotected ?? false;
    this.#show();
  }

  /** What was kept, with the catalogue of its language. Rejects if that cannot be fetched. */
  static async open(view: Window): Promise<Preferences> {
    const storage = findStorage(view);
    const stored = readStored(storage);
    const locale = stored.locale ?? preferredLocale(view.navigator.languages);
    return new Preferences(view, storage, stored, await loadTranslator(locale));
  }

  get translator(): Translator {
    return this.#translator;
  }

  get locale(): Locale {
    return this.#translator.locale;
  }

  get theme(): ThemeChoice {
    return this.#theme;
  }

  get workshop(): boolean {
    return this.#workshop;
  }

  /** Who works here, as records name them; no proof of who it is. */
  get person(): string {
    return this.#person;
  }

  /** Whose work this is; it opens and closes nothing. */
  get role(): Role {
    return this.#role ?? 'resolutionCentre';
  }

  /** What the screens put first for the role that was chosen; null while none is. */
  get view(): RoleView | null {
    return this.#role === null ? null : viewOf(this.#role);
  }

  setPerson(name: string): void {
    this.#person = name.trim();
    this.#save();
  }

  /** Keeps the name of the person in a place that a passphrase seals, and takes it from where it was readable. */
  keepPersonIn(place: PersonPlace): void {
    this.#sealed = place;
    try {
      if (this.#person === '') this.#person = place.getItem(personKey) ?? '';
    } catch {
      // Refused: the name holds for this visit once it is typed.
    }
    this.#save();
  }

  /** Keeps the name with the other choices again, for a passphrase that is about to go; returns how to take that back. */
  releasePerson(): () => void {
    const place = this.#sealed;
    if (!place) return () => undefined;
    this.#sealed = null;
    if (this.#save()) place.removeItem(personKey);
    return () => this.keepPersonIn(place);
  }

  /** Whether a passphrase was offered and declined. */
  get unprotected(): boolean {
    return this.#unprotected;
  }

  setUnprotected(declined: boolean): void {
    this.#unprotected = declined;
    this.#save();
  }

  setRole(role: Role | null): void {
    this.#role = role;
    this.#save();
  }

  /** The colours of charts as the page looks now; a new object whenever it looks different. */
  get chartTheme(): ChartTheme {
    void this.#look;
    return (this.#chartTheme ??= readTheme(this.#view.document.documentElement));
  }

  /** Changes the language once its catalogue is here; until then, and if it cannot be fetched, nothing changes. */
  async setLocale(locale: Locale): Promise<Result<void, Failure<'language-not-loaded'>>> {
    const asked = ++this.#asked;
    try {
      const translator = await loadTranslator(locale);
      if (asked !== this.#asked) return ok(undefined);
      this.#translator = translator;
      this.#save();
      return ok(undefined);
    } catch {
      return fail('language-not-loaded');
    }
  }

  setTheme(theme: ThemeChoice): void {
    this.#theme = theme;
    this.#save();
  }

  setWorkshop(on: boolean): void {
    this.#workshop = on;
    this.#save();
  }

  /** Follows the system and the printer; returns how to stop. */
  start(): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const show = (): void => this.#show();
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)']) {
      this.#view.matchMedia(query).addEventListener('change', show, { signal });
    }
    // Paper is white: the light theme is shown before anything else prepares itself for the printer.
    this.#view.addEventListener('beforeprint', () => flushSync(() => this.#show('light', false)), {
      capture: true,
      signal,
    });
    this.#view.addEventListener('afterprint', show, { signal });
    return () => stop.abort();
  }

  /** False where the browser does not keep it. */
  #save(): boolean {
    this.#show();
    const stored: Stored = {
      locale: this.locale,
      theme: this.#theme,
      workshop: this.#workshop,
      ...(this.#sealed ? {} : { person: this.#person }),
      ...(this.#role === null ? {} : { role: this.#role }),
      ...(this.#unprotected ? { unprotected: true } : {}),
    };
    try {
      this.#storage?.setItem(storageKey, JSON.stringify(stored));
      this.#sealed?.setItem(personKey, this.#person);
      return this.#storage !== null;
    } catch {
      // Full or refused: the choice holds for this visit.
      return false;
    }
  }

  #show(theme?: 'light' | 'dark', workshop = this.#workshop): void {
    const root = this.#view.document.documentElement;
    const system = this.#view.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    root.dataset.theme = theme ?? (this.#theme === 'system' ? system : this.#theme);
    root.classList.toggle('workshop', workshop);
    root.lang = this.locale;
    this.#chartTheme = null;
    this.#look++;
  }
}

export const [usePreferences, providePreferences] = createContext<Preferences>();
