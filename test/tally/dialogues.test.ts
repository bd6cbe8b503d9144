// Beside a dialogue that is traced line by line, the daemon's own lines about it count no replies.
import { expect, it } from 'vitest';
import type { MailEvent } from '../../src/model/event.ts';
import { denied, disconnect, event } from '../support/event.ts';
import { counted, saidCodes } from './counting.ts';

/** "> unknown[203.0.113.9]: 535 5.7.8 Error: authentication failed: …" */
function traced(replyCode: number, fields: Partial<MailEvent> = {}): MailEvent {
  return event({ kind: 'dialogue', direction: 'inbound', replyCode, ...fields });
}

/** "NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 450 4.2.0 …" */
function rejected(fields: Partial<MailEvent> = {}): MailEvent {
  return event({
    kind: 'reject',
    direction: 'inbound',
    stage: 'rcpt',
    replyCode: 450,
    status: 'temp-rejected',
    ...fields,
  });
}

it('counts the reply of the trace, and not the log line about it', () => {
  expect(saidCodes(counted([traced(220), rejected(), traced(450)]))).toEqual({ '220': 1, '450': 1 });
});

it('implies no 535 and no 334 of a login that stands in the trace', () => {
  const { events } = counted([traced(334), traced(535), denied({ challengesMin: 1 })]);
  expect(events[2]).toMatchObject({
    replyRole: 'repeated',
    auth: { challengesMin: 0, challengesTypical: 0 },
  });
});

it('counts again for the next client of the process, who is not traced', () => {
  expect(saidCodes(counted([traced(220), disconnect(null), rejected()]))).toEqual({ '220': 1, '450': 1 });
});

it('counts what other processes, and other hosts, say meanwhile', () => {
  const lines = [traced(220), rejected({ pid: 101 }), rejected({ host: 'mx2' })];
  expect(saidCodes(counted(lines))).toEqual({ '220': 1, '450': 2 });
});
