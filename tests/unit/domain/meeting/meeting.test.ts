import { describe, expect, it } from 'vitest';
import { buildAgenda, windowSince, type Agenda } from '../../../../src/domain/meeting/agenda';
import {
  agendaPoints,
  decideMeeting,
  emptyMeeting,
  readMeeting,
  type AgendaPoint,
  type MeetingCommand,
  type QualityMeeting,
} from '../../../../src/domain/meeting/meeting';
import { isFigure } from '../../../../src/domain/report/draft-types';
import { selectRows } from '../../../../src/domain/report/rows';
import { formatIsoDate } from '../../../../src/kernel/dates';
import { dayOfDate, event, inputOf, item, noon, outlet } from '../report/support';

function run(...commands: readonly MeetingCommand[]): ReadonlyMap<string, QualityMeeting> {
  const registers = new Map<string, Record<string, { value: unknown }>>();
  let meetings: ReadonlyMap<string, QualityMeeting> = new Map();
  commands.forEach((command, now) => {
    const decided = decideMeeting(meetings, command, { now, by: '王芳' });
    if (!decided.ok) throw new Error(decided.failure.code);
    for (const { id, field, value } of decided.value) registers.set(id, { ...registers.get(id), [field]: { value } });
    meetings = new Map([...registers].map(([id, fields]) => [id, readMeeting(id, fields)]));
  });
  return meetings;
}

function refusal(meetings: ReadonlyMap<string, QualityMeeting>, command: MeetingCommand): string {
  const decided = decideMeeting(meetings, command, { now: 99, by: '王芳' });
  return decided.ok ? 'allowed' : decided.failure.code;
}

const create = {
  kind: 'create',
  id: 'm',
  previous: null,
  meeting: { kind: 'regular', day: 20_600, from: 20_570, to: 20_600 },
} as const;
const hold = { kind: 'hold', id: 'm', snapshot: '{}', digest: 'd' } as const;
const addTopic = (topic: string): MeetingCommand => ({
  kind: 'addTopic',
  id: 'm',
  topic,
  details: { title: `议题 ${topic}`, point: 'items' },
});
const decide = (topic: string, edit = {}): MeetingCommand => ({
  kind: 'editTopic',
  id: 'm',
  topic,
  edit: { decision: '增设窗口', owner: '李强', due: 20_700, type: 'corrective', ...edit },
});
const attend: MeetingCommand = { kind: 'edit', id: 'm', edit: { attendees: ['王芳', '李强'] } };

