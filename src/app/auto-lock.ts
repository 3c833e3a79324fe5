/** Locks the profile when nobody is there, in every tab at once. */

export const autoLockLimits = { idleMs: 10 * 60_000, hiddenMs: 5 * 60_000 } as const;
const checkMs = 5_000;
/** Tabs tell each other no more often that somebody is there. */
const tellMs = 15_000;

export type LockNews = 'active' | 'lock';

export interface LockChannel {
  postMessage(news: LockNews): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  close(): void;
}

/** The channel between the tabs; a silent one where the browser has none. */
export function openLockChannel(): LockChannel {
  return typeof BroadcastChannel === 'undefined'
    ? { postMessage: () => undefined, onmessage: null, close: () => undefined }
    : (new BroadcastChannel('service-quality-workbench.lock') as LockChannel);
}

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

/**
 * Calls `lock` after ten minutes without a sign of somebody in any tab, or five with the page hidden. A computer that
 * slept has had its time pass: the first check afterwards locks.
 *
 * @returns ends the watch
 */
export function watchForAbsence(
  view: Window,
  channel: LockChannel,
  lock: (isTold: boolean) => void,
  now: () => number = Date.now,
): () => void {
  let lastSign = now();
  let hiddenSince: number | null = view.document.hidden ? lastSign : null;
  let lastTold = 0;
  let ended = false;

  const end = (): void => {
    ended = true;
    view.clearInterval(timer);
    signs.forEach((sign) => view.removeEventListener(sign, onSign, true));
    view.document.removeEventListener('visibilitychange', onVisibility);
    channel.onmessage = null;
  };
  const leave = (isTold: boolean): void => {
    if (ended) return;
    end();
    if (!isTold) channel.postMessage('lock');
    lock(isTold);
  };
  const check = (): void => {
    const at = now();
    const isHiddenLong = hiddenSince !== null && at - Math.max(hiddenSince, lastSign) >= autoLockLimits.hiddenMs;
    if (at - lastSign >= autoLockLimits.idleMs || isHiddenLong) leave(false);
  };
  const onSign = (): void => {
    // After a sleep the first sign must not pass for presence in the time before.
    check();
    if (ended) return;
    lastSign = now();
    if (lastSign - lastTold < tellMs) return;
    lastTold = lastSign;
    channel.postMessage('active');
  };
  const onVisibility = (): void => {
    check();
    hiddenSince = view.document.hidden ? now() : null;
  };

  const timer = view.setInterval(check, checkMs);
  signs.forEach((sign) => view.addEventListener(sign, onSign, { capture: true, passive: true }));
  view.document.addEventListener('visibilitychange', onVisibility);
  channel.onmessage = ({ data }) => {
    if (data === 'lock') leave(true);
    if (data === 'active') lastSign = now();
  };
  return end;
}
