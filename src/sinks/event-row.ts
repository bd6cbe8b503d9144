// An event as the outside sees it: `mailtop events`, contract section 3. What is not known is null, never absent.
import type { MailEvent } from '../model/event.ts';
import { isoTime } from '../model/iso-time.ts';

/** One object of `mailtop events`. */
export interface EventRow {
  file: string;
  line: number;
  time: string | null;
  mta: string;
  host: string | null;
  program: string | null;
  pid: number | null;
  kind: string;
  queue_id: string | null;
  direction: string | null;
  reply_code: number | null;
  enhanced_code: string | null;
  implied_code: number | null;
  stage: string | null;
  reply_text: string | null;
  reason: string | null;
  rule: string | null;
  status: string | null;
  auth: EventAuthRow | null;
  storage: string | null;
  client_ip: string | null;
  client_host: string | null;
  account: string | null;
  sender: string | null;
  recipient: string | null;
  relay: string | null;
  size: number | null;
  delay: number | null;
  message_id: string | null;
  related_id: string | null;
  /** How often the line happened. */
  repeat: number;
  text: string;
}

export interface EventAuthRow {
  mechanism: string | null;
  username: string | null;
  outcome: string;
  client_ip: string | null;
  /** 334 replies that the line proves. */
  challenges: number;
}

export function eventRow(event: MailEvent): EventRow {
  const auth = event.auth;
  return {
    file: event.file,
    line: event.line,
    time: isoTime(event.time),
    mta: event.mta,
    host: event.host,
    program: event.program,
    pid: event.pid,
    kind: event.kind,
    queue_id: event.queueId,
    direction: event.direction,
    reply_code: event.replyCode,
    enhanced_code: event.enhancedCode,
    implied_code: event.impliedCode,
    stage: event.stage,
    reply_text: event.replyText,
    reason: event.reason,
    rule: event.rule,
    status: event.status,
    auth:
      auth === null
        ? null
        : {
            mechanism: auth.mechanism,
            username: auth.username,
            outcome: auth.outcome,
            client_ip: auth.clientIp,
            challenges: auth.challengesMin,
          },
    storage: event.storage,
    client_ip: event.clientIp,
    client_host: event.clientHost,
    account: event.account,
    sender: event.sender,
    recipient: event.recipient,
    relay: event.relay,
    size: event.size,
    delay: event.delay,
    message_id: event.messageId,
    related_id: event.relatedId,
    repeat: event.repeat,
    text: event.text,
  };
}
