// Before all tests: dist/ is what src/ says, for the tests that run the program as it is installed.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function setup(): void {
  const built = statSync(join(ROOT, 'dist/index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', 'tsconfig.json', 'tsconfig.build.json'].map((name) => join(ROOT, name));
  if (Math.max(...sources.map(lastChange)) < built) return;
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  // Type errors are the type check's matter; what was written runs or fails by itself.
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  spawnSync(process.execPath, [compiler, '-p', join(ROOT, 'tsconfig.build.json')]);
}

/** Of a file, or of anything inside a folder: also of a folder from which a file was taken. */
function lastChange(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
