import { describe, expect, it } from 'vitest';
import { itemColumns, withItems } from '../../../src/artefacts/action-items';
import type { ArtefactView } from '../../../src/artefacts/contract';
import { actions } from '../../../src/artefacts/kinds/actions';
import { itemStatuses } from '../../../src/domain/rectification/item';
import { itemIn, only } from '../domain/rectification/support';

const artefact: ArtefactView = {
  id: 'a',
  kind: 'actions',
  title: '',
  owner: '',
  status: 'draft',
  content: {
    fields: {},
    lists: {
      items: [
        {
          id: 'r1',
          cells: { action: '旧题', cause: 'c1', owner: '旧人', actionState: 'running', effectAnalysis: 'x' },
        },
        { id: 'r2', cells: { action: '另一项', actionState: 'open' } },
      ],
    },
  },
};

describe('an action that is a rectification item', () => {
  it('is shown as the item says, and keeps what only the project knows', () => {
    const item = only(itemIn('submitted'));
    const [shown] = withItems([artefact], new Map([['r1', item]]));
    expect(shown.content.lists.items).toEqual([
      {
        id: 'r1',
        cells: {
          action: '高峰增开窗口',
          actionType: 'corrective',
          codes: ['G2.2.1'],
          cause: 'c1',
          owner: '王芳',
          department: '营业部',
          startOn: item.start,
          due: item.due,
          originalDue: item.originalDue,
          progress: 100,
          actionState: 'submitted',
          measure: '等候达标率',
          proof: '排班表.xlsx',
          effectAnalysis: 'x',
        },
      },
      artefact.content.lists.items[1],
    ]);
  });

  it('has a state of actions for every status of items, and only columns that actions have', () => {
    const known = actions.lists[0].columns.map(({ key }) => key);
    expect([...itemColumns].filter((column) => !known.includes(column))).toEqual([]);
    const state = actions.lists[0].columns.find(({ key }) => key === 'actionState');
    for (const status of itemStatuses) {
      const item = { ...only(itemIn('draft')), status };
      const [shown] = withItems([artefact], new Map([['r1', item]]));
      expect(state?.input === 'choice' && state.choices).toContain(shown.content.lists.items[0].cells.actionState);
    }
  });

  it('leaves everything as it is without items', () => {
    expect(withItems([artefact], new Map())).toEqual([artefact]);
  });
});
