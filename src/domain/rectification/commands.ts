import { fail, ok, type Failure, type PhraseParams, type Result } from '../../kernel/result';
import { dayOf } from '../calendar/calendar';
import { isSamePerson } from '../events/commands';
import { writeAll, type FieldChange, type Plain } from '../registers';
import {
  editableItemFields,
  emptyItem,
  itemShape,
  type EditableItemField,
  type evidenceKinds,
  type ItemAction,
  type ItemField,
  type ItemStatus,
  type RectificationItem,
  type Verdict,
} from './item';
import { isWatchOver, lockOf, statusesFor } from './guards';

/** Everything that the guards look at. */
export interface ItemState {
  readonly items: ReadonlyMap<string, RectificationItem>;
  /** Days after the closing in which a recurrence reopens an item. */
  readonly watchDays: number;
}

export const defaultWatchDays = 90;

/** Who does it and when, on the wall clock. */
export interface ItemDoing {
  readonly now: number;
  readonly by: string;
}

export type ItemDetails = Partial<Pick<RectificationItem, EditableItemField>>;

export interface EvidenceFile {
  readonly kind: (typeof evidenceKinds)[number];
  readonly name: string;
  /** SHA-256, hexadecimal; empty for a written re-check that is a note only. */
  readonly digest: string;
  readonly bytes: number;
  readonly note: string;
}

/** One act on the items; plain data. */
export type ItemCommand = { readonly id: string } & (
  | { readonly kind: 'create'; readonly details: ItemDetails }
  | { readonly kind: 'edit'; readonly details: ItemDetails }
  | { readonly kind: 'open' }
  | { readonly kind: 'start' }
  | { readonly kind: 'setProgress'; readonly percent: number }
  | { readonly kind: 'addMilestone'; readonly title: string; readonly due: number | null }
  | { readonly kind: 'setMilestone'; readonly milestone: string; readonly done: boolean }
  | { readonly kind: 'addEvidence'; readonly evidence: EvidenceFile }
  | { readonly kind: 'addBlocker'; readonly text: string }
  | { readonly kind: 'resolveBlocker'; readonly blocker: string }
  | { readonly kind: 'extend'; readonly due: number; readonly approver: string; readonly reason: string }
  | { readonly kind: 'submit' }
  | { readonly kind: 'beginVerification'; readonly verifier: string; readonly afterFrom: number }
  | {
      readonly kind: 'close';
      readonly proposed: Verdict;
      readonly verdict: Verdict;
      readonly note: string;
      readonly effectData: string;
    }
  | {
      readonly kind: 'sendBack';
      readonly proposed: Verdict;
      readonly note: string;
      readonly effectData: string;
    }
  | { readonly kind: 'hold' | 'cancel'; readonly reason: string; readonly approver: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'reopen'; readonly reason: string }
);

export type ItemFailureCode =
  | 'item-unknown'
  | 'item-exists'
  | 'item-title-missing'
  | 'item-value-invalid'
  | 'item-field-missing'
  | 'item-cause-missing'
  | 'item-plan-missing'
  | 'item-plan-locked'
  | 'item-target-side'
  | 'item-dates-reversed'
  | 'item-due-locked'
  | 'item-wrong-status'
  | 'item-closed'
  | 'item-milestones-open'
  | 'item-milestone-unknown'
  | 'item-milestone-missing'
  | 'item-evidence-missing'
  | 'item-evidence-empty'
  | 'item-blocker-unknown'
  | 'item-extension-not-later'
  | 'item-verifier-missing'
  | 'item-verifier-is-owner'
  | 'item-after-too-early'
  | 'item-not-the-verifier'
  | 'item-note-missing'
  | 'item-verdict-missing'
  | 'item-verdict-not-good'
  | 'item-reason-missing'
  | 'item-approver-missing'
  | 'item-watch-over';

type Refusal = { readonly ok: false; readonly failure: Failure<ItemFailureCode> };
type Changed = Result<readonly FieldChange[], Failure<ItemFailureCode>>;

const editable: ReadonlySet<string> = new Set(editableItemFields);

/**
 * What an act changes, or the guard that forbids it. Nothing is changed in place.
 *
 * The flow is draft → open → inProgress → submitted → verifying → closed; what is not proven is returned, and what
 * comes back within the watch is reopened.
 */
