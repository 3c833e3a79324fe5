import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { buildConstants, readBuildInfo } from './scripts/build/build-info.ts';
import { contentSecurityPolicy } from './scripts/build/content-security-policy.ts';
import { offline } from './scripts/build/offline.ts';

const info = readBuildInfo(import.meta.dirname);

export default defineConfig({
  // Relative addresses everywhere: the same build runs at a root, below any path and from any host.
  base: './',
  define: buildConstants(info),
  plugins: [svelte(), contentSecurityPolicy(), offline(info)],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: {
      polyfill: false,
      // A page names what it imports itself. Asking for each file ahead, some sixty of them, most of which are there
      // already, is the longest task of a start on a slow laptop; styles have to be asked for.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'js' ? files.filter((file) => file.endsWith('.css')) : files,
    },
    // A data: address in a style or script would need a wider security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            // Nearly every page uses these: one file packs better than twenty small ones.
            {
              name: 'base',
              test: /src[\\/](kernel[\\/]|ui[\\/](Button|Callout|EmptyState|Icon|IconButton|Menu)\.svelte)/,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173, strictPort: true },
});
