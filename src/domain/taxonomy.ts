/** The service-quality gap taxonomy: categories → aspects → links. */

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type QualityEffect = 'expected' | 'experienced' | 'both';
export type ServicePhase = 'pre' | 'in' | 'after';
export type Office = 'front' | 'middle' | 'back';
export type ServiceSide = 'system' | 'staff' | 'process';

export interface TaxonomyCategory {
  readonly code: string;
  readonly name: Bilingual;
  readonly definition: Bilingual;
  readonly owner: Bilingual;
}

export interface TaxonomyAspect {
  readonly code: string;
  readonly category: string;
  readonly name: Bilingual;
  readonly definition: Bilingual;
  /** Question that tells whether the aspect is at work. */
  readonly question: Bilingual;
  /** What to measure to see it. */
  readonly signal?: Bilingual;
}

/** A symptom at a touch-point that a clerk can code from the text. */
export interface TaxonomyLink {
  readonly code: string;
  readonly aspect: string;
  readonly category: string;
  readonly name: Bilingual;
  readonly definition: Bilingual;
  /** Invented complaints, in Chinese. */
  readonly examples: readonly string[];
  /** What the first example says, for readers of English. */
  readonly exampleEn?: string;
  readonly effect: QualityEffect;
  /** 1 inconvenience … 5 safety of money or data, or a compliance line. */
  readonly severity: number;
  /** SERVQUAL dimension; the codes stand in taxonomy/scales.ts. */
  readonly servqual: string;
  readonly servqualSecondary?: string;
  readonly phase: ServicePhase;
  readonly office: Office;
  /** Complaint cause of the regulator, C01…C12. */
  readonly cause: string;
  readonly causeAlternative?: string;
  /** Which of system, staff and process it is laid to. */
  readonly side?: ServiceSide;
  readonly keywords: readonly string[];
  readonly keywordsEn?: readonly string[];
  /** Kept for the rows that carry it, no longer offered for coding. */
  readonly retired?: boolean;
  /** The link that took its place, if one did. */
  readonly replacedBy?: string;
}

export interface Taxonomy {
  readonly id: string;
  /** Semantic version; an edit makes a new one, codes are never reused. */
  readonly version: string;
  readonly categories: readonly TaxonomyCategory[];
  readonly aspects: readonly TaxonomyAspect[];
  readonly links: readonly TaxonomyLink[];
}

/** Reserved code of rows that nobody has coded; outside the links. */
export const uncodedCode = 'U0';

/** A complaint has one primary link and up to so many contributing ones. */
export const maxContributing = 2;

/** What a contributing link counts where the primary one counts 1. */
export const contributingWeight = 0.5;
