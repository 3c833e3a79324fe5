/** What the worker answers, for pages: they see the app layer only. */
export type {
  CheckReply,
  CodingQueueReply,
  DatasetRef,
  InspectReply,
  Overlap,
  RowsReply,
  SuggestionReply,
  ValueCount,
} from '../worker/protocol';
