import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../../..');

/** Compiles the dashboard and the programs of this folder; gives the folder of the programs. Inside of `node_modules`, so
 * that what they import is found. */
export function buildPrograms(): string {
  const out = join(ROOT, 'node_modules/.cache/mailtop-tui');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'package.json'), '{"type":"module"}');
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  // Type errors are the type check's matter; what was written runs or fails by itself.
  spawnSync(process.execPath, [compiler, '-p', join(HERE, 'tsconfig.json'), '--outDir', out]);
  return join(out, 'test/tui/support');
}
