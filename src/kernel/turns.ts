/** Tasks one after the other, in the order in which they are asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #open = 0;

  /**
   * Begins a task once the one before has ended, however it ended; at once where none is under way, so that a page that
   * is being left has begun to save. `hasWaited` tells the task which it was.
   */
  take<T>(task: (hasWaited: boolean) => Promise<T>): Promise<T> {
    const done = this.#open === 0 ? task(false) : this.#last.then(() => task(true));
    this.#open += 1;
    this.#last = done.catch(() => undefined).finally(() => (this.#open -= 1));
    return done;
  }
}
