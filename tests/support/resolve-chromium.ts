import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';
import { npmChromium } from './npm-chromium';

const systemBrowsers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Without these, Chromium opens connections of its own, which a closed network refuses and a test would report. */
const quietArguments = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.platform === 'linux' ? ['--disable-gpu'] : []),
];

/**
 * Finds a Chromium to test with.
 *
 * In this order: CHROMIUM_PATH, Playwright's own, one installed on the system, the one that npm brings (linux x64).
 * FORCE_NPM_CHROMIUM=1 goes straight to the last, to prove that it works. Call it once, before the test workers start:
 * two processes unpacking the same browser would disturb each other.
 */
export async function resolveChromium(): Promise<LaunchOptions> {
  const installed = process.env['FORCE_NPM_CHROMIUM'] === '1' ? undefined : installedChromium();
  if (installed) return { executablePath: installed, args: quietArguments };
  const unpacked = await npmChromium();
  if (unpacked) return { ...unpacked, args: quietArguments };
  throw new Error(
    'No Chromium found. Install Chrome, Chromium or Edge, or run "npx playwright install chromium", ' +
      "or set CHROMIUM_PATH to the browser's executable.",
  );
}

function installedChromium(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
    return chosen;
  }
  return [chromium.executablePath(), ...(systemBrowsers[process.platform] ?? [])].find((path) => existsSync(path));
}
