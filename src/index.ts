// The library: what `import … from 'mailtop'` gives.
export { analyze, readEvents, type AnalyzeOptions } from './library.ts';
export { explainReply, type ReplyExplanation } from './classify/explain-reply.ts';
export { MailtopError } from './model/errors.ts';
export type {
  AuthFacts,
  AuthOutcome,
  Direction,
  EventKind,
  MailEvent,
  MtaName,
  Stage,
  Status,
  StorageKind,
} from './model/event.ts';
export type { Family, Reason } from './model/reason.ts';
export type { Finding, Snapshot } from './model/snapshot.ts';
