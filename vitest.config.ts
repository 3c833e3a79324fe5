import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const setupFiles = ['tests/support/fail-on-console.ts'];
// Pinned, so that a test that passes here passes on a laptop elsewhere; CN has no summer time, New York has.
const env = { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' };
const define = { __APP_VERSION__: '"0.0.0-test"', __BUILD_HASH__: '"test"' };

export default defineConfig({
  test: {
    // Forks, not threads: a worker thread cannot change its time zone.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    projects: [
      {
        define,
        test: {
          name: 'unit',
          include: ['tests/{unit,reference,property,architecture}/**/*.test.ts'],
          environment: 'node',
          setupFiles,
          env,
        },
      },
      {
        // Dates must come out the same where the clock changes twice a year.
        define,
        test: {
          name: 'other-time-zone',
          include: ['tests/unit/{kernel,ingest,table}/**/*{date,time,month}*.test.ts'],
          environment: 'node',
          setupFiles,
          env: { ...env, TZ: 'America/New_York', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
        },
      },
      {
        define,
        plugins: [svelte()],
        // Without this condition Svelte's server runtime is loaded, in which effects never run.
        resolve: { conditions: ['browser'] },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles,
          env,
        },
      },
    ],
  },
});
