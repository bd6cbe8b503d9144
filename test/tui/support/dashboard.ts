// The dashboard as a program, for tests at a real terminal: `node dashboard.js SCENARIO [FILE...]`.
import { runDashboard } from '../../../src/tui/run.ts';
import { WorkerFeed } from '../../../src/tui/worker-feed.ts';
import { sampleSnapshot } from './sample-snapshot.ts';
import type { FeedState, SnapshotFeed } from '../../../src/tui/feed.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';

const [scenario = 'sample', ...paths] = process.argv.slice(2);
const run = { from: null, to: null, year: 2026, timezone: 'UTC', top: 20, mta: null };
const input = { paths, run };

if (scenario === 'throw-in-timer') {
  setTimeout(() => {
    throw new Error('thrown in a timer');
  }, 700);
}
const status = await runDashboard({
  ...input,
  env: process.env,
  refresh: 200,
  escapeDelay: Number(process.env['ESCAPE_DELAY'] ?? 50),
  ...feedOf(scenario),
});
process.exitCode = status;

function feedOf(name: string): { feed?: SnapshotFeed } {
  switch (name) {
    case 'files':
      return {};
    case 'throw-in-worker':
      return { feed: new WorkerFeed(input, new URL('./crashing-worker.js', import.meta.url)) };
    case 'throw-in-render':
      return { feed: states((turn) => (turn < 3 ? sampleSnapshot() : brokenSnapshot())) };
    case 'growing':
      return {
        feed: states((turn) => sampleSnapshot({ replies: { ...sampleSnapshot().replies, total: turn } })),
      };
    default:
      return { feed: states(() => sampleSnapshot(), true) };
  }
}

function states(snapshotOf: (turn: number) => Snapshot, done = false): SnapshotFeed {
  let turn = 0;
  return {
    next(): Promise<FeedState> {
      turn++;
      return Promise.resolve({
        snapshot: snapshotOf(turn),
        progress: { bytesRead: turn, bytesTotal: 1000, lines: turn * 100, files: [], done, broken: false },
        problems: [],
      });
    },
    close() {},
  };
}

function brokenSnapshot(): Snapshot {
  return new Proxy(sampleSnapshot(), {
    get(snapshot, name) {
      if (name === 'auth') throw new Error('thrown in a render');
      return Reflect.get(snapshot, name) as unknown;
    },
  });
}
