import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { locales, type Locale } from '../../src/i18n/locale.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { complaintOf } from '../../tests/support/complaints.ts';
import { Hands } from '../../tests/support/hands.ts';
import { resolveChromium } from '../../tests/support/resolve-chromium.ts';
import { serve } from '../serve.ts';
import { screens, type Screen } from './routes.ts';

const folder = 'screens';
const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;
const themes = ['light', 'dark'] as const;

interface Look {
  readonly locale: Locale;
  readonly theme: (typeof themes)[number];
  readonly size: keyof typeof sizes;
}

interface Choice {
  readonly names: readonly string[];
  readonly looks: readonly Look[];
}

/** `npm run screens -- taxonomy help --locale en --theme dark --size phone`; what is not named is taken in every way. */
function readChoice(): Choice {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { locale: { type: 'string' }, theme: { type: 'string' }, size: { type: 'string' } },
  });
  const looks = locales.flatMap((locale) =>
    themes.flatMap((theme) => (Object.keys(sizes) as (keyof typeof sizes)[]).map((size) => ({ locale, theme, size }))),
  );
  const isWanted = (look: Look): boolean =>
    (['locale', 'theme', 'size'] as const).every((key) => values[key] === undefined || values[key] === look[key]);
  return { names: positionals, looks: looks.filter(isWanted) };
}

/** Lets fonts, charts and transitions come to rest. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
  await page.waitForTimeout(150);
}

async function takePrint(page: Page, name: string): Promise<void> {
  writeFileSync(join(folder, `${name}.print.pdf`), await page.pdf({ format: 'A4', printBackground: true }));
  const size = page.viewportSize();
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.setViewportSize({ width: 794, height: 1123 });
  await settle(page);
  await page.screenshot({ path: join(folder, `${name}.print.png`), fullPage: true });
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  if (size) await page.setViewportSize(size);
}

async function takeScreen(page: Page, screen: Screen, look: Look, isWanted: boolean): Promise<void> {
  if (screen.path !== undefined) {
    await page.evaluate((hash) => void (location.hash = hash), screen.path);
    await settle(page);
  }
  await screen.prepare?.(new Hands(page, createTranslator(look.locale)));
  if (!isWanted) return;
  await settle(page);
  const name = `${screen.name}.${look.locale}`;
  await page.screenshot({ path: join(folder, `${name}.${look.theme}.${look.size}.png`), fullPage: true });
  if (screen.print && look.theme === 'light' && look.size === 'desk') await takePrint(page, name);
}

/** Visits every screen in one look; says what went wrong and goes on, so that one broken screen hides no other. */
async function takeAll(browser: Browser, url: string, look: Look, names: readonly string[]): Promise<string[]> {
  const troubles: string[] = [];
  const context = await browser.newContext({
    viewport: sizes[look.size],
    colorScheme: look.theme,
    locale: look.locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  let where = 'start';
  const report = (text: string): void => void troubles.push(`${where} ${Object.values(look).join(' ')}: ${text}`);
  page.on('console', (message) => {
    const complaint = complaintOf(message);
    if (complaint) report(complaint);
  });
  page.on('pageerror', (error) => report(error.message));
  await page.goto(url);
  if (look.locale === 'zh-CN' && !(await hasChineseFont(page)))
    report('no Chinese font here: characters are empty boxes');
  for (const screen of screens) {
    where = screen.name;
    const isWanted = names.length === 0 || names.includes(screen.name);
    await takeScreen(page, screen, look, isWanted).catch((error: unknown) => report(String(error)));
  }
  await context.close();
  return troubles;
}

/** Without a font for them, two different characters are drawn as the same empty box. */
function hasChineseFont(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [first, second] = ['\u670d', '\u52a1'].map((character) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (context) context.font = '32px system-ui, sans-serif';
      context?.fillText(character, 4, 40);
      return canvas.toDataURL();
    });
    return first !== second;
  });
}

const { names, looks } = readChoice();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const server = await serve({ root: 'dist', port: 0 });
const browser = await chromium.launch(await resolveChromium());
const troubles: string[] = [];
for (const look of looks) {
  process.stdout.write(`${Object.values(look).join(' ')}\n`);
  troubles.push(...(await takeAll(browser, server.url, look, names)));
}
await browser.close();
await server.close();
process.stdout.write(`Pictures are in ${folder}/\n`);
troubles.forEach((trouble) => process.stderr.write(`${trouble}\n`));
process.exitCode = troubles.length > 0 ? 1 : 0;
