import { describe, expect, it } from 'vitest';
import { requestPersistence, storageFacts } from '../../../src/store/storage-facts';

const storage = (answers: {
  usage?: number;
  persisted?: boolean;
  granted?: boolean;
}): Parameters<typeof storageFacts>[0] => ({
  estimate: async () => ({ usage: answers.usage }),
  persisted: async () => answers.persisted ?? false,
  persist: async () => answers.granted ?? false,
});

describe('storage facts', () => {
  it('are what the browser says', async () => {
    expect(await storageFacts(storage({ usage: 5, persisted: true }))).toEqual({ usedBytes: 5, persisted: true });
    expect(await requestPersistence(storage({ granted: true }))).toBe(true);
    expect(await requestPersistence(storage({ granted: false }))).toBe(false);
  });

  it('are unknown where the browser says nothing', async () => {
    expect(await storageFacts(undefined)).toEqual({ usedBytes: null, persisted: null });
    expect(await requestPersistence(undefined)).toBeNull();
    const refusing = {
      estimate: () => Promise.reject(new TypeError('no')),
      persisted: () => Promise.reject(new TypeError('no')),
      persist: () => Promise.reject(new TypeError('no')),
    };
    expect(await storageFacts(refusing)).toEqual({ usedBytes: null, persisted: null });
    expect(await requestPersistence(refusing)).toBeNull();
  });
});
