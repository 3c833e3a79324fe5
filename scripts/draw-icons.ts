import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { resolveChromium } from '../tests/support/resolve-chromium.ts';

/** Draws the PNG icons from `icon.svg`; run it after a change of the drawing and commit what it writes. */
const folder = 'public/icons';
const drawing = readFileSync(`${folder}/icon.svg`, 'utf8');

/** Systems cut a maskable icon to a shape of their own: colour to the very edge, and the mark inside the inner 80 %. */
function toMaskable(svg: string): string {
  const squared = svg.replace(/ rx="\d+"/, '');
  const mark = squared.slice(squared.indexOf('<g '), squared.indexOf('</svg>'));
  return squared.replace(mark, `<g transform="translate(256 256) scale(.82) translate(-256 -256)">${mark}</g>`);
}

async function draw(browser: Browser, svg: string, size: number, name: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img src="${address}" width="${size}" height="${size}" style="display:block">`,
  );
  writeFileSync(`${folder}/${name}`, await page.screenshot({ omitBackground: true }));
  await page.close();
}

const browser = await chromium.launch(await resolveChromium());
await draw(browser, drawing, 192, 'icon-192.png');
await draw(browser, drawing, 512, 'icon-512.png');
await draw(browser, toMaskable(drawing), 512, 'icon-maskable-512.png');
await browser.close();
