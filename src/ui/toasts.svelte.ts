import { createContext } from 'svelte';

export type Tone = 'info' | 'good' | 'warning' | 'error';

export interface Toast {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  /** Such as "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** False while what the message speaks of is not there; it is not shown then. */
  readonly holds?: () => boolean;
}

/** Short messages at the edge of the screen. Errors stay until they are dismissed, those with an action for a while. */
export class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  #next = 1;

  show(
    text: string,
    options: Partial<Pick<Toast, 'tone' | 'action' | 'holds'>> & { readonly ms?: number } = {},
  ): number {
    const id = this.#next++;
    const tone = options.tone ?? 'info';
    this.list = [...this.list.slice(-3), { id, tone, text, action: options.action, holds: options.holds }];
    const ms = options.ms ?? (tone === 'error' ? Infinity : options.action ? 20_000 : 6_000);
    if (Number.isFinite(ms)) setTimeout(() => this.dismiss(id), ms);
    return id;
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}

export const [useToasts, provideToasts] = createContext<Toasts>();
