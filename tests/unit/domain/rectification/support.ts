import {
  applyToItems,
  decideItem,
  type ItemCommand,
  type ItemDetails,
  type ItemDoing,
  type ItemState,
} from '../../../../src/domain/rectification/commands';
import type { RectificationItem } from '../../../../src/domain/rectification/item';
import { msPerDay, toEpochDay } from '../../../../src/kernel/dates';

export const day = (text: string): number => {
  const [year, month, date] = text.split('-').map(Number);
  return toEpochDay(year, month, date);
};
export const noon = (text: string): number => day(text) * msPerDay + msPerDay / 2;
export const by = (name: string, date: string): ItemDoing => ({ now: noon(date), by: name });

export const emptyItems: ItemState = { items: new Map(), watchDays: 90 };
export const details: ItemDetails = {
  title: '高峰增开窗口',
  type: 'corrective',
  origin: 'cluster',
  links: ['G2.2.1'],
  rootCause: '发薪日窗口不足',
  owner: '王芳',
  department: '营业部',
  start: day('2026-03-02'),
  due: day('2026-04-01'),
  metric: '等候达标率',
  test: 'share',
  direction: 'higher',
  baselineValue: 80,
  baselineN: 500,
  target: 88,
  neededN: 300,
};
export const evidence = { kind: 'file' as const, name: '排班表.xlsx', digest: 'a'.repeat(64), bytes: 10, note: '' };

/** Runs commands; the code of each refusal, or null. */
export function run(
  state: ItemState,
  steps: readonly (readonly [ItemCommand, ItemDoing])[],
): { readonly state: ItemState; readonly codes: readonly (string | null)[] } {
  const codes: (string | null)[] = [];
  let current = state;
  for (const [command, doing] of steps) {
    const decided = decideItem(current, command, doing);
    codes.push(decided.ok ? null : decided.failure.code);
    if (decided.ok) current = { ...current, items: applyToItems(current.items, decided.value) };
  }
  return { state: current, codes };
}

export function refusal(state: ItemState, command: ItemCommand, doing: ItemDoing): string | null {
  const decided = decideItem(state, command, doing);
  return decided.ok ? null : decided.failure.code;
}

export function only(state: ItemState): RectificationItem {
  const item = state.items.get('i');
  if (!item) throw new Error('no item');
  return item;
}

/** The shortest way from a draft to the closing and back. */
export const way: readonly (readonly [ItemCommand, ItemDoing])[] = [
  [{ kind: 'create', id: 'i', details }, by('王芳', '2026-03-01')],
  [{ kind: 'open', id: 'i' }, by('王芳', '2026-03-02')],
  [{ kind: 'start', id: 'i' }, by('王芳', '2026-03-03')],
  [{ kind: 'addEvidence', id: 'i', evidence }, by('王芳', '2026-03-20')],
  [{ kind: 'submit', id: 'i' }, by('王芳', '2026-03-21')],
  [{ kind: 'beginVerification', id: 'i', verifier: '赵敏', afterFrom: day('2026-03-21') }, by('李强', '2026-03-22')],
  [
    { kind: 'close', id: 'i', proposed: 'effective', verdict: 'effective', note: '达标', effectData: '{}' },
    by('赵敏', '2026-04-25'),
  ],
  [{ kind: 'reopen', id: 'i', reason: '再次超限' }, by('赵敏', '2026-05-20')],
];
const steps = { draft: 1, open: 2, inProgress: 3, submitted: 5, verifying: 6, closed: 7, reopened: 8 };

/** An item led to a status by the shortest way. */
export function itemIn(status: keyof typeof steps | 'returned' | 'onHold' | 'cancelled'): ItemState {
  if (status === 'returned') {
    const sent: ItemCommand = { kind: 'sendBack', id: 'i', proposed: 'noChange', note: '未见变化', effectData: '{}' };
    return run(itemIn('verifying'), [[sent, by('赵敏', '2026-04-20')]]).state;
  }
  if (status === 'onHold' || status === 'cancelled') {
    const kind = status === 'onHold' ? 'hold' : 'cancel';
    return run(itemIn('inProgress'), [
      [{ kind, id: 'i', reason: '等系统', approver: '行长' }, by('王芳', '2026-03-10')],
    ]).state;
  }
  const done = run(emptyItems, way.slice(0, steps[status]));
  if (done.codes.some((code) => code !== null)) throw new Error(done.codes.join());
  return done.state;
}
