import { reference, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Finding } from '../contract';
import { doubtful } from '../finding';

const fewestSteps = 4;
const mostSteps = 7;

/** Suppliers, inputs, process in four to seven steps, outputs, customers. */
export const sipoc: ArtefactKind = {
  id: 'sipoc',
  phase: 'define',
  fields: [],
  lists: [
    { key: 'suppliers', columns: [text('name', { required: true })] },
    { key: 'inputs', columns: [text('name', { required: true }), text('spec')] },
    { key: 'process', columns: [text('name', { required: true })] },
    { key: 'customers', columns: [text('name', { required: true })] },
    {
      key: 'outputs',
      columns: [text('name', { required: true }), text('spec'), reference('customer', 'sipoc.customers')],
    },
  ],

  check(content) {
    const found: Finding[] = [];
    const steps = rowsOf(content, 'process').length;
    if (steps > 0 && (steps < fewestSteps || steps > mostSteps))
      found.push(doubtful('stepsOutside', { list: 'process' }, { n: steps, min: fewestSteps, max: mostSteps }));
    for (const { id, cells } of rowsOf(content, 'outputs')) {
      if (textOf(cells, 'customer') === '')
        found.push(doubtful('outputWithoutCustomer', { list: 'outputs', row: id, column: 'customer' }));
    }
    return found;
  },
};
