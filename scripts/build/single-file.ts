import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { listFiles } from '../list-files.ts';
import { trustedTypes } from '../security-headers.ts';

/** The one file that the portable build leaves behind. */
export const portableName = 'workbench.html';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Inside a page the end of a script must not be spelt in it. */
const insidePage = (text: string): string => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/** Nothing may be loaded, only what stands in the file may run: each script and style is named by its digest. */
function policyOf(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    `style-src ${styles.map(hashOf).join(' ')}`,
    'img-src data: blob:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    ...trustedTypes,
  ].join('; ');
}

/**
 * Puts the built script and styles into the page, under a security policy of their digests, and removes every other
 * file.
 */
export function singleFile(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'single-file',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = listFiles(outDir);
      const read = (extension: string): string[] =>
        files.filter((file) => file.endsWith(extension)).map((file) => readFileSync(file, 'utf8'));
      const [program, ...others] = read('.js').map(insidePage);
      if (program === undefined || others.length > 0)
        throw new RangeError(`the portable build has one script: ${others.length + 1}`);
      const guard = insidePage(readFileSync(join(root, 'public/frame-guard.js'), 'utf8'));
      const styles = [readFileSync(join(root, 'public/frame-guard.css'), 'utf8'), ...read('.css')];
      const page = readFileSync(join(outDir, 'index.html'), 'utf8')
        .replace(/<script\b[^>]*>\s*<\/script>/g, '')
        .replace(/<link\b[^>]*rel="(?:stylesheet|manifest|icon|apple-touch-icon|modulepreload)"[^>]*>/g, '');
      const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf([guard, program], styles)}" />`;
      const body = styles.map((text) => `<style>${text}</style>`).join('');
      const whole = page
        .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${policy}`)
        .replace('</head>', () => `${body}<script>${guard}</script></head>`)
        .replace('</body>', () => `<script type="module">${program}</script></body>`);
      rmSync(outDir, { recursive: true });
      mkdirSync(outDir);
      writeFileSync(join(outDir, portableName), whole);
    },
  };
}
