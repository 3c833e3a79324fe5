import { createContext } from 'svelte';

/** Counts down a part of a workshop; goes on while pages change. */
export class PresenterTimer {
  #endsAt = $state<number | null>(null);
  #left = $state(0);
  #total = $state(15 * 60);
  #handle: ReturnType<typeof setInterval> | undefined;

  /** Seconds left; negative once the time is over. */
  get left(): number {
    return this.#endsAt === null ? this.#left || this.#total : this.#left;
  }

  /** Minutes that it counts down from. */
  get minutes(): number {
    return this.#total / 60;
  }

  get running(): boolean {
    return this.#endsAt !== null;
  }

  /** `mm:ss`, with a sign once the time is over. */
  get text(): string {
    const seconds = Math.abs(this.left);
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${this.left < 0 ? '−' : ''}${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  }

  setMinutes(minutes: number): void {
    this.pause();
    this.#total = Math.round(minutes * 60);
    this.#left = this.#total;
  }

  start(): void {
    if (this.running) return;
    this.#endsAt = Date.now() + this.left * 1000;
    this.#tick();
    this.#handle = setInterval(() => this.#tick(), 250);
  }

  pause(): void {
    clearInterval(this.#handle);
    this.#endsAt = null;
  }

  #tick(): void {
    if (this.#endsAt !== null) this.#left = Math.round((this.#endsAt - Date.now()) / 1000);
  }
}

export const [usePresenterTimer, providePresenterTimer] = createContext<PresenterTimer>();
