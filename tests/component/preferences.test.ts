import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Preferences } from '../../src/app/preferences.svelte';
import { loadTranslator } from '../../src/i18n/load-translator';
import { Router } from '../../src/app/router.svelte';

vi.mock('../../src/i18n/load-translator', { spy: true });

const key = 'workbench.preferences';
const root = document.documentElement;

beforeEach(() => {
  localStorage.clear();
  location.hash = '';
});

describe('Preferences', () => {
  it('are shown on the page at once and found again tomorrow', async () => {
    const today = await Preferences.open(window);
    await today.setLocale('en');
    today.setTheme('dark');
    today.setWorkshop(true);
    expect([root.lang, root.dataset.theme, root.classList.contains('workshop')]).toEqual(['en', 'dark', true]);
    const tomorrow = await Preferences.open(window);
    expect([tomorrow.locale, tomorrow.theme, tomorrow.workshop]).toEqual(['en', 'dark', true]);
    expect(tomorrow.translator.t('common.cancel')).toBe('Cancel');
  });

  it.each(['', '{', '[]', '"x"', '{"locale":"fr","theme":7,"workshop":"yes"}', '{"__proto__":{"theme":"dark"}}'])(
    'take %j for nothing at all',
    async (stored) => {
      localStorage.setItem(key, stored);
      const preferences = await Preferences.open(window);
      expect([preferences.theme, preferences.workshop]).toEqual(['system', false]);
      expect(['zh-CN', 'en']).toContain(preferences.locale);
    },
  );

  it('work where the browser keeps nothing', async () => {
    const blocked = new Proxy(window, {
      get(target, name) {
        if (name === 'localStorage') throw new DOMException('denied', 'SecurityError');
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
      },
    });
    const preferences = await Preferences.open(blocked);
    preferences.setTheme('light');
    expect(preferences.theme).toBe('light');
  });

  it('C01 keep the name of the person where a passphrase seals it, and nowhere else', async () => {
    const texts = new Map<string, string>();
    const place = {
      getItem: (id: string) => texts.get(id) ?? null,
      setItem: (id: string, text: string) => void texts.set(id, text),
      removeItem: (id: string) => void texts.delete(id),
    };
    const before = await Preferences.open(window);
    before.setPerson('王丽');
    expect(localStorage.getItem(key)).toContain('王丽');
    // The passphrase was set, and the page unlocked.
    const first = await Preferences.open(window);
    first.keepPersonIn(place);
    expect([first.person, localStorage.getItem(key)?.includes('王丽')]).toEqual(['王丽', false]);
    const next = await Preferences.open(window);
    expect(next.person).toBe('');
    next.keepPersonIn(place);
    expect(next.person).toBe('王丽');
    next.setPerson('李明');
    next.setTheme('dark');
    expect(localStorage.getItem(key)).not.toContain('李明');
    expect([...texts.values()]).toEqual(['李明']);
  });

  it('C03 keep the name of the person when the passphrase is given up, unless it stays after all', async () => {
    const texts = new Map<string, string>();
    const place = {
      getItem: (id: string) => texts.get(id) ?? null,
      setItem: (id: string, text: string) => void texts.set(id, text),
      removeItem: (id: string) => void texts.delete(id),
    };
    const sealed = await Preferences.open(window);
    sealed.keepPersonIn(place);
    sealed.setPerson('王丽');
    const takeBack = sealed.releasePerson();
    expect((await Preferences.open(window)).person).toBe('王丽');
    expect([...texts.values()]).toEqual([]);
    takeBack();
    expect((await Preferences.open(window)).person).toBe('');
    expect([...texts.values()]).toEqual(['王丽']);
    sealed.releasePerson();
    sealed.setTheme('dark');
    expect((await Preferences.open(window)).person).toBe('王丽');
  });

  it('speak the language asked for last, and only once its words are there', async () => {
    const preferences = await Preferences.open(window);
    await preferences.setLocale('zh-CN');
    const cancel = preferences.translator.t('common.cancel');
    const asked = [preferences.setLocale('en'), preferences.setLocale('zh-CN'), preferences.setLocale('en')];
    expect([preferences.locale, root.lang, preferences.translator.t('common.cancel')]).toEqual([
      'zh-CN',
      'zh-CN',
      cancel,
    ]);
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    expect([preferences.locale, root.lang, preferences.translator.t('common.cancel')]).toEqual(['en', 'en', 'Cancel']);
  });

  it('keep their language where another cannot be fetched', async () => {
    const preferences = await Preferences.open(window);
    await preferences.setLocale('en');
    vi.mocked(loadTranslator).mockRejectedValueOnce(new TypeError('failed to fetch'));
    expect(await preferences.setLocale('zh-CN')).toEqual({
      ok: false,
      failure: { code: 'language-not-loaded', params: {} },
    });
    expect([preferences.locale, root.lang, preferences.translator.t('common.cancel')]).toEqual(['en', 'en', 'Cancel']);
    expect(JSON.parse(localStorage.getItem(key) ?? '')).toMatchObject({ locale: 'en' });
  });

  it('show paper in light colours and ordinary size, and go back afterwards', async () => {
    const preferences = await Preferences.open(window);
    preferences.setTheme('dark');
    preferences.setWorkshop(true);
    const stop = preferences.start();
    window.dispatchEvent(new Event('beforeprint'));
    expect([root.dataset.theme, root.classList.contains('workshop')]).toEqual(['light', false]);
    window.dispatchEvent(new Event('afterprint'));
    expect([root.dataset.theme, root.classList.contains('workshop')]).toEqual(['dark', true]);
    stop();
  });
});

describe('Router', () => {
  it('goes, replaces and changes its query', () => {
    const router = new Router(window);
    router.replace('dataset', { id: 'x y' }, { tab: 'rows' });
    expect(location.hash).toBe('#/data/x%20y?tab=rows');
    router.setQuery({ page: '2', tab: null });
    expect(router.place).toEqual({ name: 'dataset', params: { id: 'x y' }, query: { page: '2' } });
  });

  it('follows the address until it is told to stop', () => {
    const router = new Router(window);
    const stop = router.start();
    location.hash = '#/settings';
    window.dispatchEvent(new Event('hashchange'));
    expect(router.place.name).toBe('settings');
    stop();
    location.hash = '#/help';
    window.dispatchEvent(new Event('hashchange'));
    expect(router.place.name).toBe('settings');
  });
});
