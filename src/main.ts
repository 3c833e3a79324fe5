import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/print.css';
import { mount, unmount } from 'svelte';
import App from './App.svelte';
import { Preferences } from './app/preferences.svelte';
import { hrefTo } from './app/routes';
import { Router } from './app/router.svelte';
import { registerServiceWorker, reloadForNewVersion } from './app/service-worker-client';
import { start, type BootProblem, type Started } from './app/start';
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
const reload = (): void => location.reload();

async function interrupted(reason: string): Promise<void> {
  if (reason === 'reopened') return;
  const { t } = (await opening).translator;
  const text = reason === 'newer' ? t('start.outdated') : reason === 'deleted' ? t('start.deleted') : t('start.lost');
  toasts.show(text, { tone: 'error', action: { label: t('start.reload'), run: reload } });
}

async function open(proceed: NonNullable<Started['proceed']>, root: HTMLElement): Promise<void> {
  const workbench = await proceed();
  mount(App, { target: root, props: { preferences, router: new Router(window), workbench, toasts } });
}

const waiting: Promise<ReturnType<typeof mount>>[] = [];

async function showWaiting(problem: BootProblem, root: HTMLElement): Promise<ReturnType<typeof mount>> {
  const { translator } = await opening;
  return mount(StartNotice, { target: root, props: { translator, problem, onreload: reload } });
}

// The data are opened while the words are on their way.
const [preferences, started] = await Promise.all([
  opening,
  start({
    onInterrupted: (reason) => void interrupted(reason),
    onWaiting: (problem) => void waiting.push(showWaiting(problem, target)),
    startWorker,
  }),
]);
for (const notice of waiting) void unmount(await notice);
const { problem, proceed, restore } = started;
if (problem) {
  const leave = (next: NonNullable<Started['proceed']>): void => {
    void unmount(notice);
    void open(next, target);
  };
  const isLoss = problem.state === 'wiped' || problem.state === 'partial';
  const notice = mount(StartNotice, {
    target,
    props: {
      translator: preferences.translator,
      problem,
      onreload: reload,
      ongo: proceed ? () => leave(proceed) : undefined,
      onrestore:
        proceed && restore
          ? async () => {
              const restored = await restore();
              if (!restored.ok) return restored.failure;
              leave(proceed);
              return null;
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
} else if (proceed) {
  await open(proceed, target);
}

void registerServiceWorker({
  onUpdateReady: (apply) => {
    const { t } = preferences.translator;
    toasts.show(t('start.update'), { action: { label: t('start.updateNow'), run: apply } });
  },
  onOfflineReady: () => toasts.show(preferences.translator.t('start.offlineReady'), { tone: 'good' }),
});
