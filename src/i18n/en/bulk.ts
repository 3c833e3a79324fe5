import type { Shape } from '../shape';
import type { bulk as zh } from '../zh-CN/bulk';

export const bulk = {
  title: 'Many at once',
  chosen: '{n} chosen',
  all: 'Choose all shown',
  clear: 'Choose none',
  do: 'Do it for {n}',
  done: '{n} done.',
  refused: '{n} refused, and why:',
  more: '{n} more are not listed.',
  shut: 'None of the chosen records is in a status that allows this',
  again: 'Code again what is coded already',
  mergeInto: 'All are merged into the one received first; the others keep their records and no longer count.',
  days: 'Due so many days later',
  setOwner: 'Set the owner',
  keys: 'Space chooses, Shift extends, Ctrl+A takes all.',
  before: 'Previous (K)',
  next: 'Next (J)',
  event: {
    code: 'Code',
    accept: 'Take up',
    handOff: 'Hand on',
    markComplex: 'Mark as complex',
    extend: 'Extend',
    waiveCallBack: 'Waive call-back',
    archive: 'Archive',
    withdraw: 'Withdrawn by the customer',
    merge: 'Merge',
    isCase: 'Into the case library',
  },
} satisfies Shape<typeof zh>;
