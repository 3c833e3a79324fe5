import type { Page } from '@playwright/test';

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

  /** Milliseconds from the input of `act` to the frame in which `isAnswered` found its answer. */
  async of(act: () => Promise<unknown>, isAnswered: () => Promise<unknown>): Promise<number> {
    await act();
    await isAnswered();
    return this.#page.evaluate(async () => {
      // The frame of the last change may still be on its way.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
      const { clocks } = globalThis as unknown as { clocks: Clocks };
      return clocks.painted - clocks.input;
    });
  }
}
