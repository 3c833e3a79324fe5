export interface ServiceWorkerOptions {
  /** A new version is stored and waits; `apply` puts it in charge and reloads every open page of the product. */
  readonly onUpdateReady: (apply: () => void) => void;
  /** The whole product is stored: it now works without a server. */
  readonly onOfflineReady?: () => void;
  /** The offline copy could not be stored, such as in a private window or when a file was changed on its way. */
  readonly onFailure?: (reason: unknown) => void;
}

/** There is none in development, on file:// and on plain http other than localhost. */
function serviceWorkers(): ServiceWorkerContainer | null {
  return import.meta.env.PROD && 'serviceWorker' in navigator ? navigator.serviceWorker : null;
}

/**
 * Registers the service worker beside the page.
 *
 * Does nothing where there is none.
 */
export async function registerServiceWorker(options: ServiceWorkerOptions): Promise<void> {
  const container = serviceWorkers();
  if (!container) return;
  try {
    const registration = await container.register('./sw.js', { scope: './', updateViaCache: 'none' });
    if (!isRegistration(registration)) return;
    announceWaiting(container, registration, options);
    // The first install may have begun before anyone listened, or begin later: it is followed once either way.
    const followed = new WeakSet<ServiceWorker>();
    const follow = (): void => {
      const worker = registration.installing;
      if (!worker || followed.has(worker)) return;
      followed.add(worker);
      followInstall(container, registration, worker, options);
    };
    registration.addEventListener('updatefound', follow);
    follow();
  } catch (reason) {
    options.onFailure?.(reason);
  }
}

/** Browser tests that block service workers answer with nothing at all, against the standard. */
function isRegistration(value: ServiceWorkerRegistration | undefined): value is ServiceWorkerRegistration {
  return value !== undefined;
}

/**
 * Reloads this page when a new version takes charge of it.
 *
 * To be called before anything is awaited: a page that is still opening when another one lets the new version in hears
 * of it only once, and its own files are gone from then on. The first worker that takes charge of a fresh page changes
 * nothing in it; every later one is a new version.
 */
export function reloadForNewVersion(): void {
  const container = serviceWorkers();
  if (!container) return;
  let hadController = container.controller !== null;
  let reloading = false;
  container.addEventListener('controllerchange', () => {
    if (hadController && !reloading) {
      reloading = true;
      location.reload();
    }
    hadController = true;
  });
}

function announceWaiting(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  options: ServiceWorkerOptions,
): void {
  const waiting = registration.waiting;
  if (waiting && container.controller) options.onUpdateReady(() => letIn(registration, waiting));
}

/** Longer than a version needs to take charge, and short enough for somebody who has just asked for it. */
const takeoverMs = 3000;

/**
 * Puts the version that waits in charge; `reloadForNewVersion` does the rest.
 *
 * Chromium goes back to the old version, and lets the new one wait for minutes, when any page asks for a file at the very
 * moment of the change. A page that goes makes it try again, so this one is opened anew.
 */
function letIn(registration: ServiceWorkerRegistration, waiting: ServiceWorker): void {
  waiting.postMessage('skip-waiting');
  setTimeout(() => {
    if (registration.waiting === waiting) location.reload();
  }, takeoverMs);
}

function followInstall(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  worker: ServiceWorker,
  options: ServiceWorkerOptions,
): void {
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed') announceWaiting(container, registration, options);
    if (worker.state === 'activated') options.onOfflineReady?.();
    if (worker.state === 'redundant' && !registration.active) options.onFailure?.(worker.state);
  });
}
