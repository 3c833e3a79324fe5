import { flushSync, mount, unmount, type Component } from 'svelte';
import { onTestFinished } from 'vitest';
import Harness from './Harness.svelte';
import { State } from './state.svelte';

/** Shows a component until the test ends. Texts are English unless the test says otherwise. */
export function setup(component: unknown, props: Record<string, unknown>, locale = 'en') {
  const state = new State(props, locale);
  const target = document.createElement('div');
  document.body.append(target);
  const shown = mount(Harness, {
    target,
    props: { component: component as Component<Record<string, unknown>>, state },
  });
  flushSync();
  onTestFinished(async () => {
    await unmount(shown);
    target.remove();
  });
  return {
    target,
    find: <T extends HTMLElement>(selector: string): T => {
      const found = document.querySelector<T>(selector);
      if (!found) throw new RangeError(`not on the page: ${selector}`);
      return found;
    },
    all: (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)],
    /** Changes some props. */
    set: (changes: Record<string, unknown>): void =>
      flushSync(() => void (state.props = { ...state.props, ...changes })),
    speak: (language: string): void => flushSync(() => void (state.locale = language)),
  };
}

/** What a person does, and the page's answer to it. */
export function act(work: () => void): void {
  work();
  flushSync();
}

export function press(element: Element, key: string, more: KeyboardEventInit = {}): void {
  act(() => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
}

/** Types into a field and leaves it. */
export function enter(field: HTMLInputElement, text: string): void {
  act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  act(() => field.dispatchEvent(new Event('change', { bubbles: true })));
}
