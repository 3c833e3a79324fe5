import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { buildConstants, readBuildInfo } from './scripts/build/build-info.ts';
import { singleFile } from './scripts/build/single-file.ts';

const root = import.meta.dirname;

/** The whole product as one HTML file that opens by double click, without a server. */
export default defineConfig({
  base: './',
  publicDir: false,
  define: buildConstants(readBuildInfo(root)),
  plugins: [svelte(), singleFile()],
  resolve: {
    alias: [{ find: /^\.\/start-worker$/, replacement: resolve(root, 'src/start-worker-inline.ts') }],
  },
  worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
  build: {
    outDir: 'dist-portable',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 100_000_000,
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
