import { beforeEach, describe, expect, it } from 'vitest';
import { Preferences } from '../../src/app/preferences.svelte';
import { Router } from '../../src/app/router.svelte';

const key = 'workbench.preferences';
const root = document.documentElement;

beforeEach(() => {
  localStorage.clear();
  location.hash = '';
});

describe('Preferences', () => {
  it('are shown on the page at once and found again tomorrow', () => {
    const today = new Preferences(window);
    today.setLocale('en');
    today.setTheme('dark');
    today.setWorkshop(true);
    expect([root.lang, root.dataset.theme, root.classList.contains('workshop')]).toEqual(['en', 'dark', true]);
    const tomorrow = new Preferences(window);
    expect([tomorrow.locale, tomorrow.theme, tomorrow.workshop]).toEqual(['en', 'dark', true]);
    expect(tomorrow.translator.t('common.cancel')).toBe('Cancel');
  });

  it.each(['', '{', '[]', '"x"', '{"locale":"fr","theme":7,"workshop":"yes"}', '{"__proto__":{"theme":"dark"}}'])(
    'take %j for nothing at all',
    (stored) => {
      localStorage.setItem(key, stored);
      const preferences = new Preferences(window);
      expect([preferences.theme, preferences.workshop]).toEqual(['system', false]);
      expect(['zh-CN', 'en']).toContain(preferences.locale);
    },
  );

  it('work where the browser keeps nothing', () => {
    const blocked = new Proxy(window, {
      get(target, name) {
        if (name === 'localStorage') throw new DOMException('denied', 'SecurityError');
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
      },
    });
    const preferences = new Preferences(blocked);
    preferences.setTheme('light');
    expect(preferences.theme).toBe('light');
  });

  it('show paper in light colours and ordinary size, and go back afterwards', () => {
    const preferences = new Preferences(window);
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
