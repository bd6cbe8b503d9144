import { expect, test } from 'vitest';
import { Progress } from '../../src/sources/progress.ts';
import type { ProgressOptions } from '../../src/sources/progress.ts';

/** A clock that stands still until it is moved, and a terminal that remembers. */
function bench(options: Partial<ProgressOptions>): {
  progress: Progress;
  after: (milliseconds: number) => void;
  written: string[];
} {
  let time = 0;
  const written: string[] = [];
  const progress = new Progress({
    style: 'line',
    total: 2_100_000_000,
    write: (text) => written.push(text),
    now: () => time,
    ...options,
  });
  const after = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { progress, after, written };
}

test('quick work shows nothing', () => {
  const { progress, after, written } = bench({});
  const read = progress.follow();
  after(499);
  read(2_100_000_000);
  progress.clear();
  expect(written).toEqual([]);
});

test('percent, bytes, speed and time left; wiped away at the end', () => {
  const { progress, after, written } = bench({});
  const read = progress.follow();
  after(4000);
  read(480_000_000);
  progress.clear();
  expect(written).toEqual(['\r\u001b[Kreading 22 %  458 MiB of 2.0 GiB  114 MiB/s  14 s left', '\r\u001b[K']);
});

test('at most ten times a second', () => {
  const { progress, after, written } = bench({});
  const read = progress.follow();
  for (let i = 1; i <= 3000; i++) {
    after(1);
    read(i * 1000);
  }
  expect(written.length).toBeGreaterThan(20);
  expect(written.length).toBeLessThanOrEqual(30);
});

test('several sources add up', () => {
  const { progress, after, written } = bench({ total: 1_000_000 });
  progress.follow()(300_000);
  const second = progress.follow();
  after(600);
  second(200_000);
  expect(written.at(-1)).toContain('reading 50 %  488 KiB of 977 KiB');
});

test('a pipe has no end in sight', () => {
  const { progress, after, written } = bench({ total: null });
  const read = progress.follow();
  after(10_000);
  read(1_200_000_000);
  expect(written.at(-1)).toBe('\r\u001b[Kreading  1.1 GiB  114 MiB/s  size unknown');
});

test('never more than all: a log may grow while it is read', () => {
  const { progress, after, written } = bench({ total: 1000 });
  const read = progress.follow();
  after(1000);
  read(1500);
  expect(written.at(-1)).toContain('reading 100 %');
});

test('a narrow terminal gets a line that does not wrap', () => {
  const { progress, after, written } = bench({ columns: 20 });
  after(5000);
  progress.follow()(1_000_000_000);
  expect(written.at(-1)?.length).toBe('\r\u001b[K'.length + 19);
});

test('into a log: whole lines, every ten seconds', () => {
  const { progress, after, written } = bench({ style: 'plain' });
  const read = progress.follow();
  for (let i = 1; i <= 300; i++) {
    after(100);
    read(i * 1_000_000);
  }
  expect(written.length).toBe(3);
  expect(written[0]).toMatch(/^mailtop: reading \d+ % {2}[^\r]*\n$/);
});
