import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface UnpackedChromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const packageFolder = resolve('node_modules/@sparticuz/chromium');
const cacheFolder = resolve('node_modules/.cache');

/**
 * The Chromium inside the npm package `@sparticuz/chromium`: works on a bare Linux with nothing but Node.
 *
 * The package is made for a cloud function, so three things are put right here: it unpacks into the temporary folder (and
 * trusts whatever lies there under its name), it unpacks its shared libraries only if it believes to be in that cloud, and
 * its font settings name a folder that is not ours; without fonts the renderer crashes at `<select>` and date fields.
 */
export async function npmChromium(): Promise<UnpackedChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFolder)) return undefined;
  const folder = join(cacheFolder, `chromium-${packageVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const env = {
    ...definedEnvironment(),
    // Only the browser sees these libraries: Node or a shell might break with them.
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_PATH: writeFontSettings(folder),
  };
  return { executablePath: join(folder, 'chromium'), env };
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Unpacks beside the place and moves at the end, so that an interrupted run never leaves half a browser behind. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  const temporary = mkdtempSync(join(cacheFolder, 'chromium-unpacking-'));
  const changed = { TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const before = { ...process.env };
  Object.assign(process.env, changed);
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  } finally {
    for (const name of [...Object.keys(changed), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

function definedEnvironment(): Record<string, string> {
  const defined = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(defined);
}

function writeFontSettings(folder: string): string {
  const settings = join(folder, 'fontconfig');
  mkdirSync(settings, { recursive: true });
  writeFileSync(
    join(settings, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  return settings;
}
