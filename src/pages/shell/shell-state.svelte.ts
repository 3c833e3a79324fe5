import type { FileCopy } from '../../app/file-copy.svelte';
import { entryOf, places, tools } from '../../app/navigation';
import type { OfflineStatus } from '../../app/offline-status.svelte';
import type { Preferences } from '../../app/preferences.svelte';
import { themeChoices } from '../../app/preferences.svelte';
import type { Router } from '../../app/router.svelte';
import { hrefTo } from '../../app/routes';
import { failureText } from '../../app/show-failure';
import { switchLanguage } from '../../app/switch-language';
import type { Workbench } from '../../app/workbench.svelte';
import { locales } from '../../i18n/locale';
import type { Translator } from '../../i18n/translator';
import type { Failure, Result } from '../../kernel/result';
import type { ActLabel } from '../../store/types';
import type { Command } from '../../ui/command';
import { localDateTime } from '../../ui/local-time';
import type { Toasts } from '../../ui/toasts.svelte';
import type { BarState } from './bar-state';

interface Sessions {
  readonly preferences: Preferences;
  readonly router: Router;
  readonly workbench: Workbench;
  readonly toasts: Toasts;
  readonly copy: FileCopy;
  readonly offline: OfflineStatus;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** What the frame shows around a page: where one is, what is saved, what can be undone, what can be searched. */
export class ShellState {
  #sessions: Sessions;
  searching = $state(false);

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /** The file that is kept up to date outside the browser. */
  get copy(): FileCopy {
    return this.#sessions.copy;
  }

  get #translator(): Translator {
    return this.#sessions.preferences.translator;
  }