describe('a meeting', () => {
  it('is held, decided and closed', () => {
    const meetings = run(create, addTopic('a'), addTopic('b'), hold, decide('a'), attend, { kind: 'close', id: 'm' });
    expect(meetings.get('m')).toMatchObject({ status: 'closed', snapshot: '{}', digest: 'd' });
    expect(meetings.get('m')?.topic.map(({ outcome }) => outcome)).toEqual(['decided', 'carried']);
  });

  it('carries what was not decided to the next one, and nothing else', () => {
    const meetings = run(
      create,
      addTopic('a'),
      addTopic('b'),
      hold,
      decide('a'),
      attend,
      { kind: 'close', id: 'm' },
      { ...create, id: 'n', previous: 'm' },
    );
    expect(meetings.get('n')?.topic).toEqual([
      expect.objectContaining({ title: '议题 b', outcome: 'open', carriedFrom: 'm', decision: null, itemId: null }),
    ]);
  });

  it('refuses what would leave the minutes incomplete', () => {
    expect(refusal(run(create), { kind: 'close', id: 'm' })).toBe('meeting-not-held');
    expect(refusal(run(create, hold), { kind: 'close', id: 'm' })).toBe('meeting-attendees-missing');
    expect(refusal(run(create, hold), hold)).toBe('meeting-already-held');
    const ownerless = run(create, addTopic('a'), hold, decide('a', { owner: ' ' }), attend);
    expect(refusal(ownerless, { kind: 'close', id: 'm' })).toBe('meeting-owner-missing');
    const noted = run(create, addTopic('a'), hold, decide('a', { owner: null, type: 'note' }), attend);
    expect(refusal(noted, { kind: 'close', id: 'm' })).toBe('allowed');
    expect(refusal(run(create), { ...addTopic('a'), details: { title: ' ' } } as MeetingCommand)).toBe(
      'meeting-topic-missing',
    );
    expect(refusal(run(create), { kind: 'edit', id: 'm', edit: { from: 20_601 } })).toBe('meeting-dates-reversed');
  });

  it('makes one item of a decision', () => {
    const open = run(create, addTopic('a'));
    expect(refusal(open, { kind: 'raise', id: 'm', topic: 'a', itemId: 'i' })).toBe('meeting-decision-missing');
    const raised = run(create, addTopic('a'), decide('a'), { kind: 'raise', id: 'm', topic: 'a', itemId: 'i' });
    expect(raised.get('m')?.topic[0].itemId).toBe('i');
    expect(refusal(raised, { kind: 'raise', id: 'm', topic: 'a', itemId: 'j' })).toBe('meeting-topic-raised');
    expect(refusal(raised, { kind: 'removeTopic', id: 'm', topic: 'a' })).toBe('meeting-topic-raised');
  });

  it('does not change after the closing, except that a decision can become an item', () => {
    const closed = run(create, addTopic('a'), hold, decide('a'), attend, { kind: 'close', id: 'm' });
    expect(refusal(closed, decide('a'))).toBe('meeting-closed');
    expect(refusal(closed, attend)).toBe('meeting-closed');
    expect(refusal(closed, { kind: 'raise', id: 'm', topic: 'a', itemId: 'i' })).toBe('allowed');
  });

  it('looks at what happened since the last one', () => {
    const last = { ...emptyMeeting('m'), day: dayOfDate('2026-06-01') };
    const days = ({ from, to }: { from: number; to: number }): readonly string[] => [from, to].map(formatIsoDate);
    expect(days(windowSince(last, noon('2026-06-30')))).toEqual(['2026-06-02', '2026-06-30']);
    expect(days(windowSince(null, noon('2026-06-30')))).toEqual(['2026-06-03', '2026-06-30']);
    expect(days(windowSince(last, noon('2026-06-01')))).toEqual(['2026-06-01', '2026-06-01']);
  });
});

const window = { from: dayOfDate('2026-06-03'), to: dayOfDate('2026-06-30') };

function agendaOf(events: ReturnType<typeof event>[], more: Partial<Parameters<typeof buildAgenda>[0]> = {}): Agenda {
  const { clockwork, taxonomy, rules } = inputOf([]);
  return buildAgenda({
    window,
    now: noon('2026-06-30'),
    events,
    clockwork,
    items: [],
    outlets: [],
    taxonomy,
    rules,
    previous: null,
    mask: (text) => text,
    ...more,
  });
}

function lines(agenda: Agenda, point: AgendaPoint): readonly string[] {
  return agenda.points.find((one) => one.point === point)?.lines.map(({ sentence }) => sentence.code) ?? [];
}

/** A steady ledger: so many events on every day from a date to another. */
function steady(from: string, to: string, perDay: number, details = {}): ReturnType<typeof event>[] {
  const days = Array.from({ length: dayOfDate(to) - dayOfDate(from) + 1 }, (_, i) =>
    formatIsoDate(dayOfDate(from) + i),
  );
  return days.flatMap((day) => Array.from({ length: perDay }, () => event(day, day, details)));
}

