import { linkSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openSources } from '../../src/sources/open-sources.ts';
import { readSource } from '../support/read-source.ts';
import { writeRotatedLog } from '../support/rotated-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LINE = 'Nov 23 20:01:25 mx1 postfix/qmgr[902]: 4jYCBt2wTjz9rvQ: removed\n';

async function opened(
  ...words: string[]
): Promise<{ paths: string[]; problems: string[]; hints: (string | null)[] }> {
  const { sources, problems } = await openSources(words);
  return {
    paths: sources.map(({ path }) => path),
    problems: problems.map(({ message }) => message),
    hints: problems.map(({ hint }) => hint),
  };
}

test('a rotated set is read as one log, whatever the order of its names', async () => {
  const folder = temporaryFolder();
  const lines = Array.from({ length: 1000 }, (_, i) => `Nov 23 20:01:25 mx1 postfix/qmgr[902]: line ${i}`);
  const paths = writeRotatedLog(folder, 'mail.log', lines, 4);
  const { sources, problems } = await openSources(paths.toReversed());
  expect(problems).toEqual([]);
  expect(sources.map(({ path }) => path)).toEqual(paths);
  expect(sources.map(({ compression }) => compression)).toEqual(['gzip', 'gzip', null, null]);
  const texts = await Promise.all(sources.map(readSource));
  expect(texts.map(({ text }) => text).join('')).toBe(lines.join('\n') + '\n');
  expect(texts.map(({ stored }) => stored)).toEqual(sources.map(({ size }) => size));
});

test('a pattern that no shell expanded', async () => {
  const folder = temporaryFolder();
  folder.write('maillog', LINE);
  folder.write('maillog-20261122', LINE);
  folder.write('messages', LINE);
  const { paths } = await opened(folder.at('maillog*'));
  expect(paths).toEqual([folder.at('maillog-20261122'), folder.at('maillog')]);
});

test('a pattern without a match says what was probably meant', async () => {
  const folder = temporaryFolder();
  for (const name of ['maillog', 'maillog.1', 'maillog.2', 'maillog.3']) folder.write(name, LINE);
  expect(await opened(folder.at('mailog*'))).toEqual({
    paths: [],
    problems: [`${folder.at('mailog*')}: no file matches`],
    hints: [`did you mean ${folder.at('maillog*')}? (4 files)`],
  });
});

test('a pattern for the beginning of a name', async () => {
  const folder = temporaryFolder();
  for (const name of ['postfix-in.log', 'postfix-out.log', 'dovecot.log']) folder.write(name, LINE);
  expect((await opened(folder.at('postfx*.log'))).hints).toEqual([
    `did you mean ${folder.at('postfix*.log')}? (2 files)`,
  ]);
});

test('a file that is not there does not hold up the others', async () => {
  const folder = temporaryFolder();
  folder.write('mail.log', LINE);
  expect(await opened(folder.at('mial.log'), folder.at('mail.log'))).toEqual({
    paths: [folder.at('mail.log')],
    problems: [`${folder.at('mial.log')}: no such file`],
    hints: [`did you mean ${folder.at('mail.log')}?`],
  });
});

test('a file whose name looks like a pattern is that file', async () => {
  const folder = temporaryFolder();
  folder.write('mail[1].log', LINE);
  expect((await opened(folder.at('mail[1].log'))).paths).toEqual([folder.at('mail[1].log')]);
});

test('a file is read once, under whatever names it comes', async () => {
  const folder = temporaryFolder();
  const log = folder.write('mail.log', LINE);
  symlinkSync(log, folder.at('current.log'));
  linkSync(log, folder.at('copy.log'));
  const { paths, problems } = await opened(
    log,
    log,
    folder.at('./mail.log'),
    folder.at('current.log'),
    folder.at('copy.log'),
  );
  expect({ paths, problems }).toEqual({ paths: [log], problems: [] });
});

