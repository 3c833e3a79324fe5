import { Precache, type PrecacheManifest } from './precache';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build (`scripts/build/offline.ts`). */
declare const __PRECACHE__: PrecacheManifest;

const precache = new Precache({
  manifest: __PRECACHE__,
  scope: self.registration.scope,
  caches: self.caches,
  fetch: (request) => self.fetch(request),
});

self.addEventListener('install', (event) => event.waitUntil(precache.install()));

self.addEventListener('activate', (event) =>
  // Claiming gives the very first visit its offline chunks without a reload.
  event.waitUntil(precache.removeOtherVersions().then(() => self.clients.claim())),
);

// A new version waits until the person asks for it: an open page must never lose the chunks it was built with.
self.addEventListener('message', (event) => {
  // Kept alive until it is in charge: a worker that is ended in between would go on waiting.
  if (event.data === 'skip-waiting') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const answer = precache.answer(event.request);
  if (answer) event.respondWith(answer);
});
