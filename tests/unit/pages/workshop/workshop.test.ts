import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/i18n/translator';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';
import { agenda, spanOf, stepAfter, stepOf } from '../../../../src/pages/workshop/agenda';
import { afterKey, isComplete, type Ballot } from '../../../../src/pages/workshop/ballot';
import { minutesOf, votedCauses } from '../../../../src/pages/workshop/minutes';
import { artefactOf, contentOf, projectOf, today } from '../../artefacts/build-project';

describe('the agenda', () => {
  it('fills ninety minutes without a gap', () => {
    expect(agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90);
    agenda.slice(1).forEach(({ id }, index) => expect(spanOf(id)[0]).toBe(spanOf(agenda[index].id)[1]));
    expect(spanOf('coding')).toEqual([45, 60]);
  });

  it('turns by the keys of a presenter, and stops at both ends', () => {
    expect(stepAfter('open', 'PageDown')).toBe('problem');
    expect(stepAfter('problem', 'PageUp')).toBe('open');
    expect([stepAfter('open', 'PageUp'), stepAfter('close', 'PageDown'), stepAfter('map', 'a')]).toEqual([
      null,
      null,
      null,
    ]);
    expect([stepOf('causes'), stepOf('nonsense'), stepOf(undefined)]).toEqual(['causes', 'open', 'open']);
  });
});

describe('a silent vote', () => {
  const fresh: Ballot = { offered: ['G2.2.1', 'G2.3.7'], voters: 2, cast: [] };
  const press = (ballot: Ballot, ...keys: readonly string[]): Ballot =>
    keys.reduce((now, key) => afterKey(now, key) ?? now, ballot);

  it('takes one key of each, and no more', () => {
    expect(press(fresh, '2', '1', '1').cast).toEqual(['G2.3.7', 'G2.2.1']);
    expect([isComplete(press(fresh, '1')), isComplete(press(fresh, '1', '1'))]).toEqual([false, true]);
  });

  it('does nothing at keys without a link, and takes a vote back', () => {
    expect([afterKey(fresh, '3'), afterKey(fresh, '0'), afterKey(fresh, 'x'), afterKey(fresh, 'Backspace')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(press(fresh, '1', 'Backspace', '2').cast).toEqual(['G2.3.7']);
  });
});

describe('the minutes', () => {
  const content = contentOf(
    { heldOn: today },
    {
      attendees: [{ name: '李总', role: '主持' }],
      decisions: [{ decision: '菜单改两层', owner: '王工' }],
      ballotCases: [
        { caseText: '排队太久', ballots: ['G2.2.1', 'G2.2.1'], link: 'G2.2.1' },
        { caseText: '菜单太深', ballots: ['G2.2.1', 'G2.3.7'], link: 'G2.3.7' },
      ],
    },
  );
  const project = projectOf([
    artefactOf(
      'fishbone',
      contentOf({}, { causes: [{ cause: 'a', votes: 2 }, { cause: 'b', votes: 7 }, { cause: 'c' }] }),
    ),
    artefactOf(
      'actions',
      contentOf(
        {},
        {
          items: [
            { action: '旧的', owner: '孙', startOn: today - 30 },
            { action: '新的', owner: '孙', startOn: today, due: today + 9 },
          ],
        },
      ),
    ),
  ]);

  it('name causes by their votes, those without any left out', () => {
    expect(votedCauses(project).map(({ cells }) => cells['cause'])).toEqual(['b', 'a']);
  });

  it('say who came, what was decided, voted and begun that day', () => {
    const parts = minutesOf(content, project, defaultTaxonomy, createTranslator('zh-CN'));
    expect(parts).toHaveLength(5);
    const lines = parts.flatMap((part) => part.lines);
    expect(lines).toContain('李总 · 主持');
    expect(lines).toContain('菜单改两层 · 王工');
    expect(lines.some((line) => line.startsWith('新的 · 孙'))).toBe(true);
    expect(lines.some((line) => line.includes('旧的'))).toBe(false);
    expect(lines.some((line) => line.includes('1/2'))).toBe(true);
  });

  it('leave out what there is nothing of', () => {
    expect(minutesOf(contentOf(), projectOf([]), defaultTaxonomy, createTranslator('en'))).toEqual([]);
  });
});
