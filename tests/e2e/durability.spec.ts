import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { readBundle } from '../../src/store/bundle/read-bundle';
import { eventBundle, randomCsv } from '../support/event-bundles';
import { DurableHands, random } from '../support/durable-hands';
import { blobFile, databaseFile, engineOf, flipBytes, levelDbScars, sqliteMain, sqliteScars } from '../support/damage';
import { installedOf, makeOldDatabase, type Installed } from '../support/old-database';
import { nativeVersion } from '../../src/store/database';
import { canKill, Profile } from '../support/profile';

/** `npm run trials` asks for the long version. */
const isLong = Number(process.env['TRIALS'] ?? 1) > 1;
const seed = Number(process.env['SEED'] ?? 20_260_801);
const edits = isLong ? 300 : 40;
const engines = [
  { engine: 'leveldb', features: [], scars: levelDbScars },
  { engine: 'sqlite', features: ['IdbSqliteBackingStore'], scars: sqliteScars },
] as const;

interface Fixtures {
  /** Opens a profile that is thrown away after the test. */
  readonly keep: (profile: Profile) => Profile;
}

const test = base.extend<Fixtures>({
  keep: async ({}, use) => {
    const profiles: Profile[] = [];
    await use((profile) => {
      profiles.push(profile);
      return profile;
    });
    const uncaught = profiles.flatMap(({ complaints }) => complaints.filter((one) => one.startsWith('uncaught')));
    for (const profile of profiles) {
      await profile.close();
      rmSync(profile.folder, { recursive: true, force: true });
    }
    expect(uncaught).toEqual([]);
  },
});

/** A disk of 160 MB in memory; false where it may not be mounted. */
function mountDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  mkdirSync(folder, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder]).status === 0;
}

/** Leaves so many bytes of a disk free. */
function fillDisk(folder: string, free: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(`${folder}/filler`, new Uint8Array(Math.max(0, bavail * bsize - free)));
}

test.skip(!canKill, 'the processes of the browser can be found and killed on POSIX systems only');

