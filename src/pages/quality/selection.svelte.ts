import { SvelteSet } from 'svelte/reactivity';

/** Records chosen in a list, by id. */
export class Selection {
  #ids = new SvelteSet<string>();

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Chooses the records of the rows from the first to the last, or no longer. */
  set(records: readonly { readonly id: string }[], first: number, last: number, on: boolean): void {
    for (const { id } of records.slice(first, last + 1)) {
      if (on) this.#ids.add(id);
      else this.#ids.delete(id);
    }
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
  }

  clear(): void {
    this.#ids.clear();
  }

  /** Those of the records given that are chosen, in their order. */
  of<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
    return records.filter(({ id }) => this.#ids.has(id));
  }
}
