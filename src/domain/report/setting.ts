import type { EventClockwork } from '../events/clocks';
import type { ServiceEvent } from '../events/event';
import type { RectificationItem } from '../rectification/item';
import type { PhraseValue } from '../../kernel/result';
import type { Counted } from '../scorecard/scorecard';
import type { Survey, SurveyAnswer } from '../survey/survey';
import type { TaxonomyIndex } from '../taxonomy/index-of';
import type { Counting } from './counting';
import type { PictureData } from './draft-types';
import type { AnalysisSources } from './analysis-source';
import type { ProjectDocuments } from './case-documents';
import type { DayWindow } from './quarter';

/** A survey with its valid answers of the quarter. */
export interface SurveyWave {
  readonly survey: Survey;
  readonly answers: readonly SurveyAnswer[];
}

export type Period = 'current' | 'previous' | 'lastYear';

/** What every section of a draft looks at. */
export interface ReportSetting {
  readonly counting: Counting;
  readonly windows: Readonly<Record<Period, DayWindow>>;
  /** Whether the ledger had begun by the end of each quarter: before that, no events are no count of 0. */
  readonly recorded: Readonly<Record<Period, boolean>>;
  /** Business volumes where all three were given, else days. */
  readonly exposure: Readonly<Record<Period, number>>;
  readonly hasVolumes: boolean;
  /** Rates are shown per so many units of exposure. */
  readonly per: number;
  readonly name: string;
  readonly names: Readonly<Record<Period, PhraseValue>>;
  readonly monthOf: (epochDay: number) => number;
  readonly index: TaxonomyIndex;
  /** Versions that the events of the quarter were coded with. */
  readonly taxonomyVersions: readonly string[];
  readonly survey: { readonly answers: number; readonly satisfied: Counted } | null;
  readonly waves: readonly SurveyWave[];
  readonly analyses: AnalysisSources;
  readonly documents: readonly ProjectDocuments[];
  readonly hasAgreement: boolean;
  readonly funnel: PictureData | null;
  readonly events: readonly ServiceEvent[];
  readonly items: readonly RectificationItem[];
  readonly eventsIn: (window: DayWindow) => readonly ServiceEvent[];
  readonly clockwork: EventClockwork;
  readonly asOf: number;
  /** Takes personal data out of a text. */
  readonly mask: (text: string) => string;
}
