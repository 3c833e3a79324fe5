import type { Translator } from '../../i18n/translator';

export interface StorageFacts {
  /** Bytes; null where the browser does not say. */
  readonly used: number | null;
  readonly quota: number | null;
  readonly persisted: boolean;
  /** A service worker is in charge: the program opens without a network. */
  readonly offline: boolean;
}

/** What the browser says about its storage; every part of it may be missing on plain http and in old browsers. */
export async function readStorageFacts(browser: Navigator): Promise<StorageFacts> {
  const storage = browser.storage as StorageManager | undefined;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const workers = browser.serviceWorker as ServiceWorkerContainer | undefined;
  return {
    used: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    persisted: (await storage?.persisted?.().catch(() => false)) ?? false,
    offline: Boolean(workers?.controller),
  };
}

export function bytesText({ t }: Translator, bytes: number): string {
  const megabytes = bytes / 1e6;
  return megabytes < 1000
    ? t('settings.megabytes', { n: { as: 'decimal', value: megabytes, digits: 1 } })
    : t('settings.gigabytes', { n: { as: 'decimal', value: megabytes / 1000, digits: 1 } });
}
