import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

describe('what is loaded', () => {
  it('the facts about codes only by explain', () => {
    for (const start of ['cli/main.ts', 'cli/commands/report.ts', 'cli/commands/events.ts', 'library.ts']) {
      const loaded = modulesOf(start);
      expect(loaded).toContain(start);
      expect(loaded.filter((file) => /^(explain|knowledge\/codes)\//.test(file))).toEqual([]);
    }
  });

  it('explain of a code starts without the rules of all reasons', () => {
    const loaded = modulesOf('cli/commands/explain.ts');
    expect(loaded).toContain('knowledge/codes/reply-codes.ts');
    expect(loaded.filter((file) => file.startsWith('knowledge/reasons/'))).toEqual([]);
    expect(loaded).not.toContain('classify/classifier.ts');
  });
});

/** The modules that are loaded with `start`: what is imported, except as a type or when it is needed. */
function modulesOf(start: string): string[] {
  const seen = new Set<string>();
  const todo = [join(SRC, start)];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path] of text.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'(\.[^']+)';/gm)) {
      todo.push(join(dirname(file), path!));
    }
  }
  return [...seen].map((file) => relative(SRC, file));
}