test('a folder: its mail logs, those of Exim beside it, and nothing else', async () => {
  const folder = temporaryFolder();
  for (const name of ['mail.log', 'mail.log.1', 'mail.warn', 'mail.err', 'syslog', 'dpkg.log'])
    folder.write(name, LINE);
  for (const name of ['mainlog', 'mainlog.1', 'rejectlog', 'paniclog']) folder.write(`exim4/${name}`, LINE);
  const { paths, problems } = await opened(folder.path);
  expect(problems).toEqual([]);
  expect(paths.toSorted()).toEqual(
    ['exim4/mainlog', 'exim4/mainlog.1', 'exim4/paniclog', 'mail.log', 'mail.log.1'].map((name) =>
      folder.at(name),
    ),
  );
});

test('a folder without mail logs by name: the system log', async () => {
  const folder = temporaryFolder();
  for (const name of ['syslog', 'syslog.1', 'dpkg.log', 'wtmp']) folder.write(name, LINE);
  expect((await opened(folder.path)).paths).toEqual([folder.at('syslog.1'), folder.at('syslog')]);
});

test('a folder without any log', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder.at('mail'));
  folder.write('notes.txt', 'hello');
  expect(await opened(folder.path)).toEqual({
    paths: [],
    problems: [`${folder.path}: no mail log in this folder`],
    hints: [`name the files: mailtop report ${folder.at('*')}`],
  });
});

test('an empty file is a problem, and stays an input; the file before it is suggested', async () => {
  const folder = temporaryFolder();
  const log = folder.write('maillog', '');
  folder.write('maillog.1', LINE);
  folder.write('maillog.2.gz', gzipSync(LINE));
  expect(await opened(log)).toEqual({
    paths: [log],
    problems: [`${log}: empty (0 bytes)`],
    hints: [`rotated just now? try ${folder.at('maillog.1')}`],
  });
});

test('an empty file beside the rest of its log is as it should be', async () => {
  const folder = temporaryFolder();
  folder.write('maillog', '');
  folder.write('maillog.1', LINE);
  expect((await opened(folder.at('maillog*'))).problems).toEqual([]);
});

test('compression is told by content, not by name', async () => {
  const folder = temporaryFolder();
  folder.write('mail.log', gzipSync(LINE));
  folder.write('other.log.gz', LINE);
  const { sources } = await openSources([folder.at('mail.log'), folder.at('other.log.gz')]);
  expect(sources.map(({ compression }) => compression)).toEqual(['gzip', null]);
  expect((await Promise.all(sources.map(readSource))).map(({ text }) => text)).toEqual([LINE, LINE]);
});

test('a broken archive is read up to the break', async () => {
  const folder = temporaryFolder();
  const archive = gzipSync(LINE.repeat(1000));
  const path = folder.write('mail.log.2.gz', archive.subarray(0, archive.length - 20));
  const { sources } = await openSources([path]);
  const [source] = sources;
  const { text, failure } = await readSource(source!);
  expect(text.length).toBeGreaterThan(0);
  expect(failure).toMatchObject({
    code: 'broken-archive',
    message: `${path}: ends in the middle (unexpected end of gzip data)`,
  });
});

test('a file that vanishes between opening and reading is named', async () => {
  const folder = temporaryFolder();
  const path = folder.write('mail.log', LINE);
  const { sources } = await openSources([path]);
  rmSync(path);
  expect(await readSource(sources[0]!)).toMatchObject({
    failure: { code: 'unreadable', message: `${path}: no such file` },
  });
});

test('a source can be read twice, and left in the middle', async () => {
  const folder = temporaryFolder();
  const path = folder.write('mail.log.gz', gzipSync(LINE.repeat(100_000)));
  const { sources } = await openSources([path]);
  const source = sources[0]!;
  for await (const chunk of source.chunks()) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  expect((await readSource(source)).text.length).toBe(LINE.length * 100_000);
});