  /** The name of the record that is open, or of the page. */
  get #pageName(): string {
    const { router, workbench } = this.#sessions;
    const { t } = this.#translator;
    const { name, params } = router.place;
    if (name === null) return t('shell.place.notFound');
    if (name === 'taxonomyNode') return params.code;
    const record =
      name === 'dataset'
        ? workbench.dataset(params.id)
        : name === 'analysis'
          ? workbench.analysis(params.id)
          : name === 'project'
            ? workbench.projects.find((project) => project.id === params.id)
            : undefined;
    if (name === 'projectPhase') return this.#word(`artefacts.phase.${params.phase}`);
    if (name === 'projectDocument') return this.#word(`artefacts.kind.${params.kind}.name`);
    return record?.name ?? t(`shell.place.${name}`);
  }

  #word(code: string): string {
    return this.#translator.phrase({ code, params: {} });
  }

  get title(): string {
    const { t } = this.#translator;
    return t('shell.titleOf', { page: this.#pageName, product: t('shell.product') });
  }

  get opened(): string {
    return this.#translator.t('shell.pageOpened', { page: this.#pageName });
  }

  get bar(): BarState {
    const { workbench } = this.#sessions;
    const { undo, redo } = workbench.undoLabels;
    return {
      trail: this.#trail(),
      save: this.#saveState(),
      undo: undo && { label: this.#actText(undo), run: () => void this.#step(workbench.undo()) },
      redo: redo && { label: this.#actText(redo), run: () => void this.#step(workbench.redo()) },
    };
  }

  #trail(): BarState['trail'] {
    const { router, workbench } = this.#sessions;
    const { t } = this.#translator;
    const { name, params } = router.place;
    const entry = name === null ? undefined : entryOf(name);
    const trail: { label: string; href?: string }[] = [];
    if (entry && entry.route !== name) trail.push({ label: t(entry.label), href: entry.href });
    if (name === 'coding') {
      trail.push({
        label: workbench.dataset(params.id)?.name ?? t('shell.place.dataset'),
        href: hrefTo('dataset', { id: params.id }),
      });
    }
    if (name?.startsWith('project') && name !== 'project' && name !== 'projects') {
      trail.push({
        label: workbench.projects.find((project) => project.id === params.id)?.name ?? t('shell.place.project'),
        href: hrefTo('project', { id: params.id }),
      });
    }
    return [...trail, { label: this.#pageName }];
  }

  #saveState(): BarState['save'] {
    const { saving, savedAt, failure, canRetry } = this.#sessions.workbench.saveState;
    if (failure) {
      const { t } = this.#translator;
      const reason = failureText(this.#translator, failure);
      if (!canRetry) return { state: 'failed', detail: reason, onclick: () => this.#sessions.router.go('storage') };
      const detail = t('shell.retrySaving', { reason });
      return { state: 'failed', detail, onclick: () => void this.#step(this.#sessions.workbench.retry()) };
    }
    if (saving) return { state: 'saving' };
    if (savedAt === null) {
      if (!this.#sessions.offline.isReady) return null;
      // In the status line and not as a message: nobody waits for it, and it must not lie over what is being done.
      return { state: 'offline', onclick: () => this.#sessions.router.go('settings') };
    }
    return { state: 'saved', detail: this.#copyText(), onclick: () => this.#sessions.router.go('storage') };
  }

  /** Where the copy is: the browser alone is no safe place. */
  #copyText(): string {
    const { at, acts } = this.#sessions.workbench.copy;
    const { t, formats } = this.#translator;
    const { state, fileName: file } = this.copy;
    if (state === 'asking') return t('shell.copyAsking', { file });
    if (state === 'failed') return t('shell.copyFailed', { file });
    if (state === 'on' || state === 'writing') return t('shell.copyFile', { file });
    return at === null ? t('shell.copyNever') : t('shell.copyAge', { when: localDateTime(formats, at), n: acts });
  }

  #actText(act: ActLabel): string {
    return this.#translator.phrase({ code: act.code, params: act.params ?? {} }, 'history');
  }

  async #step(done: Promise<Result<null, Failure>>): Promise<void> {
    const result = await done;
    if (!result.ok) this.#sessions.toasts.show(failureText(this.#translator, result.failure), { tone: 'error' });
  }

  get commands(): readonly Command[] {
    return [...this.#pageCommands(), ...this.#recordCommands(), ...this.#actionCommands()];
  }

  #pageCommands(): Command[] {
    const { t } = this.#translator;
    const entries = [...places, ...tools].map((entry): Command => ({
      id: `page-${entry.route}`,
      group: t('shell.group.pages'),
      icon: entry.icon,
      label: t(entry.label),
      run: () => this.#sessions.router.go(entry.route as 'home'),
    }));
    const load: Command = {
      id: 'page-import',
      group: t('shell.group.pages'),
      icon: 'upload',
      label: t('shell.place.import'),
      run: () => this.#sessions.router.go('import'),
    };
    return [...entries, load];
  }

  #recordCommands(): Command[] {
    const { workbench, router } = this.#sessions;
    const { t } = this.#translator;
    return [
      ...workbench.datasets.map(({ id, name }): Command => ({
        id: `data-${id}`,
        group: t('shell.group.data'),
        icon: 'table',
        label: name,
        run: () => router.go('dataset', { id }),
      })),
      ...workbench.analyses.map(({ id, name }): Command => ({
        id: `analysis-${id}`,
        group: t('shell.group.analyses'),
        icon: 'analyse',
        label: name,
        run: () => router.go('analysis', { id }),
      })),
      ...workbench.projects.map(({ id, name }): Command => ({
        id: `project-${id}`,
        group: t('shell.group.projects'),
        icon: 'project',
        label: name,
        run: () => router.go('project', { id }),
      })),
    ];
  }

  #actionCommands(): Command[] {
    const { preferences } = this.#sessions;
    const { t } = this.#translator;
    const { undo, redo } = this.bar;
    const group = t('shell.group.actions');
    const steps = [
      undo && {
        id: 'undo',
        icon: 'undo',
        label: t('shell.undoAct', { act: undo.label }),
        keys: ['Ctrl', 'Z'],
        run: undo.run,
      },
      redo && {
        id: 'redo',
        icon: 'redo',
        label: t('shell.redoAct', { act: redo.label }),
        keys: ['Ctrl', 'Y'],
        run: redo.run,
      },
    ] satisfies (Command | null)[];
    return [
      ...steps.filter((step) => step !== null).map((step): Command => ({ ...step, group })),
      ...locales.map((locale): Command => ({
        id: `language-${locale}`,
        group,
        icon: 'language',
        label: t(`shell.languageName.${locale}`),
        keywords: t('shell.language'),
        run: () => void switchLanguage(preferences, this.#sessions.toasts, locale),
      })),
      ...themeChoices.map((choice): Command => ({
        id: `theme-${choice}`,
        group,
        icon: choice === 'dark' ? 'moon' : choice === 'light' ? 'sun' : 'monitor',
        label: t(`shell.themeName.${choice}`),
        keywords: t('shell.theme'),
        run: () => preferences.setTheme(choice),
      })),
      {
        id: 'workshop',
        group,
        icon: 'projector',
        label: t(preferences.workshop ? 'shell.workshopOff' : 'shell.workshopOn'),
        run: () => preferences.setWorkshop(!preferences.workshop),
      },
      { id: 'print', group, icon: 'print', label: t('shell.print'), keys: ['Ctrl', 'P'], run: () => window.print() },
    ];
  }

  readonly onkeydown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'k') this.searching = true;
    else if (isTyping(event.target)) return;
    // Whether there is something to undo is asked of the history, not of the buttons, which learn of an act a moment later.
    else if (key === 'z' && !event.shiftKey) void this.#step(this.#sessions.workbench.undo());
    else if (key === 'y' || key === 'z') void this.#step(this.#sessions.workbench.redo());
    else return;
    event.preventDefault();
  };
}
