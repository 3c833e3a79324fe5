/** The security headers of the product: one list for the built page and for every server that serves it. */

/**
 * Text becomes markup or the address of code through two policies alone, each of which can be made only once:
 * `default` in `src/app/trusted-types.ts`, and that of the templates that Svelte compiled.
 */
export const trustedTypes = [
  "require-trusted-types-for 'script'",
  'trusted-types default svelte-trusted-html',
] as const;

const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  ...trustedTypes,
];

/** For `<meta>`, where frame-ancestors is ignored and would only be reported as a mistake. */
export const metaPolicy = directives.join('; ');

export const headerPolicy = [...directives, "frame-ancestors 'none'"].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': headerPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};
