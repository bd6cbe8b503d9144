import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openSources } from '../../src/sources/open-sources.ts';
import { readDescriptor } from '../../src/sources/read-descriptor.ts';
import { readSource } from '../support/read-source.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LINE = 'Nov 23 20:01:25 mx1 postfix/qmgr[902]: 4jYCBt2wTjz9rvQ: removed\n';

/** A named pipe, open at both ends so that neither waits for the other. */
function pipe(): { path: string; writer: number } {
  const path = temporaryFolder().at('pipe');
  execFileSync('mkfifo', [path]);
  return { path, writer: openSync(path, constants.O_RDWR) };
}

/** A named pipe into which another program writes, as soon as somebody reads. */
function fedPipe(bytes: string | Uint8Array): string {
  const path = temporaryFolder().at('pipe');
  execFileSync('mkfifo', [path]);
  spawn('sh', ['-c', 'cat > "$0"', path], { stdio: ['pipe', 'ignore', 'ignore'] }).stdin.end(bytes);
  return path;
}

test('a named pipe is read to its end; its size is unknown', async () => {
  const path = fedPipe(LINE.repeat(100));
  const { sources, problems } = await openSources([path]);
  expect(problems).toEqual([]);
  const source = sources[0]!;
  expect(source).toMatchObject({ path, size: null, modified: null });
  expect(await readSource(source)).toEqual({
    text: LINE.repeat(100),
    stored: LINE.length * 100,
    failure: null,
  });
});

test('gzip through a pipe is recognised by its first bytes', async () => {
  const { sources } = await openSources([fedPipe(gzipSync(LINE))]);
  const source = sources[0]!;
  expect((await readSource(source)).text).toBe(LINE);
  expect(source.compression).toBe('gzip');
});

test('a pipe that is not blocking and has nothing yet is waited for', async () => {
  const { path, writer } = pipe();
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  setTimeout(() => writeSync(writer, LINE), 30);
  setTimeout(() => closeSync(writer), 60);
  let text = '';
  for await (const chunk of readDescriptor(reader)) text += Buffer.from(chunk).toString();
  expect(text).toBe(LINE);
});

test('a pipe gives what there is, without waiting for more', async () => {
  const { path, writer } = pipe();
  writeSync(writer, LINE);
  const { sources } = await openSources([path]);
  for await (const chunk of sources[0]!.chunks()) {
    expect(Buffer.from(chunk).toString()).toBe(LINE);
    break;
  }
  closeSync(writer);
});

test('a second reading of a pipe is refused, not empty', async () => {
  const { path, writer } = pipe();
  const { sources } = await openSources([path]);
  setTimeout(() => closeSync(writer), 50);
  await readSource(sources[0]!);
  expect(await readSource(sources[0]!)).toMatchObject({
    failure: { message: `${path}: a pipe can be read only once` },
  });
});

test('- is stdin, once', async () => {
  const { sources } = await openSources(['-', '-']);
  expect(sources.map(({ path }) => path)).toEqual(['-']);
});

test('/dev/null is empty, and no mistake', async () => {
  const { sources, problems } = await openSources(['/dev/null']);
  expect(problems).toEqual([]);
  expect((await readSource(sources[0]!)).text).toBe('');
});
