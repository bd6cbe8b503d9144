// A folder for one test: made before it, gone after it.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface TemporaryFolder {
  readonly path: string;
  /** Path of `name` in the folder. */
  at(name: string): string;
  /** Writes a file, with the folders above it; returns its path. */
  write(name: string, content: string | Uint8Array, modified?: Date): string;
}

/** Call it inside a test. */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'mailtop-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const at = (name: string): string => join(path, name);
  return {
    path,
    at,
    write(name, content, modified) {
      const file = at(name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      if (modified !== undefined) utimesSync(file, modified, modified);
      return file;
    },
  };
}
