import type { TableTwin } from '../contract';
import { say } from '../phrases';
import type { SampleSizeOutcome } from './outcome';
import { yields } from './words';

/** One line per size of the curve. */
export function sampleSizeRows({ curve, plan, given, spec, groups }: SampleSizeOutcome): TableTwin {
  const isShare = spec.question === 'share';
  return {
    caption: say(`analyses.sampleSize.table.${yields(spec)}`),
    columns: [
      {
        key: 'n',
        label: say(`analyses.sampleSize.axis.${groups === 2 ? 'perGroup' : 'n'}`),
        format: 'count',
      },
      {
        key: 'value',
        label: say(`analyses.sampleSize.axis.${spec.question}`),
        format: yields(spec) === 'power' ? 'percent' : 'number',
        digits: yields(spec) === 'power' ? 1 : 3,
      },
      { key: 'note', label: say('analyses.sampleSize.table.note'), format: 'text' },
    ],
    rows: curve.map(({ n, value }) => ({
      cells: [
        n,
        isShare ? value * 100 : value,
        n === plan.n
          ? { phrase: say('analyses.sampleSize.word.plan', { n }) }
          : n === given?.n
            ? { phrase: say('analyses.sampleSize.word.given', { n }) }
            : null,
      ],
      ...(n === plan.n ? { emphasis: 'total' as const } : {}),
    })),
  };
}
