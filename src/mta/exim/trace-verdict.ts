// What a reply in a trace means for the command it answers.
import type { AuthOutcome, MailEvent, Stage, Status } from '../../model/event.ts';

/** RFC 3463: x.1.1 to x.1.6 speak of the recipient's address, x.1.7 and x.1.8 of the sender's. */
export function stageOfStatus(enhancedCode: string | null): Stage | null {
  if (enhancedCode === null || enhancedCode.length !== 5 || enhancedCode[2] !== '1') return null;
  const detail = enhancedCode[4] ?? '';
  return '123456'.includes(detail) ? 'rcpt' : '78'.includes(detail) ? 'mail' : null;
}

export function outcomeOf(code: number, cancelled: boolean): AuthOutcome {
  if (code < 300) return 'success';
  if (cancelled) return 'aborted';
  if (code < 500) return 'tempfail';
  return REFUSALS.has(code) ? 'refused' : 'failure';
}

/** Nothing was checked: wrong moment, unknown mechanism, TLS wanted first, initial data not expected. */
const REFUSALS: ReadonlySet<number> = new Set([503, 504, 530, 534, 538, 553]);

export function inboundStatus(event: MailEvent, code: number): Status | null {
  if (code >= 500) return 'rejected';
  if (code >= 400) return 'temp-rejected';
  return code < 300 && (event.stage === 'auth' || event.stage === 'eod') ? 'accepted' : null;
}

export function outboundStatus(event: MailEvent, code: number, nested: boolean): Status | null {
  if (nested) return null;
  if (event.stage === 'auth') return inboundStatus(event, code);
  if (event.stage === 'eod' && code < 300) return 'sent';
  if (event.stage === null || !DELIVERY_STAGES.has(event.stage)) return null;
  return code >= 500 ? 'bounced' : code >= 400 ? 'deferred' : null;
}

const DELIVERY_STAGES: ReadonlySet<Stage> = new Set<Stage>(['mail', 'rcpt', 'data', 'bdat', 'eod']);