for (const { engine, features, scars } of engines) {
  test.describe(`on ${engine}`, () => {
    // SQLite is what the browser will change to; the long version runs every case on it.
    test.skip(!isLong && engine === 'sqlite', 'the long version, `npm run trials`, runs this engine');
    let prepared: Profile;

    // The sample, one edit of its charter, and a snapshot of both.
    test.beforeAll(async ({}, info) => {
      const folder = `${info.project.outputDir}/durability-${engine}-${info.workerIndex}`;
      rmSync(folder, { recursive: true, force: true });
      prepared = new Profile({ folder, baseURL: info.project.use.baseURL ?? '', features });
      const first = await DurableHands.on(prepared);
      await first.openSample();
      await first.openCharter();
      await first.type(0);
      await expect.poll(async () => (await first.stored()).value).toBe(0);
      const since = Date.now();
      await first.page.reload();
      await first.waitForSnapshot(since);
      await prepared.close();
      expect(engineOf(prepared)).toBe(engine);
    });

    test.afterAll(() => rmSync(prepared.folder, { recursive: true, force: true }));

    const kills = isLong ? (engine === 'leveldb' ? 100 : 20) : 1;
    test(`S01 every edit that the screen calls saved outlives a kill (${kills} kills)`, async ({ keep }, info) => {
      test.setTimeout(60_000 + kills * 20_000);
      const draw = random(seed);
      const profile = keep(prepared.copy(info.outputPath('profile')));
      let next = 1;
      for (let kill = 0; kill < kills; kill++) {
        let hands = await DurableHands.on(profile);
        await hands.openCharter();
        await hands.type(next);
        await expect(hands.page.getByText(hands.t('common.saved'), { exact: true })).toBeVisible();
        let saved = next;
        const typing = hands.typeOn(next + 1, Infinity, (value) => (saved = value)).catch(() => undefined);
        await hands.page.waitForTimeout(500 + draw() * 3_500);
        await profile.kill();
        await typing;
        hands = await DurableHands.on(profile);
        await expect(hands.heading).toHaveText(hands.t('home.title'));
        const { edits, value } = await hands.stored();
        expect(saved, 'something was typed').toBeGreaterThan(next + 5);
        for (let one = Math.max(next, saved - 900); one <= saved; one++) expect(edits).toContain(one);
        expect(value).toBe(Math.max(...edits));
        next = (value ?? saved) + 1;
        await profile.close();
      }
      expect(profile.complaints).toEqual([]);
    });

    for (const [index, { id, name, inflict }] of scars.entries()) {
      test(`${id} tells what is lost and brings it back when ${name}`, async ({ keep }, info) => {
        test.skip(!isLong && index > 1, 'the long version inflicts every scar');
        const profile = keep(prepared.copy(info.outputPath('profile')));
        let hands = await DurableHands.on(profile);
        await hands.openCharter();
        await hands.type(1);
        await expect(hands.page.getByText(hands.t('common.saved'), { exact: true })).toBeVisible();
        await hands.typeOn(2, edits, () => undefined);
        // The note of what was saved is written after it: what the screen counts is what the note had heard of.
        await hands.waitForNote();
        await profile.kill();
        inflict(profile);

        hands = await DurableHands.on(profile);
        const title = await hands.heading.textContent();
        const { t } = hands;
        expect([t('start.wiped.title'), t('start.partial.title'), t('home.title')]).toContain(title);
        if (title === t('home.title')) {
          const { value, edits: found } = await hands.stored();
          expect([value, found.length], 'nothing was said, so nothing may be lost').toEqual([edits, edits + 1]);
          return;
        }
        const said = (await hands.page.getByRole('alert').textContent()) ?? '';
        const left = title === t('start.partial.title') ? await hands.stored() : null;
        if (left) {
          // A log that was cut ends earlier; what comes before the cut is all there.
          const last = left.value ?? 0;
          expect(left.edits.toSorted((a, b) => a - b)).toEqual(Array.from({ length: last + 1 }, (_, edit) => edit));
          expect(said).toContain(t('start.lostActs', { n: edits - last }));
        }
        await hands.page.getByRole('button', { name: t('start.restore') }).click();
        await expect(hands.heading).toHaveText(t('home.title'));
        const { value, rows } = await hands.stored();
        expect(value).toBeGreaterThanOrEqual(left?.value ?? 0);
        expect(rows).toHaveLength(2);
        // What the screen said would be missing is what is missing, edit by edit.
        const missing = edits - (value ?? Infinity);
        const sentence = t(`start.window.${missing === 0 ? 'none' : 'least'}`, { when: '|', n: missing });
        expect(said).toContain(sentence.split('|').at(-1));
        info.annotations.push({ type: 'loss', description: `${title}: ${missing} of ${edits} edits` });
        await hands.goTo('/data');
        await hands.page
          .getByRole('rowheader')
          .getByRole('link', { name: t('sample.eventsName') })
          .click();
        await expect(hands.page.getByRole('grid')).toBeVisible();
      });
    }

    const imports = isLong ? 20 : 1;
    const importedRows = isLong ? 1_000_000 : 60_000;
    test(`S02 S24 an import that is killed leaves all rows or none (${imports} kills), and all open cold`, async ({
      keep,
    }, info) => {
      test.skip(!isLong && engine !== 'leveldb', 'the long version runs it on both engines');
      test.setTimeout(120_000 + imports * (isLong ? 120_000 : 20_000));
      const draw = random(seed);
      const profile = keep(prepared.copy(info.outputPath('profile')));
      // The first one is let through: it tells how long the others have.
      let duration = 0;
      for (let kill = 0; kill <= imports; kill++) {
        let hands = await DurableHands.on(profile);
        const before = await hands.stored();
        await hands.goTo('/data/import');
        const path = info.outputPath(`table-${kill}.csv`);
        writeFileSync(path, randomCsv(importedRows, 6, draw));
        await hands.chooseFile(path);
        await expect(hands.storeButton).toBeEnabled({ timeout: 120_000 });
        await hands.storeButton.click();
        if (kill === 0) {
          const begun = Date.now();
          await hands.page.waitForURL(/#\/data\/(?!import)[^/?]+$/, { timeout: 120_000 });
          duration = Date.now() - begun;
          const address = hands.page.url();
          await profile.close();
          hands = await DurableHands.on(profile);
          const processor = await hands.page.context().newCDPSession(hands.page);
          await processor.send('Emulation.setCPUThrottlingRate', { rate: 4 });
          await hands.page.goto('about:blank');
          await hands.page.goto(address);
          await expect(hands.page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
          await profile.close();
          continue;
        }
        await hands.page.waitForTimeout(draw() * duration * 1.2);
        await profile.kill();
        hands = await DurableHands.on(profile);
        await expect(hands.heading).toHaveText(hands.t('home.title'));
        const { rows } = await hands.stored();
        expect([before.rows.length, before.rows.length + 1]).toContain(rows.length);
        expect(rows.filter((n) => n !== importedRows)).toEqual(before.rows.filter((n) => n !== importedRows));
        await expect.poll(async () => (await hands.stored()).orphans).toEqual([]);
        await profile.close();
      }
      expect(profile.complaints).toEqual([]);
    });

    const merges = isLong ? 20 : 1;
    test(`B10 a merge that is killed is done or not begun (${merges} kills)`, async ({ keep }, info) => {
      test.skip(!isLong && engine !== 'leveldb', 'the long version runs it on both engines');
      test.setTimeout(120_000 + merges * 30_000);
      const draw = random(seed);
      const branches = 4;
      const each = isLong ? 2_000 : 500;
      const files = await Promise.all(
        Array.from({ length: branches }, async (_, branch) => ({
          name: `${branch}.dmaic`,
          mimeType: 'application/octet-stream',
          buffer: await eventBundle(branch, each),
        })),
      );
      let duration = 0;
      for (let kill = 0; kill <= merges; kill++) {
        const profile = keep(prepared.copy(info.outputPath(`profile-${kill}`)));
        let hands = await DurableHands.on(profile);
        await hands.goTo('/files');
        await hands.page.locator('input[type=file]').setInputFiles(files);
        const merge = hands.page.getByRole('button', { name: hands.t('files.merge', { n: branches }) });
        await expect(merge).toBeEnabled();
        const begun = Date.now();
        await merge.click();
        if (kill === 0) {
          await expect(hands.page.getByText(hands.t('files.historyEmpty'))).toHaveCount(0);
          duration = Date.now() - begun;
          expect(await hands.stored()).toMatchObject({ merges: 1, events: branches * each });
          await profile.close();
          continue;
        }
        await hands.page.waitForTimeout(draw() * duration);
        await profile.kill();
        hands = await DurableHands.on(profile);
        await expect(hands.heading).toHaveText(hands.t('home.title'));
        const { merges: done, events } = await hands.stored();
        expect([0, branches * each]).toContain(events);
        expect(done).toBe(events === 0 ? 0 : 1);
        await profile.close();
      }
    });

    test('S10 a full store is told; nothing is half written, and small edits go on', async ({ keep }, info) => {
      test.skip(!isLong && engine !== 'leveldb', 'the long version runs it on both engines');
      const profile = keep(prepared.copy(info.outputPath('profile')));
      const hands = await DurableHands.on(profile);
      const before = await hands.stored();
      const devtools = await hands.page.context().newCDPSession(hands.page);
      const { origin } = new URL(hands.page.url());
      const used = await hands.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + 2_000_000 });
      await hands.goTo('/data/import');
      const buffer = randomCsv(140_000, 10, random(seed));
      await hands.chooseFile({ name: 'large.csv', mimeType: 'text/csv', buffer });
      await expect(hands.storeButton).toBeEnabled({ timeout: 60_000 });
      await hands.storeButton.click();
      await expect(hands.page.getByText(hands.word('failure.storage-full')).first()).toBeVisible({ timeout: 60_000 });
      const after = await hands.stored();
      expect(after.rows).toEqual(before.rows);
      expect(after.withBlocks).toEqual(before.withBlocks);
      await hands.openCharter();
      await hands.type(1);
      await expect.poll(async () => (await hands.stored()).value).toBe(1);
    });

    for (const isFreed of [true, false])
      test(`S11 a full disk is told; nothing is half written, deleting works; ${isFreed ? 'freed, a start brings all back' : 'still full, a start tells what the browser lost'}`, async ({
        keep,
      }, info) => {
        test.skip(!isLong, 'the long version, `npm run trials`, fills a disk');
        test.skip(engine === 'sqlite', 'on this engine the browser leaves a write to a full disk without an answer');
        const disk = info.outputPath('disk');
        test.skip(!mountDisk(disk), 'a small disk can only be mounted by root, on Linux: no full disk was tried');
        try {
          const profile = keep(prepared.copy(`${disk}/profile`));
          const hands = await DurableHands.on(profile);
          const { page, t } = hands;
          const before = await hands.stored();
          await hands.goTo('/data/import');
          await hands.chooseFile({
            name: 'large.csv',
            mimeType: 'text/csv',
            buffer: randomCsv(140_000, 20, random(seed)),
          });
          await expect(hands.storeButton).toBeEnabled({ timeout: 60_000 });
          fillDisk(disk, 4_000_000);
          await hands.storeButton.click();
          await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 60_000 });
          // Sometimes the browser owes the answer as long as the disk is full; then the page has said so.
          const cancel = page.getByRole('button', { name: t('common.cancel'), exact: true });
          if (await cancel.isVisible()) await cancel.click();
          await expect(hands.storeButton).toBeVisible();
          const after = await hands.stored();
          // What belongs to nobody may stay behind: on a full disk a deletion may find no room either.
          const owned = after.withBlocks.filter((id) => !after.orphans.includes(id));
          expect([after.rows, owned]).toEqual([before.rows, before.withBlocks]);

          await hands.goTo('/data');
          await page
            .getByRole('button', { name: t('data.action.more') })
            .first()
            .click();
          await page.getByRole('menuitem', { name: t('data.delete') }).click();
          await expect(page.getByRole('button', { name: t('data.action.undo'), exact: true })).toBeVisible();
          if (isFreed) rmSync(`${disk}/filler`);
          await profile.close();
          const again = await DurableHands.on(profile);
          // Once its disk was full, the browser may drop its last writes, or all of them, although it had taken them.
          const restore = again.page.getByRole('button', { name: t('start.restore'), exact: true });
          const isThere = again.page.getByRole('heading', { level: 1, name: t('home.title'), exact: true });
          await expect(restore.or(isThere)).toBeVisible();
          if (isFreed && (await restore.isVisible())) await restore.click();
          if (isFreed) await expect(isThere).toBeVisible();
          if (await isThere.isVisible()) {
            const { value, rows } = await again.stored();
            expect([value, rows.toSorted()]).toEqual([0, before.rows.toSorted()]);
          }
          if (isFreed) await expect.poll(async () => (await again.stored()).orphans).toEqual([]);
          await profile.close();
        } finally {
          execFileSync('umount', ['-l', disk]);
        }
      });

    test('S12 what cannot be saved stays on the screen, can be tried again and copied to a file', async ({
      keep,
    }, info) => {
      test.skip(!isLong && engine !== 'leveldb', 'the long version runs it on both engines');
      const profile = keep(prepared.copy(info.outputPath('profile')));
      const hands = await DurableHands.on(profile);
      const { page, t } = hands;
      await hands.openCharter();
      const devtools = await page.context().newCDPSession(page);
      const { origin } = new URL(page.url());
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 });
      await hands.type(7);
      await expect(page.getByText(t('common.saveFailed'), { exact: true })).toBeVisible();
      await expect(hands.scopeField).toHaveValue('#7');
      expect((await hands.stored()).value).toBe(0);

      await page.evaluate(() => void (location.hash = '/files'));
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: t('files.save') }).click();
      const bundle = await readBundle(new Uint8Array(readFileSync(await (await download).path())));
      expect(bundle.ok && bundle.value.records.length).toBe(16);

      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      await page.getByRole('button', { name: t('common.saveFailed') }).click();
      await expect(page.getByText(t('common.saved'), { exact: true })).toBeVisible();
      await expect.poll(async () => (await hands.stored()).value).toBe(7);
    });

    test('S08 a block whose file is gone is found, named and mended', async ({ keep }, info) => {
      test.skip(engine !== 'leveldb', 'SQLite keeps blocks in its one file');
      const profile = keep(prepared.copy(info.outputPath('profile')));
      rmSync(databaseFile(profile, blobFile));
      const hands = await DurableHands.on(profile, '/#/settings/storage');
      const { page, t } = hands;
      await page.getByRole('button', { name: t('storage.checkBegin') }).click();
      await expect(page.getByRole('alert')).toContainText(t('sample.eventsName'));
      await page.getByRole('button', { name: t('storage.repair') }).click();
      await expect(page.getByText(t('storage.repaired', { n: 1 }))).toBeVisible();
      await page.getByRole('button', { name: t('storage.checkBegin') }).click();
      await expect(page.getByText(t('storage.sound'), { exact: true })).toBeVisible();
    });

    test('S09 flipped bytes are named; no wrong chart is drawn', async ({ keep }, info) => {
      const profile = keep(prepared.copy(info.outputPath('profile')));
      const open = async (hands: DurableHands): Promise<void> => {
        await hands.goTo('/analyse');
        await hands.page
          .getByRole('main')
          .getByRole('link', { name: hands.t('sample.pareto') })
          .first()
          .click();
      };
      let hands = await DurableHands.on(profile);
      await open(hands);
      await hands.expectResult();
      const right = await hands.readTable();
      await profile.close();
      flipBytes(databaseFile(profile, engine === 'leveldb' ? blobFile : sqliteMain), 40);

      hands = await DurableHands.on(profile);
      const { t } = hands;
      if ((await hands.heading.textContent()) !== t('home.title')) return;
      await open(hands);
      const table = hands.page.getByRole('heading', { name: t('analyse.table'), exact: true });
      const failure = hands.page.getByRole('alert').first();
      await expect(table.or(failure).first()).toBeVisible();
      if (await table.isVisible()) expect(await hands.readTable()).toEqual(right);
      await hands.goTo('/settings/storage');
      await hands.page.getByRole('button', { name: t('storage.checkBegin') }).click();
      await expect(hands.page.getByRole('alert').first()).toBeVisible();
    });

    test('S19 tells whether data outlive a restart here', async ({ keep }, info) => {
      test.skip(!isLong && engine !== 'leveldb', 'the long version runs it on both engines');
      const profile = keep(prepared.copy(info.outputPath('profile')));
      let hands = await DurableHands.on(profile, '/#/settings/storage');
      const { t } = hands;
      await hands.page.getByRole('button', { name: t('storage.restartBegin') }).click();
      const address = await hands.page.getByLabel(t('storage.restartAddress')).inputValue();
      await hands.page.reload();
      await expect(hands.page.getByText(t('storage.restartWord.begun'), { exact: true })).toBeVisible();
      await profile.close();
      hands = await DurableHands.on(profile, address);
      await expect(hands.page.getByText(t('storage.restartWord.passed'), { exact: true })).toBeVisible();
      await profile.close();

      const { baseURL = '' } = info.project.use;
      const emptied = keep(new Profile({ folder: info.outputPath('emptied'), baseURL, features }));
      hands = await DurableHands.on(emptied, address);
      await expect(hands.page.getByText(t('storage.restartWord.lost'), { exact: true })).toBeVisible();
    });

    const upgrades = isLong ? 10 : 1;
    const upgradedRows = isLong ? 1_000_000 : 6_000;
    const upgradedEvents = isLong ? 50_000 : 5_000;
    test(`D07 an upgrade that is killed is done or not begun, and changes no block (${upgrades} kills)`, async ({
      keep,
    }, info) => {
      test.skip(!isLong && engine !== 'leveldb', 'the long version runs it on both engines');
      test.setTimeout(240_000 + upgrades * 60_000);
      const draw = random(seed);
      const neutral = '/frame-guard.css';
      // What the older build left: the sample, a large file beside it, and many records.
      const old = keep(prepared.copy(info.outputPath('old')));
      const owner = await DurableHands.on(old);
      await owner.goTo('/data/import');
      const path = info.outputPath('table.csv');
      writeFileSync(path, randomCsv(upgradedRows, 6, draw));
      await owner.chooseFile(path);
      await expect(owner.storeButton).toBeEnabled({ timeout: 120_000 });
      await owner.storeButton.click();
      await owner.page.waitForURL(/#\/data\/(?!import)[^/?]+$/, { timeout: 120_000 });
      await owner.waitForNote();
      const { rows } = await owner.stored();
      expect(rows).toContain(upgradedRows);
      await owner.page.goto(neutral);
      await makeOldDatabase(owner.page, upgradedEvents);
      const before = await installedOf(owner.page);
      expect(before).toMatchObject({ version: 40, events: upgradedEvents });
      await old.close();

      let duration = 0;
      let whole: Installed | null = null;
      const ends: number[] = [];
      for (let kill = 0; kill <= upgrades; kill++) {
        const profile = keep(old.copy(info.outputPath(`profile-${kill}`)));
        const begun = Date.now();
        if (kill === 0) {
          // The first one is let through: it tells how long the others have, and what a whole upgrade is.
          await DurableHands.on(profile);
          duration = Date.now() - begun;
        } else {
          await (await profile.open('/')).waitForTimeout(draw() * duration);
          await profile.kill();
        }
        if (kill === 0) await profile.close();
        const page = await profile.open(neutral);
        await page.waitForLoadState();
        const after = await installedOf(page);
        whole ??= after;
        // Every table of the one version or of the other, and in both the same rows.
        expect([before.tables, whole.tables]).toContainEqual(after.tables);
        expect(after).toEqual(after.version === 40 ? before : whole);
        expect([after.blocks, after.events]).toEqual([before.blocks, before.events]);
        ends.push(after.version);
        await page.goto('/');
        const hands = new DurableHands(page);
        await expect(hands.heading).toHaveText(hands.t('home.title'));
        expect(await installedOf(page)).toEqual(whole);
        expect((await hands.stored()).rows).toEqual(rows);
        await profile.close();
        rmSync(profile.folder, { recursive: true });
      }
      expect(whole).toMatchObject({ version: nativeVersion, blocks: before.blocks });
      info.annotations.push({ type: 'upgrade', description: `${duration} ms; after the kills: ${ends.join(' ')}` });
    });
  });
}
