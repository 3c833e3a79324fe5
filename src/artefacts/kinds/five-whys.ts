import { isOn, plain, reference, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Finding } from '../contract';
import { doubtful } from '../finding';

const fewestLevels = 3;

/** One chain of whys, down to a cause that somebody can control. */
export const fiveWhys: ArtefactKind = {
  id: 'fiveWhys',
  phase: 'analyze',
  fields: [
    text('problem', { lines: 2, required: true }),
    reference('cause', 'fishbone.causes'),
    text('rootCause', { lines: 2, required: true }),
    plain('switch', 'controllable'),
    plain('code', 'link'),
  ],
  lists: [
    {
      key: 'whys',
      columns: [
        text('why', { required: true }),
        text('proof'),
        plain('analysis', 'evidence'),
        plain('switch', 'assumed'),
      ],
    },
  ],

  check(content) {
    const whys = rowsOf(content, 'whys');
    const found: Finding[] = [];
    if (whys.length > 0 && whys.length < fewestLevels)
      found.push(doubtful('whysTooFew', { list: 'whys' }, { n: whys.length, needed: fewestLevels }));
    for (const { id, cells } of whys) {
      if (textOf(cells, 'proof') === '' && textOf(cells, 'evidence') === '' && !isOn(cells, 'assumed'))
        found.push(doubtful('whyWithoutEvidence', { list: 'whys', row: id, column: 'proof' }));
    }
    if (textOf(content.fields, 'rootCause') !== '' && !isOn(content.fields, 'controllable'))
      found.push(doubtful('rootNotControllable', { field: 'controllable' }));
    return found;
  },
};
