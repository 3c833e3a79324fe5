/** Tasks one after the other, in the order in which they are asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Begins a task once the one before has ended, however it ended. */
  take<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
