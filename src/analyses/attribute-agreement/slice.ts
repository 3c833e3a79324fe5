import type { AnalysisSlice } from '../contract';
import { agreementPicture } from './chart';
import { citeAgreement } from './cite';
import { agreementFindings } from './findings';
import type { AgreementOutcome } from './outcome';
import { agreementRows } from './rows';
import { runAgreement } from './run';
import { agreementColumns, agreementDefaults, agreementSchema, parseAgreementSpec, type AgreementSpec } from './spec';

/** Whether people who judge the same cases come to the same answer: coders of complaints, quality checkers. */
export const attributeAgreementSlice: AnalysisSlice<AgreementSpec, AgreementOutcome> = {
  id: 'attributeAgreement',
  schema: agreementSchema,
  defaults: agreementDefaults,
  parse: parseAgreementSpec,
  columns: agreementColumns,
  run: runAgreement,
  picture: agreementPicture,
  rows: agreementRows,
  findings: agreementFindings,
  cite: citeAgreement,
};
