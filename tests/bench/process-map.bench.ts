import type { Page } from '@playwright/test';
import { writeBpmn } from '../../src/domain/process-map/bpmn/write-bpmn.ts';
import { calculateMap } from '../../src/domain/process-map/calculate.ts';
import { createFlow, createStep, emptyMap, type ProcessMap } from '../../src/domain/process-map/map.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { layoutMap } from '../../src/worker/layout-map.ts';
import { Hands } from '../support/hands.ts';
import { bench } from '../support/bench.ts';
import { openBenchPage, type BenchPage } from '../support/bench-page.ts';

const steps = 300;
const lanes = 12;
const frames = 60;

/** A process that goes on from lane to lane, with a way back and a way past at every tenth step. */
function makeMap(): ProcessMap {
  const id = (index: number): string => `s${index}`;
  const made = Array.from({ length: steps }, (_, index) =>
    createStep({
      id: id(index),
      kind: index === 0 ? 'start' : index === steps - 1 ? 'end' : index % 10 === 9 ? 'decision' : 'step',
      name: `Step ${index}`,
      lane: `l${Math.floor(index / 3) % lanes}`,
      processMinutes: 1 + (index % 7),
    }),
  );
  return {
    ...emptyMap,
    lanes: Array.from({ length: lanes }, (_, index) => ({
      id: `l${index}`,
      name: `Lane ${index}`,
      zone: 'front' as const,
      x: 0,
      y: 200 * index,
      width: 4000,
      height: 200,
    })),
    steps: made,
    flows: made.slice(1).flatMap((step, index) => {
      const from = made[index];
      if (from.kind !== 'decision') return [createFlow({ id: `f${index}`, from: from.id, to: step.id })];
      const past = made[Math.min(steps - 1, index + 3)];
      return [
        createFlow({ id: `f${index}`, from: from.id, to: step.id, probability: 0.8 }),
        createFlow({ id: `p${index}`, from: from.id, to: past.id, probability: 0.2 }),
      ];
    }),
  };
}

const map = makeMap();
let opened: BenchPage | undefined;

function openPage(): Page {
  if (!opened) throw new RangeError('the benchmark was not prepared');
  return opened.page;
}

/** Waits until the page has drawn so many frames. */
async function drawFrames(count: number): Promise<void> {
  await openPage().evaluate(
    (left) =>
      new Promise<void>((done) => {
        const next = (todo: number): void => {
          if (todo === 0) done();
          else requestAnimationFrame(() => next(todo - 1));
        };
        next(left);
      }),
    count,
  );
}

/** Drags a step along while the page draws. */
async function dragWhileDrawing(): Promise<void> {
  const { mouse } = openPage();
  const box = await openPage()
    .locator('.svelte-flow__node')
    .nth(Math.floor(steps / 2))
    .boundingBox();
  if (!box) throw new RangeError('the step to be dragged is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  let drawn = false;
  const drawing = drawFrames(frames).then(() => (drawn = true));
  for (let at = 0; !drawn && at < 10 * frames; at++)
    await mouse.move(x + 30 * Math.sin(at / 5), y + 20 * Math.cos(at / 5));
  await drawing;
  await mouse.up();
}

export default [
  bench({
    name: `process map of ${steps} steps in ${lanes} lanes`,
    rounds: 9,
    contestants: { 'figures of all steps': () => calculateMap(map), 'layout of all steps': () => layoutMap(map) },
  }),
  bench({
    name: `${frames} frames of a process map of ${steps} steps`,
    rounds: 5,
    prepare: async () => {
      opened = await openBenchPage();
      const { page, url } = opened;
      const hands = new Hands(page, createTranslator('zh-CN'));
      await page.goto(url);
      await page.getByRole('button', { name: hands.t('home.door.sample.action') }).click();
      await hands.expectResult();
      await hands.goTo('/projects');
      const href = await page.locator('main a[href*="/projects/"]').first().getAttribute('href');
      await hands.goTo(`/projects/${/projects\/([^/?]+)/.exec(href ?? '')?.[1] ?? ''}/map`);
      const written = await writeBpmn(map, null);
      if (!written.ok) throw new RangeError(`the map could not be written: ${written.failure.code}`);
      await page
        .getByLabel(hands.t('map.tool.openBpmn'))
        .setInputFiles({ name: 'map.bpmn', mimeType: 'application/xml', buffer: Buffer.from(written.value) });
      await page.getByRole('group', { name: hands.t('map.canvas', { steps, lanes }) }).waitFor();
    },
    contestants: { 'nothing moves': () => drawFrames(frames), 'a step is dragged': dragWhileDrawing },
    // Sixty frames a second while nothing moves: no fewer than thirty while something does.
    limits: { 'a step is dragged': 2 },
    cleanUp: () => opened?.close(),
  }),
];
