import { newId } from '../kernel/ids';
import type { Failure, Result } from '../kernel/result';
import type { FieldChange } from '../domain/registers';
import { sampleDaily } from '../domain/sample/daily';
import type { Translator } from '../i18n/translator';
import type { Change } from '../store/types';
import { wallNow } from './quality-records';
import type { QualitySession } from './quality-session.svelte';
import type { Workbench } from './workbench.svelte';

/**
 * Fills the ledger, the board and the scorecards with the invented records of the sample, in one act that one undo takes
 * away.
 */
export function openSampleDaily(
  workbench: Workbench,
  quality: QualitySession,
  { locale }: Pick<Translator, 'locale'>,
): Promise<Result<null, Failure>> {
  const daily = sampleDaily(quality.eventState, locale === 'en' ? 'en' : 'zh', wallNow(), () => newId());
  const of = (kind: 'event' | 'item', changes: readonly FieldChange[]): Change[] =>
    changes.map((change) => ({ kind, ...change }));
  const outlets = [...daily.quarters].flatMap(([quarter, list]) =>
    list.map((outlet): Change => ({
      kind: 'outletQuarter',
      id: `${quarter} ${outlet.id}`,
      field: 'measured',
      value: { ...outlet },
    })),
  );
  const changes = [...of('event', daily.events), ...of('item', daily.items), ...outlets];
  return workbench.commit(changes, { code: 'sampleDaily' }, { durability: 'strict' });
}
