import type { Quarter } from '../domain/scorecard/quarters';
import { OutletScores, type OutletAt, type ScoredQuarter } from './outlet-scores';
import type { QualitySession } from './quality-session.svelte';
import type { ServiceRecords } from './service-records.svelte';

/** The scorecards of outlets, put together from tables, surveys, the ledger and monitoring, as they are now. */
export class OutletSession {
  readonly #records: ServiceRecords;
  readonly #quality: QualitySession;

  readonly #scores: OutletScores = $derived.by(() => {
    const { tables, falsified, surveys, answers, checks, versions } = this.#records;
    const { eventList: events, eventState: clockwork, now } = this.#quality;
    return new OutletScores({ tables, falsified, events, surveys, answers, checks, versions, clockwork, now });
  });

  constructor(records: ServiceRecords, quality: QualitySession) {
    this.#records = records;
    this.#quality = quality;
  }

  /** Quarters with anything recorded, the latest first. */
  get quarters(): readonly Quarter[] {
    return this.#scores.quarters;
  }

  /** A quarter with its scorecard; null where nothing was recorded. */
  scored(quarter: Quarter): ScoredQuarter | null {
    return this.#scores.scored(quarter);
  }

  /** Quarters in which an outlet was recorded, the earliest first. */
  history(id: string): readonly OutletAt[] {
    return this.#scores.history(id);
  }
}
