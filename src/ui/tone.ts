import type { IconName } from './icons';
import type { Tone } from './toasts.svelte';

/** A shape for each tone, so that colour is never the only sign. */
export const toneIcons: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  good: 'good',
  warning: 'warning',
  error: 'error',
};
