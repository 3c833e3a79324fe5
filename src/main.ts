import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/print.css';
import { mount, unmount } from 'svelte';
import App from './App.svelte';
import { OfflineStatus } from './app/offline-status.svelte';
import { Preferences } from './app/preferences.svelte';
import { privateWords } from './app/private-words';
import { hrefTo } from './app/routes';
import { Router } from './app/router.svelte';
import { registerServiceWorker, reloadForNewVersion } from './app/service-worker-client';
import { isWhole, start, type BootProblem, type Started } from './app/start';
import { permitOwnCode, type TrustedTypeFactory } from './app/trusted-types';
import { startWorker } from './start-worker';
import StartNotice from './pages/start/StartNotice.svelte';
import { Toasts } from './ui/toasts.svelte';

permitOwnCode((window as { readonly trustedTypes?: TrustedTypeFactory }).trustedTypes, location);
reloadForNewVersion();

const target = document.getElementById('app');
if (!target) throw new RangeError('the page has no element: #app');

const opening = Preferences.open(window);
const toasts = new Toasts();
const offline = new OfflineStatus();
const reload = (): void => location.reload();

async function interrupted(reason: string): Promise<void> {
  if (reason === 'reopened') return;
  const { t } = (await opening).translator;
  const text = reason === 'newer' ? t('start.outdated') : reason === 'deleted' ? t('start.deleted') : t('start.lost');
  toasts.show(text, { tone: 'error', action: { label: t('start.reload'), run: reload } });
}

async function open(proceed: NonNullable<Started['proceed']>, root: HTMLElement): Promise<void> {
  const { workbench, protection, sealed } = await proceed();
  privateWords.keepIn(sealed);
  if (sealed) {
    preferences.keepPersonIn(sealed);
    protection.release = () => preferences.releasePerson();
  }
  mount(App, {
    target: root,
    props: { preferences, router: new Router(window), workbench, protection, toasts, offline },
  });
  protection.start();
}

/** Tells what must be known first, and goes on to the workbench. */
async function enter(started: Started, root: HTMLElement): Promise<void> {
  const { locked, isExposed, problem, proceed, restore } = started;
  const { translator } = preferences;
  if (locked) {
    const { default: UnlockScreen } = await import('./pages/start/UnlockScreen.svelte');
    const screen = mount(UnlockScreen, {
      target: root,
      props: {
        translator,
        onunlock: async (passphrase: string) => {
          const unlocked = await locked.unlock(passphrase);
          if (!unlocked.ok) return unlocked.failure;
          await endWaiting();
          await unmount(screen);
          await enter(unlocked.value, root);
          return null;
        },
        onwipe: async () => {
          const { startAnew, wipeProfile } = await import('./app/wipe-profile');
          const gone = await wipeProfile();
          if (gone) startAnew();
          return gone;
        },
      },
    });
    return;
  }
  if (isExposed && proceed && !preferences.unprotected) {
    const { default: OfferPassphrase } = await import('./pages/start/OfferPassphrase.svelte');
    const screen = mount(OfferPassphrase, {
      target: root,
      props: {
        translator,
        onset: async (passphrase: string) => {
          const { protection } = await proceed();
          const done = await protection.turnOn(passphrase);
          return done.ok ? null : done.failure;
        },
        ondecline: async () => {
          preferences.setUnprotected(true);
          await unmount(screen);
          await open(proceed, root);
        },
      },
    });
    return;
  }
  if (!problem) {
    if (proceed) await open(proceed, root);
    return;
  }
  const leave = (next: NonNullable<Started['proceed']>): void => {
    void unmount(notice);
    void open(next, root);
  };
  const isLoss = problem.state === 'wiped' || problem.state === 'partial';
  const notice = mount(StartNotice, {
    target: root,
    props: {
      translator,
      problem,
      onreload: reload,
      ongo: proceed ? () => leave(proceed) : undefined,
      onrestore:
        proceed && restore
          ? async () => {
              const restored = await restore();
              if (restored.ok && isWhole(restored.value)) leave(proceed);
              return restored;
            }
          : undefined,
      onfile:
        proceed && isLoss
          ? () => {
              location.hash = hrefTo('files');
              leave(proceed);
            }
          : undefined,
    },
  });
}

const waiting: Promise<ReturnType<typeof mount>>[] = [];

async function showWaiting(problem: BootProblem, root: HTMLElement): Promise<ReturnType<typeof mount>> {
  const { translator } = await opening;
  return mount(StartNotice, { target: root, props: { translator, problem, onreload: reload } });
}

async function endWaiting(): Promise<void> {
  for (const notice of waiting.splice(0)) void unmount(await notice);
}

// The data are opened while the words are on their way.
const [preferences, started] = await Promise.all([
  opening,
  start({
    onInterrupted: (reason) => void interrupted(reason),
    onWaiting: (problem) => {
      if (waiting.length === 0) waiting.push(showWaiting(problem, target));
    },
    startWorker,
  }),
]);
await endWaiting();
await enter(started, target);

void registerServiceWorker({
  onUpdateReady: (apply) =>
    void import('./app/offer-update').then(({ offerUpdate }) =>
      offerUpdate({ toasts, translator: () => preferences.translator, apply }),
    ),
  onOfflineReady: () => (offline.isReady = true),
});
