/** Whether any tab has work that a reload would lose or break off: a new version waits for it. */

import { writerLockName } from '../store/writer-lock';

export type WorkLocks = Pick<LockManager, 'request' | 'query'>;

/** unsaved: a file is being imported, or a sheet filled in · writing: an import, a merge or a deletion. */
export type Work = 'unsaved' | 'writing';

const unsavedLockName = 'service-quality-workbench.unsaved';

/** The locks of this browser; none on plain http, where there is no new version that waits either. */
function browserLocks(): WorkLocks | undefined {
  return (globalThis.navigator as { locks?: WorkLocks } | undefined)?.locks;
}

/** Tells all tabs that this one has something in hand that is not stored; returns how to say that it has not. */
export function holdUnsaved(locks: WorkLocks | undefined = browserLocks()): () => void {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  void locks?.request(unsavedLockName, { mode: 'shared' }, () => released);
  return release;
}

/** What is under way in this tab or another; null if nothing is. */
export async function workUnderWay(locks: WorkLocks | undefined = browserLocks()): Promise<Work | null> {
  const { held = [] } = (await locks?.query()) ?? {};
  const isHeld = (wanted: string): boolean => held.some(({ name }) => name === wanted);
  return isHeld(unsavedLockName) ? 'unsaved' : isHeld(writerLockName) ? 'writing' : null;
}