export function decideItem(state: ItemState, command: ItemCommand, doing: ItemDoing): Changed {
  if (command.kind === 'create') return create(state, command.id, command.details, doing);
  const item = state.items.get(command.id);
  if (!item) return fail('item-unknown', { id: command.id });
  if (command.kind === 'edit') return edit(item, command.details, doing);
  const allowed = statusesFor[command.kind];
  if (item.status === null || !allowed.includes(item.status)) return wrongStatus(item, allowed);
  switch (command.kind) {
    case 'open':
      return open(item, doing);
    case 'start':
      return ok([set(item, 'start', item.start ?? dayOf(doing.now)), ...moveTo(item, 'inProgress', doing, 'start')]);
    case 'setProgress':
      return setProgress(item, command.percent, doing);
    case 'addMilestone':
      return command.title.trim() === ''
        ? fail('item-milestone-missing')
        : ok([entry(item, 'milestone', doing, { title: command.title.trim(), due: command.due, doneAt: null })]);
    case 'setMilestone':
      return setMilestone(item, command, doing);
    case 'addEvidence':
      return addEvidence(item, command.evidence, doing);
    case 'addBlocker':
      return command.text.trim() === ''
        ? fail('item-reason-missing')
        : ok([
            entry(item, 'blocker', doing, { text: command.text.trim(), resolvedAt: null }),
            log(item, doing, 'block', { note: command.text.trim() }),
          ]);
    case 'resolveBlocker':
      return resolveBlocker(item, command.blocker, doing);
    case 'extend':
      return extend(item, command, doing);
    case 'submit':
      return submit(item, doing);
    case 'beginVerification':
      return beginVerification(item, command, doing);
    case 'close':
      return close(state, item, command, doing);
    case 'sendBack':
      return sendBack(item, command, doing);
    case 'hold':
      return approved(command, (reason, approver) =>
        ok([
          set(item, 'heldFrom', item.status),
          set(item, 'heldSince', doing.now),
          set(item, 'statusReason', reason),
          set(item, 'approver', approver),
          ...moveTo(item, 'onHold', doing, 'hold', reason),
        ]),
      );
    case 'resume':
      return ok([
        set(item, 'heldFrom', null),
        set(item, 'heldSince', null),
        ...moveTo(item, item.heldFrom ?? 'draft', doing, 'resume'),
      ]);
    case 'cancel':
      return approved(command, (reason, approver) =>
        ok([
          set(item, 'heldFrom', null),
          set(item, 'heldSince', null),
          set(item, 'statusReason', reason),
          set(item, 'approver', approver),
          ...moveTo(item, 'cancelled', doing, 'cancel', reason),
        ]),
      );
    case 'reopen':
      return reopen(item, command.reason, doing);
  }
}

/** The items after changes; the map given stays as it was. */
export function applyToItems(
  items: ReadonlyMap<string, RectificationItem>,
  changes: readonly FieldChange[],
): ReadonlyMap<string, RectificationItem> {
  return writeAll(itemShape, items, changes);
}

/** What is still missing before an item can be opened; the first of it. */
export function missingToOpen(item: RectificationItem): Refusal | null {
  for (const field of ['owner', 'due'] as const) {
    if (item[field] === null) return missing('item-field-missing', field);
  }
  if (item.rootCause === null && item.decisionRef === null) return fail('item-cause-missing');
  for (const field of ['metric', 'test', 'direction', 'baselineValue', 'target', 'neededN'] as const) {
    if (item[field] === null) return missing('item-plan-missing', field);
  }
  return checkTarget(item);
}

function missing(code: 'item-field-missing' | 'item-plan-missing', field: ItemField): Refusal {
  return fail(code, { field: { as: 'term', key: `rectification.field.${field}` } });
}

/** The target lies on the side of the baseline that counts as better. */
function checkTarget({ direction, baselineValue, target }: RectificationItem): Refusal | null {
  if (direction === null || baselineValue === null || target === null) return null;
  const isBetter = direction === 'higher' ? target > baselineValue : target < baselineValue;
  return isBetter ? null : fail('item-target-side', { target, baseline: baselineValue });
}

function set(item: { readonly id: string }, field: ItemField, value: Plain): FieldChange {
  return { id: item.id, field, value };
}

