import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Store } from '../store/open-store';
import { subtleCrypto } from '../store/passphrase';
import type { Shelf } from '../store/snapshots';
import { storageFailure } from '../store/storage-failure';
import { useCipher } from '../store/vault/cipher';
import type { ProfileKeys } from '../store/vault/keys';
import type { Lock } from '../store/vault/lock';
import type { LockPlaces } from '../store/vault/lock-places';
import { withWriterLock } from '../store/writer-lock';
import { openLockChannel, watchForAbsence, type LockChannel } from './auto-lock';
import { startAnew, wipeProfile } from './wipe-profile';

export interface ProtectedProfile {
  readonly store: Store;
  readonly shelf: Shelf;
  readonly places: LockPlaces;
  /** Of the unlocked profile; null without a passphrase. */
  readonly keys: ProfileKeys | null;
}

/** Fetched when the passphrase is set or changed; most visits do neither. */
const loadKeys = () => import('../store/vault/keys');
const loadConvert = () => import('../store/vault/convert');

/** Longer is not waited for a save before the page is cleared. */
const saveMs = 3_000;

/** The passphrase of this profile: set, changed, given up, and locked when nobody is there. */
export class Protection {
  readonly #profile: ProtectedProfile;
  readonly #channel: LockChannel = openLockChannel();
  #lock: Lock | null;
  #stopWatching: () => void = () => undefined;

  /** Share of the work that is done while everything is written again; null = none is under way. */
  progress = $state<number | null>(null);

  /**
   * Makes what the seal hides outside the database outlive the passphrase, and returns how to take that back; set by the
   * page.
   */
  release: () => () => void = () => () => undefined;

  constructor(profile: ProtectedProfile) {
    this.#profile = profile;
    this.#lock = profile.keys?.lock ?? null;
  }

  get isOn(): boolean {
    return this.#lock !== null;
  }

  /** False on plain http, where browsers offer no encryption. */
  get isPossible(): boolean {
    return subtleCrypto() !== undefined && !this.#profile.store.readOnly;
  }

  /** Locks this page and the other tabs when nobody is there. Ends what an interrupted change began. */
  start(): void {
    this.#stopWatching = this.isOn
      ? watchForAbsence(window, this.#channel, () => void this.#leave())
      : this.#followOthers();
    void this.#finish();
  }

  /**
   * Seals everything under a passphrase, then asks for it: the page starts again.
   *
   * Fails  crypto-unavailable, what the store fails with
   */
  async turnOn(passphrase: string): Promise<Result<null>> {
    this.progress = 0;
    const { makeProfileKeys } = await loadKeys();
    const keys = await makeProfileKeys(passphrase, this.#profile.store.installId);
    const done = keys.ok ? await this.#rewrite(keys.value, 'sealing') : keys;
    this.progress = null;
    if (done.ok) await this.lock();
    return done;
  }

  /**
   * Writes everything as it stands again.
   *
   * Fails  passphrase-wrong, what the store fails with
   */
  async turnOff(passphrase: string): Promise<Result<null>> {
    if (!this.#lock) return ok(null);
    this.progress = 0;
    const { openProfileKeys } = await loadKeys();
    const keys = await openProfileKeys(this.#lock, passphrase);
    const done = keys.ok ? await this.#rewrite(keys.value, 'opening') : keys;
    this.progress = null;
    if (done.ok) await this.lock();
    return done;
  }

  /**
   * The data keep their key; only what wraps it is written, in one step.
   *
   * Fails  passphrase-wrong: the old one; crypto-unavailable, what the store fails with
   */
  async change(old: string, passphrase: string): Promise<Result<null>> {
    if (!this.#lock) return fail('passphrase-wrong');
    const { changePassphrase } = await loadKeys();
    const changed = await changePassphrase(this.#lock, old, passphrase);
    if (!changed.ok) return changed;
    const written = await this.#writeLock(changed.value);
    if (written.ok) this.#lock = changed.value;
    return written;
  }

  /** Saves what is being typed, takes it off the screen, forgets the keys, and does the same in the other tabs. */
  lock(): Promise<void> {
    this.#channel.postMessage('lock');
    return this.#leave();
  }

  /** Removes everything from this browser and starts anew. False if something could not be removed. */
  async wipe(): Promise<boolean> {
    this.#stopWatching();
    this.#profile.store.close();
    this.#channel.postMessage('lock');
    const gone = await wipeProfile();
    if (gone) startAnew();
    return gone;
  }

  /** A tab that is open without a passphrase starts again when another one sets it. */
  #followOthers(): () => void {
    this.#channel.onmessage = ({ data }) => {
      if (data === 'lock') void this.#leave();
    };
    return () => (this.#channel.onmessage = null);
  }

  async #leave(): Promise<void> {
    this.#stopWatching();
    // A field hands on what was typed when it is left.
    (document.activeElement as HTMLElement | null)?.blur();
    const until = Date.now() + saveMs;
    do await new Promise((resolve) => setTimeout(resolve, 50));
    while (this.#profile.store.isWriting && Date.now() < until);
    document.body.replaceChildren();
    // The keys, the worker and every text in memory go with the page.
    location.reload();
  }

  /** Goes on with a change that was interrupted, and seals what an open page wrote unsealed. */
  async #finish(): Promise<void> {
    const { keys, store } = this.#profile;
    if (!keys || store.readOnly) return;
    const { state } = keys.lock;
    if (state !== 'sealed') {
      const done = await this.#rewrite(keys, state);
      if (done.ok && state === 'opening') await this.lock();
      return;
    }
    const sawPlain = await store.sawPlainRows();
    if (sawPlain.ok && sawPlain.value) await store.rewriteRows(keys.rows, true);
  }

  #rewrite(keys: ProfileKeys, state: 'sealing' | 'opening'): Promise<Result<null>> {
    const { store, shelf } = this.#profile;
    const seals = state === 'sealing';
    return withWriterLock(async (): Promise<Result<null, Failure>> => {
      // From here on the passphrase is needed; a kill leaves a profile that opens with it and goes on.
      const begun = await this.#writeLock({ ...keys.lock, state });
      if (!begun.ok) return begun;
      useCipher({ ...keys.cipher, seals });
      const { convertProfile } = await loadConvert();
      const done = await convertProfile({ store, shelf, rows: keys.rows, seals }, (fraction) => {
        this.progress = fraction;
      });
      if (!done.ok) return done;
      const lock: Lock | null = seals ? { ...keys.lock, state: 'sealed' } : null;
      // Before the keys are gone, or a kill in between would lose it.
      const keepSealed = seals ? null : this.release();
      const ended = await this.#writeLock(lock);
      if (ended.ok) this.#lock = lock;
      else keepSealed?.();
      return ended;
    });
  }

  async #writeLock(lock: Lock | null): Promise<Result<null>> {
    try {
      await this.#profile.places.write(lock);
      return ok(null);
    } catch (error) {
      return storageFailure(error);
    }
  }
}
