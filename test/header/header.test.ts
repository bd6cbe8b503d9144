import { describe, expect, it } from 'vitest';
import { HeaderReader } from '../../src/header/index.ts';

const MODIFIED = Date.UTC(2026, 10, 24);

function reader(options: { timezone?: string; year?: number; sample?: string } = {}): HeaderReader {
  const header = new HeaderReader({
    timezone: options.timezone ?? 'UTC',
    year: options.year ?? null,
    messageTime: () => null,
  });
  header.open('test.log', MODIFIED, options.sample ?? '');
  return header;
}

function read(text: string, options: { timezone?: string } = {}) {
  const header = reader(options);
  const result = header.read(text);
  const { time, host, program, pid, text: message } = header.line;
  return {
    result,
    time: time === null ? null : new Date(time).toISOString(),
    host,
    program,
    pid,
    text: message,
  };
}

/** Section 1.2 of the Postfix format page, one line per form. */
const CONNECT = {
  result: 'line',
  host: 'mx1',
  program: 'postfix/smtpd',
  pid: 123,
  text: 'connect from a[192.0.2.1]',
};

describe('header styles', () => {
  it.each([
    [
      'RFC 3164',
      'Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
    [
      'with PRI',
      '<22>Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
    [
      'rsyslog high precision',
      '2026-11-23T18:11:02.123456+01:00 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T17:11:02.123Z',
    ],
    [
      'Z and nine decimals',
      '2026-11-23T18:11:02.123456789Z mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.123Z',
    ],
    [
      'RFC 5424',
      '<22>1 2026-11-23T18:11:02.123456+01:00 mx1 postfix/smtpd 123 - - connect from a[192.0.2.1]',
      '2026-11-23T17:11:02.123Z',
    ],
    [
      'RFC 5424 with structured data',
      '<22>1 2026-11-23T17:11:02Z mx1 postfix/smtpd 123 - [a@1 x="\\]"][b y="z"] connect from a[192.0.2.1]',
      '2026-11-23T17:11:02.000Z',
    ],
    [
      'octet count',
      '113 <22>1 2026-11-23T17:11:02Z mx1 postfix/smtpd 123 - - connect from a[192.0.2.1]',
      '2026-11-23T17:11:02.000Z',
    ],
    [
      'journalctl short-precise',
      'Nov 23 18:11:02.123456 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.123Z',
    ],
    [
      'journalctl short-iso',
      '2026-11-23T18:11:02+0100 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T17:11:02.000Z',
    ],
    [
      'journalctl short-full',
      'Mon 2026-11-23 18:11:02 CET mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T17:11:02.000Z',
    ],
    [
      'journalctl short-unix',
      '1795453862.123456 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T17:11:02.123Z',
    ],
    [
      'journal JSON',
      '{"__REALTIME_TIMESTAMP":"1795453862123456","SYSLOG_IDENTIFIER":"postfix/smtpd","SYSLOG_PID":"123","_PID":"1","_HOSTNAME":"mx1","MESSAGE":"connect from a[192.0.2.1]"}',
      '2026-11-23T17:11:02.123Z',
    ],
    [
      'Docker json-file',
      '{"log":"Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]\\n","stream":"stdout","time":"2026-11-23T17:11:02.5Z"}',
      '2026-11-23T17:11:02.500Z',
    ],
    [
      'CRI',
      '2026-11-23T17:11:02.123456789Z stdout F Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T17:11:02.123Z',
    ],
    [
      'compose',
      'mailserver-1  | Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
    [
      'compose with colours',
      '\x1b[36mmailserver  |\x1b[0m Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
    [
      'kubectl --prefix',
      '[pod/mail-0/postfix] Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
    [
      'Solaris',
      'Nov 23 18:11:02 mx1 postfix/smtpd[123]: [ID 197553 mail.info] connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
    [
      'BSD syslogd -v',
      'Nov 23 18:11:02 <mail.info> mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
    [
      'year first',
      '2026 Nov 23 18:11:02.123 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.123Z',
    ],
    [
      'year after the day',
      'Nov 23 2026 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
    [
      'BOM',
      '\ufeffNov 23 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
    [
      'NULs of a crash',
      '\0\0\0Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from a[192.0.2.1]',
      '2026-11-23T18:11:02.000Z',
    ],
  ])('%s', (_name, text, time) => {
    expect(read(text)).toEqual({ ...CONNECT, time });
  });

  it('a host may be missing: decided by the tag', () => {
    expect(read('Nov 23 18:11:02 postfix/smtpd[123]: connect from a[192.0.2.1]')).toMatchObject({
      ...CONNECT,
      host: null,
    });
  });

  it('a MESSAGE that is not UTF-8 is an array of byte values', () => {
    const line = read(
      '{"__REALTIME_TIMESTAMP":"1795453862000000","_HOSTNAME":"mx1","SYSLOG_IDENTIFIER":"postfix/smtpd","MESSAGE":[104,105]}',
    );
    expect(line.text).toBe('hi');
  });

  it('CRI parts are joined', () => {
    const header = reader();
    expect(
      header.read(
        '2026-11-23T17:11:02.1Z stdout P Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from unkn',
      ),
    ).toBe('partial');
    expect(header.read('2026-11-23T17:11:02.2Z stdout F own[192.0.2.1]')).toBe('line');
    expect(header.line.text).toBe('connect from unknown[192.0.2.1]');
  });

  it.each([
    ['2026-03-14 08:00:00 1w1Jus-0000bJ-0C <= a@example.org', null, '1w1Jus-0000bJ-0C <= a@example.org'],
    ['2026-03-14 08:00:00.123 +0100 [4711] Start queue run: pid=4711', 4711, 'Start queue run: pid=4711'],
    ['2026-03-14 08:00:00 [4711] 1w1Jus-0000bJ-0C Completed', 4711, '1w1Jus-0000bJ-0C Completed'],
  ])("Exim's own stamp: %s", (text, pid, message) => {
    expect(read(text)).toMatchObject({ program: 'exim', host: null, pid, text: message });
  });

  it("Dovecot's own file has neither host nor tag", () => {
    expect(read('Nov 23 20:01:25 auth: Info: passwd-file(c,127.0.66.1): Password mismatch')).toMatchObject({
      program: 'dovecot',
      host: null,
      text: 'auth: Info: passwd-file(c,127.0.66.1): Password mismatch',
    });
    expect(read('Mar 14 08:02:13 lmtp(judy@example.org)<4602><n3>: Info: x')).toMatchObject({
      program: 'dovecot',
      text: 'lmtp(judy@example.org)<4602><n3>: Info: x',
    });
  });

  it('markers and blank lines are not log lines', () => {
    expect(read('-- Boot 4fd2 --').result).toBe('marker');
    expect(read('').result).toBe('blank');
  });

  it.each(['1e300', '99999999999999999999', '-1'])(
    'a JSON time that no date can hold is none: %s',
    (stamp) => {
      const text = JSON.stringify({ MESSAGE: 'x', __REALTIME_TIMESTAMP: stamp, SYSLOG_IDENTIFIER: 'exim' });
      expect(read(text)).toMatchObject({ result: 'line', time: null, text: 'x' });
    },
  );

  it('a year before 1970 is no stamp, and leaves the next one alone', () => {
    const header = reader();
    header.read('Nov 23 0000 18:11:02 mx1 a: x');
    expect(header.line.style).toBe('none');
    header.read('Nov 23 00:11:02 mx1 a: x');
    expect(header.line.time).toBe(Date.UTC(2026, 10, 23, 0, 11, 2));
  });

  it('a line without a header keeps its text and the time before it', () => {
    const header = reader();
    header.read('2026-03-14 08:00:00 x');
    header.read('Envelope-from: <a@example.org>');
    expect(header.line).toMatchObject({
      program: null,
      text: 'Envelope-from: <a@example.org>',
      time: Date.UTC(2026, 2, 14, 8),
    });
  });
});

describe('repeats', () => {
  it('rsyslog: the text happened n more times', () => {
    const header = reader();
    header.read(
      'Nov 23 19:10:29 mx1 postfix/smtpd[2001]: message repeated 4 times: [ warning: unknown[198.51.100.138]: SASL LOGIN authentication failed: UGFzc3dvcmQ6]',
    );
    expect(header.line).toMatchObject({
      repeat: 4,
      text: 'warning: unknown[198.51.100.138]: SASL LOGIN authentication failed: UGFzc3dvcmQ6',
    });
  });

  it('BSD: the last line of that host happened n more times', () => {
    const header = reader();
    header.read('Nov 23 19:10:28 mx1 postfix/smtpd[1]: connect from a[192.0.2.1]');
    header.read('Nov 23 19:10:28 mx2 postfix/smtpd[2]: connect from b[192.0.2.2]');
    header.read('Nov 23 19:10:29 mx1 last message repeated 3 times');
    expect(header.line).toMatchObject({ repeat: 3, host: 'mx1', pid: 1, text: 'connect from a[192.0.2.1]' });
  });
});

describe('zones', () => {
  it('reads stamps without a zone in the one given, over summer time', () => {
    expect(read('Jul  3 12:00:00 mx1 a: x', { timezone: 'Europe/Berlin' }).time).toBe(
      '2026-07-03T10:00:00.000Z',
    );
    expect(read('Nov  3 12:00:00 mx1 a: x', { timezone: 'Europe/Berlin' }).time).toBe(
      '2026-11-03T11:00:00.000Z',
    );
    expect(read('Nov  3 12:00:00 mx1 a: x', { timezone: '-05:00' }).time).toBe('2026-11-03T17:00:00.000Z');
  });
});