function entry(
  item: RectificationItem,
  list: 'milestone' | 'evidence' | 'extension' | 'blocker' | 'log',
  doing: ItemDoing,
  value: Readonly<Record<string, Plain>>,
  offset = 0,
): FieldChange {
  const id = `${doing.now.toString(36)}-${item[list].length + offset}`;
  const who: Readonly<Record<string, Plain>> = list === 'milestone' ? {} : { by: doing.by };
  return { id: item.id, field: `${list}.${id}`, value: { at: doing.now, ...who, ...value } };
}

function log(
  item: RectificationItem,
  doing: ItemDoing,
  action: ItemAction,
  more: Readonly<Record<string, Plain>> = {},
  offset = 0,
): FieldChange {
  return entry(item, 'log', doing, { action, ...more }, offset);
}

function moveTo(
  item: RectificationItem,
  status: ItemStatus,
  doing: ItemDoing,
  action: ItemAction,
  note: string | null = null,
): readonly FieldChange[] {
  return [
    set(item, 'status', status),
    log(item, doing, action, { field: 'status', before: item.status, after: status, note }),
  ];
}

function wrongStatus(item: RectificationItem, allowed: readonly ItemStatus[]): Refusal {
  const params: PhraseParams = {
    title: item.title ?? item.id,
    status: { as: 'term', key: `rectification.status.${item.status ?? 'draft'}` },
    allowed: { as: 'list', items: allowed.map((status) => ({ as: 'term', key: `rectification.status.${status}` })) },
  };
  return fail('item-wrong-status', params);
}

