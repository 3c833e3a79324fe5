import type { ArtefactKind } from '../contract';
import { choice, number, plain, reference, text } from '../columns';

/** Lanes from the customer down: the line of interaction lies below `customer`, the line of visibility below `front`. */
export const laneKinds = ['customer', 'front', 'backstage', 'support', 'system'] as const;
export const stepTypes = ['start', 'step', 'decision', 'wait', 'store', 'end'] as const;
/** Adds value for the customer, is needed all the same, or is waste. */
export const valueKinds = ['va', 'nnva', 'nva'] as const;

/**
 * Service blueprint: lanes, steps, and the flows between them.
 *
 * Units  times in minutes, `volume` per day, `yield`, `rework` and `probability` in percent, `cost` in yuan per unit;
 *        `x` and `y` are where a step was put, in the drawing's own unit
 */
export const processMap: ArtefactKind = {
  id: 'processMap',
  phase: 'define',
  fields: [text('scope', { lines: 2 }), text('startEvent'), text('endEvent')],
  lists: [
    { key: 'lanes', columns: [text('name', { required: true }), choice('laneKind', 'laneKind', laneKinds, true)] },
    {
      key: 'steps',
      columns: [
        text('name', { required: true }),
        choice('stepType', 'stepType', stepTypes, true),
        reference('lane', 'processMap.lanes'),
        plain('person', 'owner'),
        number('processMinutes', { min: 0 }),
        number('waitP50', { min: 0 }),
        number('waitP90', { min: 0 }),
        number('staff', { min: 0 }),
        number('volume', { min: 0 }),
        choice('valueKind', 'valueKind', valueKinds),
        number('yield', { min: 0, max: 100 }),
        number('rework', { min: 0, max: 100 }),
        number('defects', { min: 0, whole: true }),
        text('failurePoint'),
        plain('code', 'link'),
        number('cost', { min: 0 }),
        number('x'),
        number('y'),
      ],
    },
    {
      key: 'flows',
      title: 'label',
      columns: [
        reference('from', 'processMap.steps'),
        reference('to', 'processMap.steps'),
        number('probability', { min: 0, max: 100 }),
        text('label'),
      ],
    },
  ],
};
