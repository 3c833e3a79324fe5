import { describe, expect, it } from 'vitest';
import { SvelteSet } from 'svelte/reactivity';
import ToastHost from '../../src/ui/ToastHost.svelte';
import { Toasts } from '../../src/ui/toasts.svelte';
import { act, setup } from './support/setup';

describe('ToastHost', () => {
  it('shows an offer only while what it speaks of is there', () => {
    const datasets = new SvelteSet(['march']);
    const toasts = new Toasts();
    const { all } = setup(ToastHost, { toasts });
    act(() => {
      toasts.show('Stored 20 rows.', {
        action: { label: 'Show Pareto', run: () => undefined },
        holds: () => datasets.has('march'),
      });
      toasts.show('Saved.');
    });
    const texts = (): string[] => all('.text').map(({ textContent }) => textContent ?? '');
    expect(texts()).toEqual(['Stored 20 rows.', 'Saved.']);
    act(() => void datasets.delete('march'));
    expect(texts()).toEqual(['Saved.']);
    act(() => void datasets.add('march'));
    expect(texts()).toEqual(['Stored 20 rows.', 'Saved.']);
  });
});
