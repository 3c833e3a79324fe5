import type { Page } from '@playwright/test';

/** Makes each write of the page take as long as on a busy old disk: transactions wait for what is asked of them. */
export async function slowWrites(page: Page): Promise<void> {
  await page.evaluate(() => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as IDBObjectStore['put'];
    IDBObjectStore.prototype.put = function (...row) {
      const request = put.apply(this, row);
      for (let i = 0; i < 3_000; i++) this.count();
      return request;
    };
  });
}
