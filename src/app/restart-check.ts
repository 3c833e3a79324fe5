/**
 * Whether data outlive the closing of the browser here: policies that clear them at the end or the start of a session
 * are invisible to a page until it is too late.
 *
 * A token is stored; the person closes the browser, opens it again and comes back. A token that is found again by
 * another page while nobody holds the lock of the first one has outlived a restart. One that is asked for by the
 * address and not found is lost.
 */

import { newId } from '../kernel/ids';
import { ok, type Failure, type Result } from '../kernel/result';
import type { Store } from '../store/open-store';
import type { RestartCheck } from '../store/types';

/** none · begun: the browser has not been closed since · passed · lost: the address names a check that is not here */
export type RestartState = 'none' | 'begun' | 'passed' | 'lost';

/** The part of `LockManager` that is used: a lock that lives as long as the page tells that it is still open. */
export interface PageLocks {
  request(name: string, options: LockOptions, callback: (lock: Lock | null) => Promise<unknown>): Promise<unknown>;
}

interface Places {
  /** Absent on plain http: then a restart cannot be told from a new tab, and the person's word is taken. */
  readonly locks: PageLocks | undefined;
  /** Lives as long as the tab, reloads included. */
  readonly session: Pick<Storage, 'getItem' | 'setItem'>;
}

const sessionKey = 'service-quality-workbench.restart-check';
const lockOf = (token: string): string => `service-quality-workbench.restart-check.${token}`;

/** Begins a check; an earlier one is forgotten. */
export async function beginRestartCheck(
  store: Store,
  { locks, session }: Places,
  now: number = Date.now(),
): Promise<Result<RestartCheck, Failure>> {
  const check: RestartCheck = { token: newId().slice(0, 8), begunAt: now, passedAt: null };
  const saved = await store.updateState((state) => ({ ...state, restartCheck: check }));
  if (!saved.ok) return saved;
  session.setItem(sessionKey, check.token);
  hold(locks, check.token);
  return ok(check);
}

/** How the check stands; notes that it was passed. `asked` is the token in the address, if there is one. */
export async function readRestartCheck(
  store: Store,
  { locks, session }: Places,
  asked: string | null,
  now: number = Date.now(),
): Promise<{ readonly state: RestartState; readonly check: RestartCheck | null }> {
  const state = await store.state();
  const check = (state.ok && state.value?.restartCheck) || null;
  if (asked !== null && asked !== '' && check?.token !== asked) return { state: 'lost', check: null };
  if (!check) return { state: 'none', check };
  if (check.passedAt !== null) return { state: 'passed', check };
  if (session.getItem(sessionKey) === check.token) {
    // The same tab, reloaded: its lock ended with the page that held it.
    hold(locks, check.token);
    return { state: 'begun', check };
  }
  if (!(await isFree(locks, check.token))) return { state: 'begun', check };
  const passed: RestartCheck = { ...check, passedAt: now };
  await store.updateState((known) => ({ ...known, restartCheck: passed }));
  return { state: 'passed', check: passed };
}

/** Until the page ends. */
function hold(locks: PageLocks | undefined, token: string): void {
  void locks?.request(lockOf(token), { ifAvailable: true }, (lock) =>
    lock ? new Promise(() => undefined) : Promise.resolve(),
  );
}

async function isFree(locks: PageLocks | undefined, token: string): Promise<boolean> {
  if (!locks) return true;
  let free = false;
  await locks.request(lockOf(token), { ifAvailable: true }, (lock) => {
    free = lock !== null;
    return Promise.resolve();
  });
  return free;
}
