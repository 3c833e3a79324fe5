import type { Plugin } from 'vite';
import { metaPolicy } from '../security-headers.ts';

/** Puts the policy into the built page. The development server is left alone: its hot reload needs inline styles. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}
