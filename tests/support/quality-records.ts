import type { Page } from '@playwright/test';
import { chinaCalendar } from '../../src/domain/calendar/china';
import { clockPresets } from '../../src/domain/calendar/regimes';
import { decideEvents } from '../../src/domain/events/bulk';
import type { EventCommand } from '../../src/domain/events/commands';
import { businessTypes, eventChannels, eventSources } from '../../src/domain/events/event';
import { applyToItems, decideItem, type ItemCommand, type ItemState } from '../../src/domain/rectification/commands';
import type { FieldChange } from '../../src/domain/registers';
import { defaultTaxonomy } from '../../src/domain/taxonomy/default-taxonomy';
import { msPerDay } from '../../src/kernel/dates';

export interface Made {
  readonly id: string;
  readonly kind: 'event' | 'item';
  readonly fields: Readonly<Record<string, { readonly value: unknown; readonly stamp: string }>>;
}

const people = ['王芳', '李强', '赵敏', '陈静', '刘洋'];
const departments = ['营业部', '零售部', '运营部', '科技部'];
const { links } = defaultTaxonomy;

/** Numbers from 0 to below 1 that are the same each time. */
export function steady(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Milliseconds on the wall clock of this computer. */
export function wallNow(): number {
  return Date.now() - new Date().getTimezoneOffset() * 60_000;
}

function toRecords(kind: Made['kind'], changes: readonly FieldChange[]): readonly Made[] {
  const made = new Map<string, Record<string, { value: unknown; stamp: string }>>();
  const stamp = `${Date.now().toString(36).padStart(11, '0')}0000made`;
  for (const { id, field, value } of changes) {
    const fields = made.get(id) ?? {};
    made.set(id, fields);
    fields[field] = { value, stamp };
  }
  return [...made].map(([id, fields]) => ({ id, kind, fields }));
}

/** Invented events of two years, by the commands of the ledger; some coded, some taken up. */
export function makeEvents(count: number): readonly Made[] {
  const chance = steady(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)];
  const now = wallNow();
  const commands: EventCommand[] = [];
  for (let i = 0; i < count; i++) {
    const link = pick(links);
    const id = `made-event-${i}`;
    const details = {
      receivedAt: Math.floor(now - chance() * 700 * msPerDay),
      source: pick(eventSources),
      channel: pick(eventChannels),
      business: pick(businessTypes),
      outlet: `A${String(Math.floor(chance() * 200)).padStart(3, '0')}`,
      title: link.name.zh,
      narrative: `${link.examples[0] ?? link.name.zh}（${i}）`,
      owner: pick(people),
    };
    const coding = { primary: link.code, severity: Math.min(4, link.severity) };
    commands.push({ kind: 'register', id, details, ...(chance() < 0.85 ? { coding } : {}) });
    if (chance() < 0.6) commands.push({ kind: 'accept', id });
  }
  const state = {
    events: new Map(),
    links: new Map(links.map((link) => [link.code, link])),
    taxonomyVersion: defaultTaxonomy.version,
    rules: clockPresets[0],
    calendar: chinaCalendar,
    escalationOwner: null,
  };
  return toRecords('event', decideEvents(state, commands, { now, by: '系统' }).changes);
}

/** Invented items in every state of the flow, by the commands of rectification. */
export function makeItems(count: number): readonly Made[] {
  const chance = steady(5);
  const now = wallNow();
  const today = Math.floor(now / msPerDay);
  let state: ItemState = { items: new Map(), watchDays: 90 };
  const changes: FieldChange[] = [];
  const go = (command: ItemCommand, day: number, by: string): void => {
    const decided = decideItem(state, command, { now: day * msPerDay + msPerDay / 2, by });
    if (!decided.ok) throw new Error(`${command.kind}: ${decided.failure.code}`);
    changes.push(...decided.value);
    const own = state.items.get(command.id);
    state = { ...state, items: applyToItems(own ? new Map([[own.id, own]]) : new Map(), decided.value) };
  };
  for (let i = 0; i < count; i++) {
    const id = `made-item-${i}`;
    const owner = people[i % people.length];
    const start = today - 10 - Math.floor(chance() * 90);
    const due = start + 30 + Math.floor(chance() * 90);
    const link = links[i % links.length];
    state = { items: new Map(), watchDays: 90 };
    go(
      {
        kind: 'create',
        id,
        details: {
          title: `${link.name.zh}整改 ${i + 1}`,
          type: 'corrective',
          origin: 'cluster',
          links: [link.code],
          rootCause: '高峰时段窗口不足',
          owner,
          department: departments[i % departments.length],
          start,
          due,
          metric: '每 30 天件数',
          test: 'rate',
          direction: 'lower',
          baselineValue: 12,
          baselineFrom: today - 400,
          baselineTo: today - 220,
          target: 6,
          neededN: 5,
          benefit: 1000 * Math.floor(chance() * 90),
        },
      },
      start - 5,
      owner,
    );
    const stage = i % 10;
    if (stage === 0) continue;
    go({ kind: 'addMilestone', id, title: '完成排班调整', due: start + 15 }, start - 4, owner);
    go({ kind: 'open', id }, start - 3, owner);
    if (stage === 1) continue;
    go({ kind: 'start', id }, start, owner);
    go({ kind: 'setProgress', id, percent: 10 * Math.floor(chance() * 10) }, start + 3, owner);
    if (stage === 2)
      go({ kind: 'extend', id, due: due + 20, approver: '行长', reason: '等待系统上线' }, start + 5, owner);
    if (stage === 3) go({ kind: 'hold', id, reason: '等待采购', approver: '行长' }, start + 5, owner);
    if (stage < 6) continue;
    const milestone = state.items.get(id)?.milestone[0]?.id ?? '';
    go({ kind: 'setMilestone', id, milestone, done: true }, start + 6, owner);
    const evidence = { kind: 'writtenRecheck' as const, name: '', digest: '', bytes: 0, note: '抽查三个网点，已落实' };
    go({ kind: 'addEvidence', id, evidence }, start + 6, owner);
    go({ kind: 'submit', id }, start + 7, owner);
    if (stage < 8) continue;
    const verifier = people[(i + 1) % people.length];
    go({ kind: 'beginVerification', id, verifier, afterFrom: start + 7 }, start + 8, verifier);
    if (stage < 9) continue;
    go(
      { kind: 'close', id, proposed: 'effective', verdict: 'effective', note: '达到目标', effectData: '{}' },
      start + 9,
      verifier,
    );
  }
  return toRecords('item', changes);
}

/**
 * Puts records into the database of the product as it stands open in a page, each so many times under an id of its own;
 * the page is to be loaded again after it.
 */
export async function writeRecords(page: Page, records: readonly Made[], copies = 1): Promise<void> {
  const part = 5000;
  for (let at = 0; at < records.length; at += part) {
    await page.evaluate(
      ({ batch, times }) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('service-quality-workbench');
          opening.onerror = () => reject(opening.error ?? new Error('not opened'));
          opening.onsuccess = () => {
            const database = opening.result;
            const writing = database.transaction([...new Set(batch.map(({ kind }) => kind))], 'readwrite');
            for (const record of batch) {
              const store = writing.objectStore(record.kind);
              store.put(record);
              for (let copy = 1; copy < times; copy++) store.put({ ...record, id: `${record.id}-${copy}` });
            }
            writing.oncomplete = () => {
              database.close();
              resolve();
            };
            writing.onerror = () => reject(writing.error ?? new Error('not written'));
          };
        }),
      { batch: records.slice(at, at + part), times: copies },
    );
  }
}
