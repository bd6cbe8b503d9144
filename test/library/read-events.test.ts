import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { analyze, readEvents } from '../../src/library.ts';
import type { MailtopError } from '../../src/model/errors.ts';
import type { MailEvent } from '../../src/model/event.ts';
import { fixture, mailtop } from '../support/mailtop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LINE = 'Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from unknown[192.0.2.1]\n';

async function all(...args: Parameters<typeof readEvents>): Promise<MailEvent[]> {
  const events: MailEvent[] = [];
  for await (const batch of readEvents(...args)) events.push(...batch);
  return events;
}

describe('readEvents', () => {
  it('gives the events in input order, in batches, and they may be kept', async () => {
    const events = await all(fixture('lab/postfix.log'));
    expect(events.length).toBeGreaterThan(4000);
    expect(events.map(({ line }) => line)).toEqual(events.map((_, at) => at + 1));
    expect(new Set(events).size).toBe(events.length);
  });

  it('takes the options of the command line', async () => {
    const from = Date.UTC(2026, 10, 23, 20, 3);
    const events = await all([fixture('lab/mixed-iso.log.gz')], {
      from,
      to: from + 60_000,
      mta: ['postfix'],
    });
    expect(events.length).toBeGreaterThan(100);
    for (const { time, mta } of events) {
      expect(mta).toBe('postfix');
      expect(time).toBeGreaterThanOrEqual(from);
      expect(time).toBeLessThan(from + 60_000);
    }
  });

  it('stops reading when the loop is left, also at a pipe that has gone quiet', async () => {
    const path = temporaryFolder().at('pipe');
    execFileSync('mkfifo', [path]);
    const writer = openSync(path, constants.O_RDWR);
    writeSync(writer, LINE);
    for await (const batch of readEvents(path)) {
      expect(batch).toHaveLength(1);
      break;
    }
    closeSync(writer);
    // Nobody has it open for reading any more.
    expect(() => openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)).toThrow('ENXIO');
  });

  it('reads on only while batches are taken', async () => {
    const path = temporaryFolder().at('pipe');
    execFileSync('mkfifo', [path]);
    const writer = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    const batches = readEvents(path);
    writeSync(writer, LINE);
    expect((await batches.next()).value).toHaveLength(1);
    // What a pipe holds, and what the stream in front of it takes ahead: then there is no more room.
    let written = 0;
    const write = (): number => {
      try {
        return writeSync(writer, LINE.repeat(100));
      } catch {
        return 0;
      }
    };
    for (let tries = 0; tries < 50; tries++) {
      written += write();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(written).toBeLessThan(1024 * 1024);
    expect(write()).toBe(0);
    await batches.return();
    closeSync(writer);
  });

  it('gives what can be read and then throws what cannot, or tells it', async () => {
    const folder = temporaryFolder();
    const whole = gzipSync(
      LINE.repeat(5000) + Array.from({ length: 5000 }, (_, n) => `${n} ${LINE}`).join(''),
    );
    const cut = folder.write('cut.gz', whole.subarray(0, whole.length - 2000));
    const seen: MailEvent[] = [];
    const reading = async (): Promise<void> => {
      for await (const batch of readEvents(cut)) seen.push(...batch);
    };
    await expect(reading()).rejects.toMatchObject({ name: 'MailtopError', code: 'broken-archive' });
    expect(seen.length).toBeGreaterThan(4000);

    const problems: MailtopError[] = [];
    const events = await all([cut, folder.at('gone.log'), folder.write('mail.log', LINE)], {
      onProblem: (problem) => problems.push(problem),
    });
    expect(problems.map(({ code }) => code).sort()).toEqual(['broken-archive', 'no-match']);
    expect(events).toHaveLength(seen.length + 1);
  });

  it('lets a mistake in the caller’s loop and in onProblem out', async () => {
    const inLoop = async (): Promise<void> => {
      for await (const batch of readEvents(fixture('lab/postfix.log')))
        throw new Error(`seen ${batch.length > 0}`);
    };
    await expect(inLoop()).rejects.toThrow('seen true');
    const onProblem = (problem: MailtopError): void => {
      throw new Error(`told ${problem.code}`);
    };
    await expect(all('/nowhere/x.log', { onProblem })).rejects.toThrow('told no-match');
  });
});

describe('analyze', () => {
  it('gives what report --format json prints', async () => {
    const log = fixture('lab/postfix.log');
    const [ours, { stdout }] = await Promise.all([
      analyze(log),
      mailtop(['report', '--format', 'json', log]),
    ]);
    const withoutTime = (snapshot: object): object => ({ ...snapshot, generated_at: null });
    expect(withoutTime(JSON.parse(JSON.stringify(ours)))).toEqual(withoutTime(JSON.parse(stdout)));
  });

  it('throws the first problem, with what to do; or tells all and counts the rest', async () => {
    const folder = temporaryFolder();
    const good = folder.write('mail.log', LINE);
    folder.write('old.xz', Buffer.from('fd377a585a000004', 'hex'));
    await expect(analyze([folder.at('mial.log'), good])).rejects.toMatchObject({
      name: 'MailtopError',
      code: 'no-match',
      message: `${folder.at('mial.log')}: no such file`,
      hint: `did you mean ${good}?`,
    });
    const problems: MailtopError[] = [];
    const snapshot = await analyze([folder.at('gone.log'), folder.at('old.xz'), good], {
      onProblem: (problem) => problems.push(problem),
    });
    expect(problems.map(({ code }) => code)).toEqual(['no-match', 'compressed']);
    expect(snapshot.input.events).toBe(1);
  });

  it('a log in which nothing is understood is no error: the counts say it', async () => {
    const folder = temporaryFolder();
    const { input } = await analyze(folder.write('access.log', '192.0.2.7 - - "GET / HTTP/1.1" 200 612\n'));
    expect(input).toMatchObject({ lines: 1, events: 1, unrecognized: 1 });
  });
});
