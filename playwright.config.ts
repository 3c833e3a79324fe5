import { defineConfig, devices } from '@playwright/test';
import { resolveChromium } from './tests/support/resolve-chromium';

// Not 4173: a person may have the product open there.
const port = Number(process.env['E2E_PORT'] ?? 4187);
const withoutServer = /(offline|main-job)\.spec\.ts/;
const launchOptions = await resolveChromium();
/** Drawn at once; `english` sees the charts move. */
const calm = { contextOptions: { reducedMotion: 'reduce' as const } };
const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1366, height: 768 }, launchOptions };

/**
 * `chromium` runs everything in Chinese and in Shanghai; `english` repeats what is tagged `@en` in English and in a time
 * zone with summer time; `offline` is the only one that lets a service worker live, for the tests that stop the server.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Generous: a busy machine must not fail a test that is only waiting.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}/`,
    serviceWorkers: 'block',
    // A trace of every test costs more than some of the tests; `TRACE=1` asks for those of the ones that fail.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    acceptDownloads: true,
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: withoutServer,
      grepInvert: /@only-en/,
      use: { ...desktop, ...calm, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    },
    {
      name: 'english',
      testIgnore: withoutServer,
      grep: /@en|@only-en/,
      use: { ...desktop, locale: 'en-US', timezoneId: 'America/New_York' },
    },
    {
      name: 'offline',
      testMatch: withoutServer,
      use: { ...desktop, ...calm, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'allow' },
    },
  ],
  webServer: {
    command: `node --import tsx scripts/serve.ts --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
