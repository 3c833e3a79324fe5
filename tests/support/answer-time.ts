import type { Page } from '@playwright/test';

/** A page that has not changed for so long has answered. */
const quietMs = 60;

/** What the page keeps of the latest input and of the latest frame that was painted after a change. */
interface Clocks {
  input: number;
  painted: number;
}

/**
 * Measures in the page itself how long it takes to answer an input: from the event to the frame that shows the last
 * change. What the test needs to press and to look is not counted.
 */
export class AnswerTime {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async in(page: Page): Promise<AnswerTime> {
    await page.evaluate(() => {
      const clocks: Clocks = { input: 0, painted: 0 };
      Object.assign(globalThis, { clocks });
      for (const type of ['click', 'change', 'keydown'] as const) {
        addEventListener(type, ({ timeStamp }) => (clocks.input = timeStamp), { capture: true });
      }
      const painted = (): void =>
        void requestAnimationFrame(() => setTimeout(() => (clocks.painted = performance.now())));
      new MutationObserver(painted).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
    return new AnswerTime(page);
  }

  /**
   * Milliseconds from the input of `act` to the frame of the last change. The answer is only looked for when the page has
   * come to rest: looking for roles takes the page longer than answering.
   */
  async of(act: () => Promise<unknown>, isAnswered: () => Promise<unknown>): Promise<number> {
    await act();
    await this.#page.evaluate(async (quiet) => {
      const { clocks } = globalThis as unknown as { clocks: Clocks };
      const begun = performance.now();
      while (performance.now() - Math.max(begun, clocks.painted) < quiet) {
        await new Promise((done) => setTimeout(done, quiet / 4));
      }
    }, quietMs);
    await isAnswered();
    return this.#page.evaluate(() => {
      const { clocks } = globalThis as unknown as { clocks: Clocks };
      return clocks.painted - clocks.input;
    });
  }
}