function approved(
  { reason, approver }: { readonly reason: string; readonly approver: string },
  then: (reason: string, approver: string) => Changed,
): Changed {
  if (reason.trim() === '') return fail('item-reason-missing');
  if (approver.trim() === '') return fail('item-approver-missing');
  return then(reason.trim(), approver.trim());
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function clean(details: ItemDetails): [EditableItemField, Plain][] {
  return (Object.entries(details) as [EditableItemField, Plain][]).map(([field, value]) => [
    field,
    isEmpty(value) ? null : typeof value === 'string' ? value.trim() : value,
  ]);
}

function checkDetails(details: ItemDetails): Refusal | null {
  const wrong = (field: string): Refusal =>
    fail('item-value-invalid', { field: { as: 'term', key: `rectification.field.${field}` } });
  for (const [field, value] of Object.entries(details)) {
    if (!editable.has(field)) return wrong(field);
    if (value === null || value === undefined) continue;
    const kind = itemShape.fields[field as EditableItemField];
    if (Array.isArray(kind) && !(kind as readonly unknown[]).includes(value)) return wrong(field);
    if (kind === 'number' && !(typeof value === 'number' && Number.isFinite(value))) return wrong(field);
  }
  for (const field of ['cost', 'neededN', 'baselineN'] as const) {
    if ((details[field] ?? 0) < 0) return wrong(field);
  }
  return null;
}

function checkDates({ start, due }: Pick<RectificationItem, 'start' | 'due'>): Refusal | null {
  return start !== null && due !== null && due < start ? fail('item-dates-reversed') : null;
}

function create(state: ItemState, id: string, details: ItemDetails, doing: ItemDoing): Changed {
  if (state.items.has(id)) return fail('item-exists', { id });
  if (isEmpty(details.title)) return fail('item-title-missing');
  const wrong = checkDetails(details) ?? checkDates({ start: details.start ?? null, due: details.due ?? null });
  if (wrong) return wrong;
  const item = emptyItem(id);
  return ok([
    set(item, 'status', 'draft'),
    set(item, 'progress', 0),
    set(item, 'reopenedCount', 0),
    set(item, 'createdAt', doing.now),
    set(item, 'createdBy', doing.by),
    ...clean(details)
      .filter(([, value]) => value !== null)
      .map(([field, value]) => set(item, field, value)),
    log(item, doing, 'create', { after: 'draft' }),
  ]);
}

function edit(item: RectificationItem, details: ItemDetails, doing: ItemDoing): Changed {
  const wrong = checkDetails(details);
  if (wrong) return wrong;
  const changed = clean(details).filter(([field, value]) => JSON.stringify(item[field]) !== JSON.stringify(value));
  const locks = changed.map(([field]) => ({ field, lock: lockOf(item, field) }));
  if (locks.some(({ lock }) => lock === 'over')) return fail('item-closed', { title: item.title ?? item.id });
  const fixed = locks.find(({ lock }) => lock === 'plan');
  if (fixed) return fail('item-plan-locked', { field: { as: 'term', key: `rectification.field.${fixed.field}` } });
  if (locks.some(({ lock }) => lock === 'due')) return fail('item-due-locked');
  const isOpened = item.openedAt !== null;
  const next = { ...item, ...Object.fromEntries(changed) } as RectificationItem;
  if (next.title === null) return fail('item-title-missing');
  if (isOpened) {
    if (next.owner === null) return missing('item-field-missing', 'owner');
    if (next.rootCause === null && next.decisionRef === null) return fail('item-cause-missing');
  }
  if (next.owner !== null && isSamePerson(next.owner, next.verifier)) {
    return fail('item-verifier-is-owner', { name: next.owner });
  }
  const reversed = checkDates(next);
  if (reversed) return reversed;
  const say = (value: Plain): string | null => (value === null ? null : typeof value === 'object' ? '' : String(value));
  return ok(
    changed.flatMap(([field, value], index) => [
      set(item, field, value),
      log(item, doing, 'edit', { field, before: say(item[field] as Plain), after: say(value) }, index),
    ]),
  );
}

function open(item: RectificationItem, doing: ItemDoing): Changed {
  const refused = missingToOpen(item);
  if (refused) return refused;
  return ok([
    set(item, 'originalDue', item.due),
    set(item, 'openedAt', doing.now),
    set(item, 'start', item.start ?? dayOf(doing.now)),
    ...moveTo(item, 'open', doing, 'open'),
  ]);
}

function setProgress(item: RectificationItem, percent: number, doing: ItemDoing): Changed {
  if (!(percent >= 0 && percent <= 100)) {
    return fail('item-value-invalid', { field: { as: 'term', key: 'rectification.field.progress' } });
  }
  const before = String(item.progress ?? 0);
  return ok([
    set(item, 'progress', percent),
    log(item, doing, 'progress', { field: 'progress', before, after: String(percent) }),
  ]);
}

function setMilestone(
  item: RectificationItem,
  { milestone, done }: Extract<ItemCommand, { kind: 'setMilestone' }>,
  doing: ItemDoing,
): Changed {
  const known = item.milestone.find(({ id }) => id === milestone);
  if (!known) return fail('item-milestone-unknown');
  const { at, title, due } = known;
  const doneAt = done ? (known.doneAt ?? doing.now) : null;
  return ok([{ id: item.id, field: `milestone.${milestone}`, value: { at, title, due, doneAt } }]);
}

function addEvidence(item: RectificationItem, evidence: EvidenceFile, doing: ItemDoing): Changed {
  const isNote = evidence.kind === 'writtenRecheck' && evidence.note.trim() !== '';
  if (!isNote && (evidence.name.trim() === '' || !/^[0-9a-f]{64}$/.test(evidence.digest))) {
    return fail('item-evidence-empty');
  }
  return ok([entry(item, 'evidence', doing, { ...evidence })]);
}

function resolveBlocker(item: RectificationItem, id: string, doing: ItemDoing): Changed {
  const blocker = item.blocker.find((one) => one.id === id);
  if (!blocker) return fail('item-blocker-unknown');
  const { at, by, text } = blocker;
  return ok([
    { id: item.id, field: `blocker.${id}`, value: { at, by, text, resolvedAt: blocker.resolvedAt ?? doing.now } },
    log(item, doing, 'unblock', { note: text }),
  ]);
}

function extend(item: RectificationItem, command: Extract<ItemCommand, { kind: 'extend' }>, doing: ItemDoing): Changed {
  return approved(command, (reason, approver) => {
    if (!(Number.isInteger(command.due) && command.due > (item.due ?? 0))) return fail('item-extension-not-later');
    return ok([
      set(item, 'due', command.due),
      entry(item, 'extension', doing, { from: item.due, to: command.due, approver, reason }),
      log(item, doing, 'extend', { field: 'due', before: String(item.due), after: String(command.due), note: reason }),
    ]);
  });
}

function submit(item: RectificationItem, doing: ItemDoing): Changed {
  const open = item.milestone.filter(({ doneAt }) => doneAt === null).length;
  if (open > 0) return fail('item-milestones-open', { count: open });
  if (currentEvidence(item).length === 0) return fail('item-evidence-missing');
  return ok([
    set(item, 'progress', 100),
    set(item, 'submittedAt', doing.now),
    ...moveTo(item, 'submitted', doing, 'submit'),
  ]);
}

/** Evidence of the present round: what was shown before a return or a reopening proved nothing. */
export function currentEvidence(item: RectificationItem): RectificationItem['evidence'] {
  const last = item.log.filter(({ action }) => action === 'return' || action === 'reopen').at(-1)?.at ?? -Infinity;
  return item.evidence.filter(({ at }) => (at ?? 0) > last);
}

function beginVerification(
  item: RectificationItem,
  command: Extract<ItemCommand, { kind: 'beginVerification' }>,
  doing: ItemDoing,
): Changed {
  const verifier = command.verifier.trim();
  if (verifier === '') return fail('item-verifier-missing');
  if (isSamePerson(verifier, item.owner)) return fail('item-verifier-is-owner', { name: verifier });
  if (!(Number.isInteger(command.afterFrom) && command.afterFrom >= (item.start ?? command.afterFrom + 1))) {
    return fail('item-after-too-early');
  }
  return ok([
    set(item, 'verifier', verifier),
    set(item, 'afterFrom', command.afterFrom),
    ...moveTo(item, 'verifying', doing, 'verify', verifier),
  ]);
}

const good: ReadonlySet<Verdict> = new Set(['effective', 'partial']);

function judged(
  item: RectificationItem,
  { note, effectData, proposed }: { readonly note: string; readonly effectData: string; readonly proposed: Verdict },
  doing: ItemDoing,
): Refusal | null {
  if (!isSamePerson(doing.by, item.verifier)) return fail('item-not-the-verifier', { name: item.verifier ?? '' });
  if (note.trim() === '') return fail('item-note-missing');
  return effectData.trim() === '' || (proposed as string) === '' ? fail('item-verdict-missing') : null;
}

function close(
  state: ItemState,
  item: RectificationItem,
  command: Extract<ItemCommand, { kind: 'close' }>,
  doing: ItemDoing,
): Changed {
  const refused = judged(item, command, doing);
  if (refused) return refused;
  // The verifier may be stricter than the figures, never more generous.
  if (!good.has(command.proposed) || !good.has(command.verdict)) return fail('item-verdict-not-good');
  if (command.proposed === 'partial' && command.verdict === 'effective') return fail('item-verdict-not-good');
  return ok([
    set(item, 'proposed', command.proposed),
    set(item, 'verdict', command.verdict),
    set(item, 'verdictNote', command.note.trim()),
    set(item, 'effectData', command.effectData),
    set(item, 'closedAt', doing.now),
    set(item, 'watchUntil', dayOf(doing.now) + state.watchDays),
    ...moveTo(item, 'closed', doing, 'close', command.note.trim()),
  ]);
}

function sendBack(
  item: RectificationItem,
  command: Extract<ItemCommand, { kind: 'sendBack' }>,
  doing: ItemDoing,
): Changed {
  const refused = judged(item, command, doing);
  if (refused) return refused;
  return ok([
    set(item, 'proposed', command.proposed),
    set(item, 'verdict', command.proposed),
    set(item, 'verdictNote', command.note.trim()),
    set(item, 'effectData', command.effectData),
    set(item, 'verifier', null),
    ...moveTo(item, 'returned', doing, 'return', command.note.trim()),
  ]);
}

function reopen(item: RectificationItem, reason: string, doing: ItemDoing): Changed {
  if (reason.trim() === '') return fail('item-reason-missing');
  if (item.watchUntil !== null && isWatchOver(item, dayOf(doing.now))) {
    return fail('item-watch-over', { last: { as: 'date', epochDay: item.watchUntil } });
  }
  return ok([
    set(item, 'reopenedCount', (item.reopenedCount ?? 0) + 1),
    set(item, 'closedAt', null),
    set(item, 'watchUntil', null),
    set(item, 'verdict', null),
    set(item, 'verifier', null),
    set(item, 'statusReason', reason.trim()),
    ...moveTo(item, 'reopened', doing, 'reopen', reason.trim()),
  ]);
}
