import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Pinned, so that a test that passes here passes on a laptop elsewhere; China has no summer time, New York has.
const shanghai = { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' };
const newYork = { TZ: 'America/New_York', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' };

export default defineConfig({
  define: { __APP_VERSION__: '"0.0.0-test"', __BUILD_HASH__: '"test"' },
  test: {
    // Forks, not threads: a worker thread cannot change its time zone.
    pool: 'forks',
    maxWorkers: 2,
    // Loading every module anew for each file would take longer than the tests. No test replaces a module or a global.
    isolate: false,
    // Property and reference tests calculate; a busy machine must not fail them.
    testTimeout: 60_000,
    setupFiles: ['tests/support/fail-on-console.ts', 'tests/support/property-seed.ts'],
    env: shanghai,
    environment: 'node',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/{unit,reference,property,architecture}/**/*.test.ts'] },
      },
      {
        // Dates must come out the same where the clock changes twice a year.
        extends: true,
        test: {
          name: 'other-time-zone',
          include: ['tests/unit/{kernel,ingest,table}/**/*{date,time,month,period}*.test.ts'],
          env: newYork,
        },
      },
      {
        extends: true,
        plugins: [svelte()],
        // Without this condition Svelte's server runtime is loaded, in which effects never run.
        resolve: { conditions: ['browser'] },
        test: { name: 'component', include: ['tests/component/**/*.test.ts'], environment: 'happy-dom' },
      },
    ],
  },
});
