import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oldestFirst } from '../../src/sources/rotation.ts';

/** Names in the order in which each tool writes them, from its documentation; the last one is being written. */
const WRITTEN: Record<string, string[]> = {
  logrotate: ['mail.log.11.gz', 'mail.log.10.gz', 'mail.log.9.gz', 'mail.log.2.gz', 'mail.log.1', 'mail.log'],
  'logrotate with extension .log': ['mail.3.log.gz', 'mail.2.log.gz', 'mail.1.log', 'mail.log'],
  'logrotate with dateext': ['maillog-20261101.gz', 'maillog-20261108.gz', 'maillog-20261115', 'maillog'],
  'logrotate with dateext, hourly': ['maillog-2026112209.gz', 'maillog-2026112210.gz', 'maillog'],
  'logrotate with dateformat -%Y%m%d-%s': [
    'maillog-20261122-1795370400',
    'maillog-20261122-1795377600',
    'maillog',
  ],
  'logrotate with dateformat .%Y-%m-%d': ['maillog.2025-12-31.xz', 'maillog.2026-01-01.xz', 'maillog'],
  'logrotate with dateext and extension .log': ['mail-20261121.log.gz', 'mail-20261122.log', 'mail.log'],
  'logrotate, yearly': ['maillog-2024', 'maillog-2025', 'maillog'],
  newsyslog: ['maillog.10.bz2', 'maillog.1.bz2', 'maillog.0.bz2', 'maillog'],
  'newsyslog -t': ['maillog.20261121T000000.bz2', 'maillog.20261122T000000.bz2', 'maillog'],
  exicyclog: ['mainlog.10.gz', 'mainlog.02.gz', 'mainlog.01', 'mainlog'],
  'Exim %slog-%D': ['mainlog-20261121', 'mainlog-20261122', 'mainlog-20261123'],
  'Exim %slog-%M': ['mainlog-202610', 'mainlog-202611'],
  'Exim exim-%D-%s': ['exim-20261122-main', 'exim-20261123-main'],
  cPanel: ['exim_mainlog-20261101.gz', 'exim_mainlog-20261108.gz', 'exim_mainlog'],
};

const named = (
  paths: readonly string[],
  modified: number | null = null,
): { path: string; modified: number | null }[] =>
  paths.map((path) => ({ path: `/var/log/${path}`, modified }));
const names = (files: readonly { path: string }[]): string[] =>
  files.map(({ path }) => path.slice('/var/log/'.length));

test.each(Object.entries(WRITTEN))('%s: oldest first, however the files are named', (_, written) => {
  fc.assert(
    fc.property(fc.shuffledSubarray(written, { minLength: written.length }), (shuffled) => {
      expect(names(oldestFirst(named(shuffled)))).toEqual(written);
    }),
  );
});

test('unrelated logs keep the order given; a set stands where its first file was named', () => {
  const given = ['b.log', 'mail.log', 'a.log', 'mail.log.2.gz', 'mail.log.1'];
  expect(names(oldestFirst(named(given)))).toEqual([
    'b.log',
    'mail.log.2.gz',
    'mail.log.1',
    'mail.log',
    'a.log',
  ]);
});

test('the main log and the reject log of Exim are two logs', () => {
  const given = ['exim-20261123-reject', 'exim-20261123-main', 'exim-20261122-reject', 'exim-20261122-main'];
  expect(names(oldestFirst(named(given)))).toEqual([
    'exim-20261122-reject',
    'exim-20261123-reject',
    'exim-20261122-main',
    'exim-20261123-main',
  ]);
});

test('logs of the same name in two folders are of two hosts', () => {
  const given = ['mx1/maillog', 'mx2/maillog.1', 'mx1/maillog.1', 'mx2/maillog'];
  expect(names(oldestFirst(named(given)))).toEqual([
    'mx1/maillog.1',
    'mx1/maillog',
    'mx2/maillog.1',
    'mx2/maillog',
  ]);
});

test('one folder, named in two ways, is one', () => {
  const paths = ['maillog', './maillog.1'];
  expect(oldestFirst(paths.map((path) => ({ path, modified: null }))).map(({ path }) => path)).toEqual([
    './maillog.1',
    'maillog',
  ]);
});

test('where numbers and dates meet, the time of the last change tells', () => {
  const files = [
    { path: '/var/log/maillog', modified: 4 },
    { path: '/var/log/maillog-20261122', modified: 3 },
    { path: '/var/log/maillog.1', modified: 2 },
    { path: '/var/log/maillog.2.gz', modified: 1 },
  ];
  expect(names(oldestFirst(files))).toEqual(['maillog.2.gz', 'maillog.1', 'maillog-20261122', 'maillog']);
});
