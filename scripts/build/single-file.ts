import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { listFiles } from '../list-files.ts';

/** The one file that the portable build leaves behind. */
export const portableName = 'workbench.html';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

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
  ].join('; ');
}

/**
 * Puts the built script and styles into the page, under a security policy of their digests, and removes every other
 * file.
 */
export function singleFile(): Plugin {
  let outDir = '';
  return {
    name: 'single-file',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = listFiles(outDir);
      const read = (extension: string): string[] =>
        files.filter((file) => file.endsWith(extension)).map((file) => readFileSync(file, 'utf8'));
      // Inside a page the end of a script must not be spelt in it.
      const scripts = read('.js').map((text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'));
      const styles = read('.css');
      if (scripts.length !== 1) throw new RangeError(`the portable build has one script: ${scripts.length}`);
      const page = readFileSync(join(outDir, 'index.html'), 'utf8')
        .replace(/<script\b[^>]*>\s*<\/script>/g, '')
        .replace(/<link\b[^>]*rel="(?:stylesheet|manifest|icon|apple-touch-icon|modulepreload)"[^>]*>/g, '');
      const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(scripts, styles)}" />`;
      const body = styles.map((text) => `<style>${text}</style>`).join('');
      const whole = page
        .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${policy}`)
        .replace('</head>', () => `${body}</head>`)
        .replace('</body>', () => `<script type="module">${scripts[0]}</script></body>`);
      rmSync(outDir, { recursive: true });
      mkdirSync(outDir);
      writeFileSync(join(outDir, portableName), whole);
    },
  };
}
