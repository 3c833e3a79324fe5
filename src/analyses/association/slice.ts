import type { AnalysisSlice } from '../contract';
import { associationPicture } from './chart';
import { associationFindings } from './findings';
import type { AssociationOutcome } from './outcome';
import { associationRows } from './rows';
import { runAssociation } from './run';
import {
  associationColumns,
  associationDefaults,
  associationSchema,
  parseAssociationSpec,
  type AssociationSpec,
} from './spec';

/** Whether two columns depend on one another, and in which cells that shows. */
export const associationSlice: AnalysisSlice<AssociationSpec, AssociationOutcome> = {
  id: 'association',
  schema: associationSchema,
  defaults: associationDefaults,
  parse: parseAssociationSpec,
  columns: associationColumns,
  run: runAssociation,
  picture: associationPicture,
  rows: associationRows,
  findings: associationFindings,
  cite: ({ test }) => ({ pValue: test.pValue }),
};
