// The README's example, as somebody would paste it: compiled against the package's types, and run.
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fixture } from '../support/mailtop.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMPILER = join(ROOT, 'node_modules/typescript/bin/tsc');

/** A project that has installed mailtop. */
function project(): TemporaryFolder {
  const folder = temporaryFolder();
  folder.write('package.json', '{"type":"module"}');
  folder.write('node_modules/README', '');
  symlinkSync(ROOT, folder.at('node_modules/mailtop'));
  symlinkSync(join(ROOT, 'node_modules/@types'), folder.at('node_modules/@types'));
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    lib: ['es2023'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  };
  folder.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  return folder;
}

function run(
  folder: TemporaryFolder,
  ...args: string[]
): { status: number | null; output: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder.path,
    encoding: 'utf8',
  });
  return { status, output: stdout, errors: stderr };
}

test('compiles and runs', () => {
  const [, example = ''] = /```ts\n([^]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
  expect(example).toContain("from 'mailtop'");
  const folder = project();
  const log = fixture('lab/postfix.log');
  folder.write(
    'example.ts',
    example.replaceAll('/var/log/maillog', log).replace(/Date\.now\(\) - [\d_]+/, '0'),
  );
  expect(run(folder, COMPILER, '-p', '.')).toEqual({ status: 0, output: '', errors: '' });

  const { status, output, errors } = run(folder, 'example.js');
  expect([status, errors]).toEqual([0, '']);
  const lines = output.trimEnd().split('\n');
  // Storage failures and failed logins; whose mailbox was full; the reason of the one reply.
  expect(lines[0]).toMatch(/^[1-9]\d* [1-9]\d*$/);
  expect(lines.slice(1, -1)).toContain('quota452@example.org');
  expect(lines.at(-1)).toBe('storage-mailbox-full');
});

test('what is exported has types that say what may be null, and errors that can be told apart', () => {
  const folder = project();
  folder.write(
    'use.ts',
    `import { analyze, explainReply, MailtopError, readEvents } from 'mailtop';
import type { AnalyzeOptions, MailEvent, Reason, ReplyExplanation, Snapshot } from 'mailtop';
import manifest from 'mailtop/package.json' with { type: 'json' };

const problems: MailtopError[] = [];
const options: AnalyzeOptions = { onProblem: (problem) => problems.push(problem), top: 5, mta: ['postfix'] };
const snapshot: Snapshot = await analyze(['missing.log'], options);
const counted: number = snapshot.replies.total;
const seconds: number | undefined = snapshot.messages.delay_seconds?.p90;
const explained: ReplyExplanation = explainReply('535 5.7.8 no');
const reason: Reason = explained.reason;
const seen: MailEvent[] = [];
for await (const batch of readEvents('missing.log', options)) seen.push(...batch);
// @ts-expect-error: a size may be unknown
const size: number = seen[0]!.size;
// @ts-expect-error: no such option
await analyze('x', { fromm: 0 });
console.log(counted, seconds, reason, size, problems.map(({ code }) => code).join(), manifest.name);
`
      .replace("await analyze('x', { fromm: 0 });", 'export const wrong: AnalyzeOptions = { fromm: 0 };')
      .replace('seen[0]!.size', 'seen[0]?.size ?? null'),
  );
  expect(run(folder, COMPILER, '-p', '.', '--resolveJsonModule')).toEqual({
    status: 0,
    output: '',
    errors: '',
  });
  const { status, output } = run(folder, 'use.js');
  expect(status).toBe(0);
  expect(output).toBe('0 undefined auth-failed null no-match,no-match mailtop\n');
});
