// Replies by code, direction and server, against what was said on the wire.
import { describe, expect, test } from 'vitest';
import { expectedCounts } from '../support/lab.ts';
import {
  codesOf,
  codesOnWire,
  LOGS_OF_SERVER,
  MIXED_LOGS,
  reportOn,
  sumOf,
  type Server,
} from '../support/lab-report.ts';

const servers = Object.keys(LOGS_OF_SERVER) as Server[];

describe.each(servers)('%s', (server) => {
  const logs = LOGS_OF_SERVER[server];
  const expected = expectedCounts()[logs[0]];

  test('tells clients what was said', async () => {
    expect(codesOf(await reportOn(logs), 'inbound')).toEqual(
      sumOf(
        expected?.replies.inbound.printed ?? {},
        // Exim logs 535 also when the client went away in the middle of AUTH: the log can not tell.
        expected?.printed_but_not_said.inbound ?? {},
        server === 'exim-debug' ? ONLY_IN_TRACE : {},
      ),
    );
  });

  test('is told what was said', async () => {
    expect(codesOf(await reportOn(logs), 'outbound')).toEqual(expected?.replies.outbound.printed);
  });
});

/**
 * The trace of Exim shows what Exim wrote. Three 221 were on the wire, too: the record found no line for them. One 334 went
 * to a client that had gone after the 334 before it. (Of the replies to clients that are gone, the trace gives away only
 * Exim's own "421 lost input connection": those are not counted.)
 */
const ONLY_IN_TRACE = { '221': 3, '334': 1 };

test('the trace has the 221 that were on the wire', async () => {
  const { '221': wire } = codesOnWire('exim-debug');
  expect(codesOf(await reportOn(LOGS_OF_SERVER['exim-debug']), 'inbound')).toMatchObject({ '221': wire });
});

describe.each(MIXED_LOGS)('%s', (log) => {
  const expected = expectedCounts()[log];

  test('shows each reply once, although Exim sends rejections and panics to syslog twice', async () => {
    const report = await reportOn([log]);
    const { inbound, outbound } = expected?.replies ?? {};
    const notSaid = expected?.printed_but_not_said.inbound ?? {};
    expect(codesOf(report, 'inbound')).toEqual(sumOf(inbound?.printed ?? {}, notSaid));
    expect(codesOf(report, 'outbound')).toEqual(outbound?.printed);
  });
});

describe('replies that no line prints, with those that are printed', () => {
  test.each(['postfix-a', 'postfix-b', 'exim-a', 'exim-b'] as const)(
    '%s: not more than were on the wire',
    async (server) => {
      const report = await reportOn(LOGS_OF_SERVER[server]);
      const counted = sumOf(report.replies.implied.by_code, codesOf(report, 'inbound'));
      const wire = codesOnWire(server);
      const excess = Object.entries(counted).filter(([code, count]) => count > (wire[code] ?? 0));
      expect(Object.fromEntries(excess.map(([code, count]) => [code, count - (wire[code] ?? 0)]))).toEqual(
        NOT_ON_WIRE[server],
      );
    },
  );

  test.each(['postfix-a', 'postfix-b'] as const)('%s: all 235, 535 and 421', async (server) => {
    const report = await reportOn(LOGS_OF_SERVER[server]);
    const counted = sumOf(report.replies.implied.by_code, codesOf(report, 'inbound'));
    const wire = codesOnWire(server);
    for (const code of ['235', '421', '535']) expect([code, counted[code]]).toEqual([code, wire[code]]);
  });
});

/**
 * Where the log says more than there was:
 * - 451: "write queue file: No space left on device" of mail that a local program submitted looks like a client's.
 * - 421: Exim tries to send it to clients that are gone. 535: see above.
 * - 550: what stands in the log is an ACL's log_message; the reply was 554.
 * - 500: a client was gone before Exim had done with its "GET / HTTP/1.1".
 */
const NOT_ON_WIRE = {
  'postfix-a': { '451': 1 },
  'postfix-b': { '451': 2 },
  'exim-a': { '421': 2, '535': 4, '550': 2 },
  'exim-b': { '421': 6, '500': 1, '535': 4, '550': 2 },
};
