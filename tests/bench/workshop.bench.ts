import { paretoSlice } from '../../src/analyses/pareto/slice.ts';
import { voteKappa } from '../../src/artefacts/kinds/workshop.ts';
import { createRandom } from '../../src/domain/sample/random.ts';
import { createBitmap } from '../../src/kernel/bitmap.ts';
import { calculateMap } from '../../src/domain/process-map/calculate.ts';
import { afterKey } from '../../src/pages/workshop/ballot.ts';
import { layFishbone } from '../../src/pages/projects/fishbone-layout.ts';
import type { DictionaryColumn, Table } from '../../src/table/column.ts';
import { bench } from '../support/bench.ts';
import { loanMap } from '../support/sample-map.ts';

/** What a room waits for in a workshop of 90 minutes, one contestant for each wait. */
const events = 50_000;
const random = createRandom(1);
const link: DictionaryColumn = {
  layout: 'dictionary',
  type: 'category',
  id: 'c0',
  name: 'link',
  codes: Uint32Array.from({ length: events }, () => Math.floor(random.next() * 57)),
  dictionary: Array.from({ length: 57 }, (_, i) => `G${i}`),
  missing: createBitmap(events),
};
const table: Table = { rows: events, columns: [link] };
const codes = { name: () => undefined, order: () => 0, parent: () => undefined, severity: () => undefined };
const spec = paretoSlice.defaults({ table, codes });
if (!spec.ok) throw new RangeError(`the choice was refused: ${spec.failure.code}`);
if (!paretoSlice.run({ table, codes }, spec.value).ok) throw new RangeError('the Pareto could not be computed');

const voters = 12;
const offered = ['G2.2.1', 'G2.3.7', 'G3.2.4'];
const voted = Array.from({ length: 10 }, () => ({
  cells: { ballots: Array.from({ length: voters }, () => offered[Math.floor(random.next() * 3)]) },
}));
const map = loanMap(40);
const fishbone = {
  fields: {},
  lists: {
    causes: Array.from({ length: 60 }, (_, i) => ({
      id: `c${i}`,
      cells: { cause: `Cause ${i}`, bone: 'people', votes: i },
    })),
  },
};

export default bench({
  name: 'waits of a workshop',
  rounds: 21,
  contestants: {
    'a key of a vote, and kappa of ten cases': () => {
      afterKey({ offered, voters, cast: [] }, '1');
      voteKappa(voted);
    },
    'figures of a map of 40 steps after an edit': () => calculateMap(map),
    'the fishbone of 60 causes after a vote': () => layFishbone(fishbone),
    'a level of the Pareto of 50,000 events': () => paretoSlice.run({ table, codes }, spec.value),
  },
});