describe('the agenda', () => {
  it('has its eight points, empty as they may be', () => {
    const agenda = agendaOf([]);
    expect(agenda.points.map(({ point }) => point)).toEqual(agendaPoints);
    expect(agenda.points.flatMap((one) => one.lines)).toEqual([]);
  });

  it('follows the decisions of the last meeting', () => {
    const previous =
      run(create, addTopic('a'), addTopic('b'), hold, decide('a'), decide('b'), {
        kind: 'raise',
        id: 'm',
        topic: 'a',
        itemId: 'i1',
      }).get('m') ?? null;
    const late = item('i1', {
      due: dayOfDate('2026-06-20'),
      originalDue: dayOfDate('2026-06-20'),
      status: 'inProgress',
    });
    expect(lines(agendaOf([], { previous, items: [late] }), 'decisions')).toEqual([
      'agenda-item-overdue',
      'agenda-decision',
    ]);
  });

  it('sees a week that is out of line, and is silent about a steady one', () => {
    // Some events more from week to week, so that the limits have a width.
    const wavy = [
      ...steady('2026-01-01', '2026-06-23', 2),
      ...Array.from({ length: 25 }, (_, week) => formatIsoDate(dayOfDate('2026-06-30') - 7 * week)).flatMap(
        (day, week) => steady(day, day, (week * 3) % 5),
      ),
    ];
    expect(lines(agendaOf([...wavy, ...steady('2026-06-24', '2026-06-30', 2)]), 'signals')).toEqual([]);
    const spike = agendaOf([...wavy, ...steady('2026-06-24', '2026-06-30', 9)]);
    expect(lines(spike, 'signals')).toContain('agenda-signal-above');
  });

  it('calls no category low whose events of the week may only wait to be coded', () => {
    // Between 14 and 18 a week, so that none at all is far below the limits.
    const wavy = [
      ...steady('2026-01-01', '2026-06-23', 2),
      ...Array.from({ length: 24 }, (_, week) => formatIsoDate(dayOfDate('2026-06-23') - 7 * week)).flatMap(
        (day, week) => steady(day, day, (week * 3) % 5),
      ),
    ];
    const last = (details: object) => steady('2026-06-24', '2026-06-30', 2, details);
    expect(lines(agendaOf([...wavy, ...last({ primaryLink: null })]), 'signals')).toEqual([]);
    expect(lines(agendaOf([...wavy, ...last({ primaryLink: 'G3.2.1' })]), 'signals')).toContain('agenda-signal-below');
  });

  it('names aspects whose share moved', () => {
    const moved = agendaOf([
      ...steady('2026-05-06', '2026-06-02', 2),
      ...steady('2026-06-03', '2026-06-30', 1),
      ...steady('2026-06-03', '2026-06-30', 1, { primaryLink: 'G3.1.1' }),
    ]);
    expect(lines(moved, 'movers')).toEqual(['mover-down', 'mover-up']);
  });

  it('puts severe and overdue events, red items, outlets beyond the funnel and what is to be verified', () => {
    const agenda = agendaOf(
      [
        event('2026-06-29', null, { severity: 5 }),
        event('2026-05-01', null, { severity: 2 }),
        event('2026-06-10', '2026-06-12', { improvementIdea: '增设窗口' }),
        event('2026-05-10', '2026-05-12', { improvementIdea: '上期的' }),
      ],
      {
        items: [
          item('red', { due: dayOfDate('2026-06-01'), status: 'inProgress' }),
          item('blue', { status: 'submitted', verifier: '赵敏' }),
          item('green', { due: dayOfDate('2027-06-01'), start: dayOfDate('2026-06-29'), status: 'inProgress' }),
        ],
        outlets: [...Array.from({ length: 9 }, (_, i) => outlet(`网点${i}`, 180, 200)), outlet('差网点', 90, 200)],
      },
    );
    expect(lines(agenda, 'events')).toEqual(['agenda-events', 'agenda-event', 'agenda-event-overdue']);
    expect(lines(agenda, 'items')).toEqual(['agenda-rag']);
    expect(lines(agenda, 'outlets')).toEqual(['agenda-outlet-below']);
    expect(lines(agenda, 'verification')).toEqual(['agenda-verify']);
    expect(lines(agenda, 'proposals')).toEqual(['agenda-proposal']);
  });

  it('shows the numbers of the rows behind them', () => {
    const agenda = agendaOf([
      ...steady('2026-01-01', '2026-06-23', 2),
      ...steady('2026-06-24', '2026-06-30', 9, {
        severity: 5,
        firstReplyAt: null,
        replyAt: null,
        status: 'handling',
        closedAt: null,
      }),
    ]);
    const figures = agenda.points.flatMap((one) =>
      one.lines.flatMap(({ sentence }) => Object.values(sentence.parts).filter(isFigure)),
    );
    const counts = figures.filter(({ value }) => typeof value === 'number');
    expect(counts.length).toBeGreaterThan(1);
    for (const { id, value, queries } of counts) expect(selectRows(agenda.rows, queries[0]).length, id).toBe(value);
  });
});
