import { expect, test } from 'vitest';
import { defaultLogs } from '../../src/sources/default-logs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('the log being written and the one before it, for each mail system on the host', async () => {
  const root = temporaryFolder();
  for (const name of ['mail.log', 'mail.log.1', 'mail.log.2.gz', 'mail.err', 'syslog', 'exim4/mainlog']) {
    root.write(`var/log/${name}`, 'x\n');
  }
  expect(await defaultLogs(root.path)).toEqual(
    ['var/log/mail.log.1', 'var/log/mail.log', 'var/log/exim4/mainlog'].map((path) => root.at(path)),
  );
});

test('cPanel with dated files', async () => {
  const root = temporaryFolder();
  for (const name of ['exim_mainlog', 'exim_mainlog-20261108.gz', 'exim_mainlog-20261101.gz', 'maillog']) {
    root.write(`var/log/${name}`, 'x\n');
  }
  expect(await defaultLogs(root.path)).toEqual(
    ['var/log/maillog', 'var/log/exim_mainlog-20261108.gz', 'var/log/exim_mainlog'].map((path) =>
      root.at(path),
    ),
  );
});

test('just after a rotation the empty file is left out', async () => {
  const root = temporaryFolder();
  root.write('var/log/maillog', '');
  root.write('var/log/maillog-20261122', 'x\n');
  expect(await defaultLogs(root.path)).toEqual([root.at('var/log/maillog-20261122')]);
});

test('a host without mail logs', async () => {
  expect(await defaultLogs(temporaryFolder().path)).toEqual([]);
});
