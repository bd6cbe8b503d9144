// What the package promises to those who install it, and that README, help and option table say the same.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { helpText } from '../src/cli/help.ts';
import { OPTIONS } from '../src/cli/options.ts';
import { parseCommandLine } from '../src/cli/parse.ts';
import { FORMATS } from '../src/report/index.ts';
import { VERSION } from '../src/version.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(text('package.json'));

describe('package.json', () => {
  it('names exact versions, those of the lock file', () => {
    const lock = JSON.parse(text('package-lock.json'));
    const own: Manifest = lock.packages[''];
    expect([own.dependencies, own.devDependencies]).toEqual([
      manifest.dependencies,
      manifest.devDependencies,
    ]);
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    const inexact = Object.values(all).filter((version) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(inexact).toEqual([]);
    const locked = Object.keys(all).map((name) => [name, lock.packages[`node_modules/${name}`].version]);
    expect(Object.fromEntries(locked)).toEqual(all);
  });

  it('asks for the Node that README and the pinned type definitions speak of', () => {
    const [, oldest = ''] = /^>=(\d+\.\d+)$/.exec(manifest.engines.node) ?? [];
    expect(text('README.md')).toContain(`Node ${oldest} or later`);
    expect(manifest.devDependencies['@types/node']?.split('.')[0]).toBe(oldest.split('.')[0]);
  });

  it('has the version that the program says, and the changelog has it too', () => {
    expect(VERSION).toBe(manifest.version);
    expect(text('CHANGELOG.md')).toContain(`\n## ${VERSION}\n`);
  });

  it('has a program that starts by itself, and entries that exist', () => {
    for (const path of Object.values(manifest.bin)) {
      expect(text(path)).toMatch(/^#!\/usr\/bin\/env node\n/);
      expect(execFileSync(process.execPath, [join(ROOT, path), '--version'], { encoding: 'utf8' })).toBe(
        `mailtop ${manifest.version}\n`,
      );
    }
    for (const entry of Object.values(manifest.exports)) {
      for (const path of typeof entry === 'string' ? [entry] : Object.values(entry)) {
        expect(() => accessSync(join(ROOT, path), constants.R_OK)).not.toThrow();
      }
    }
    expect(manifest.scripts['start']).toBe('node dist/cli/start.js');
    expect(existsSync(join(ROOT, 'dist/cli/start.js'))).toBe(true);
  });

  it('gives at run time what it declares', async () => {
    const library: Record<string, unknown> = await import(join(ROOT, 'dist/index.js'));
    const declared = [...text('dist/index.d.ts').matchAll(/^export \{([^}]*)\}/gm)].flatMap(
      ([, names = '']) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type ')),
    );
    expect(Object.keys(library).sort()).toEqual(declared.sort());
    expect(declared).toEqual(
      expect.arrayContaining(['analyze', 'readEvents', 'explainReply', 'MailtopError']),
    );
  });
});

describe('what is packed', () => {
  const packed: readonly { readonly files: readonly { readonly path: string }[] }[] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const paths = packed[0]?.files.map(({ path }) => path) ?? [];

  it('is what is needed: the program, its types, its worker, the logs of npm start', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'CHANGELOG.md',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/cli/main.js',
        'dist/cli/start.js',
        'dist/tui/feed-worker.js',
        'fixtures/demo/mail.log.gz',
      ]),
    );
  });

  it('is nothing else: no tests, no sources, no maps of them', () => {
    const others = paths.filter(
      (path) =>
        !/^dist\/.*\.(js|d\.ts)$/.test(path) &&
        !/^fixtures\/demo\/[\w-]+\.log\.gz$/.test(path) &&
        !['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'].includes(path),
    );
    expect(others).toEqual([]);
    expect(paths.filter((path) => /test|spec|fixture(?!s\/demo)/.test(path))).toEqual([]);
  });

  it('imports nothing that is not there when it is installed', () => {
    const wanted = new Set<string>();
    for (const path of paths.filter((each) => each.endsWith('.js'))) {
      for (const [, name = ''] of text(path).matchAll(
        /^(?:import|export) (?:[^';]* from )?'([^.'][^']*)';$/gm,
      ))
        wanted.add(name);
    }
    const packages = [...wanted].filter((name) => !name.startsWith('node:'));
    const installed = Object.keys(manifest.dependencies);
    expect(
      packages.filter((name) => !installed.some((each) => name === each || name.startsWith(`${each}/`))),
    ).toEqual([]);
    expect(
      installed.filter((each) => !packages.some((name) => name === each || name.startsWith(`${each}/`))),
    ).toEqual([]);
  });
});

describe('README, --help and the option table', () => {
  const names = ['help', ...COMMANDS.map(({ name }) => name)];
  const readme = text('README.md');

  it('help lists every command and every option of the table, and no other', () => {
    const help = helpText(null);
    const listed = [...help.matchAll(/^ {2}(?:-\w, | {4})--([a-z-]+)/gm)].map(([, name]) => name);
    expect(listed).toEqual(OPTIONS.map(({ name }) => name));
    for (const name of names)
      expect(help).toMatch(new RegExp(`^ {2}${name === 'top' ? '\\(none\\)' : name} `, 'm'));
  });

  it('the help of a command lists the options that it takes, and no other', () => {
    for (const { name, usage } of COMMANDS.filter((command) => command.name !== 'top')) {
      const help = helpText(name);
      expect(help.startsWith(`${usage}\n`)).toBe(true);
      const listed = [...help.matchAll(/^ {2}(?:-\w, | {4})--([a-z-]+)/gm)].map(([, option]) => option);
      const taken = OPTIONS.filter(({ commands }) => commands?.includes(name) ?? true);
      expect(listed).toEqual(taken.map((option) => option.name));
    }
  });

  it('the table speaks only of commands and formats that there are', () => {
    for (const { commands = [] } of OPTIONS)
      expect(commands.filter((name) => !names.includes(name))).toEqual([]);
    const format = OPTIONS.find(({ name }) => name === 'format');
    expect(FORMATS.filter(({ name }) => format?.help.includes(name) !== true)).toEqual([]);
    expect(new Set(OPTIONS.map(({ name }) => name)).size).toBe(OPTIONS.length);
    const shorts = OPTIONS.flatMap(({ short }) => short ?? []);
    expect(new Set(shorts).size).toBe(shorts.length);
  });

  it.each(commandLines(`${readme}\n${helpText(null)}`))('%s is a command line that is taken', (written) => {
    const [program, ...words] = written.split(/\s+/);
    expect(program).toBe('mailtop');
    const line = parseCommandLine(words, names);
    expect(/^[a-z]+$/.test(words[0] ?? '') ? line.command : 'top').toBe(line.command);
  });

  it('whatever option README names, there is', () => {
    const mentioned = [...readme.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)].map(([, name]) => name);
    expect(mentioned.length).toBeGreaterThan(5);
    expect(mentioned.filter((name) => !OPTIONS.some((option) => option.name === name))).toEqual([]);
  });
});

/** What stands behind a prompt or a pipe in the examples, without the comment. */
function commandLines(page: string): string[] {
  const lines = page.split('\n').map((line) => line.replace(/ {2,}(?!mailtop).*$/, '').trim());
  return [...new Set(lines.flatMap((line) => /(?:^|\| )(mailtop(?: [^|]*)?)(?:$| \|)/.exec(line)?.[1] ?? []))]
    .map((line) => line.trim())
    .filter((line) => !/[[\]]|…|^mailtop:/.test(line));
}
