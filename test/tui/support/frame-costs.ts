// What frames cost, as the program draws them: `node --expose-gc frame-costs.js COLUMNS ROWS FRAMES`, one JSON object out.
import { PassThrough } from 'node:stream';
import { chooseTheme } from '../../../src/tui/draw/theme.ts';
import { SceneStore } from '../../../src/tui/scene-store.ts';
import { initialUi } from '../../../src/tui/state.ts';
import { prepareForInk } from '../../../src/tui/terminal/environment.ts';
import { LineReferences } from '../../../src/tui/terminal/line-references.ts';
import { Painter } from '../../../src/tui/terminal/painter.ts';
import { Screen } from '../../../src/tui/terminal/screen.ts';
import { sampleScene } from './frames.ts';
import { sampleSnapshot } from './sample-snapshot.ts';
import type { ReadStream } from 'node:tty';
import type { FeedState } from '../../../src/tui/feed.ts';

const [columns = 80, rows = 24, frames = 1000] = process.argv.slice(2).map(Number);
const size = { columns, rows };
const keyboard = new PassThrough() as unknown as ReadStream;
prepareForInk(process.env, keyboard);
const { mountApp } = await import('../../../src/tui/app.tsx');

let written = 0;
let largest = 0;
const references = new LineReferences();
const painter = new Painter(size, chooseTheme({}, 'ansi'), false);
const output = {
  write(text: string) {
    written += text.length;
    largest = Math.max(largest, text.length);
  },
};
const screen = new Screen(size, output, painter, references);
const store = new SceneStore(sampleScene().look, size, initialUi('overview'), state(0));
mountApp({
  store,
  screen,
  references,
  keyboard,
  onError(error) {
    throw error;
  },
});

await draw(100);
const heapBefore = heap();
const cpuBefore = process.cpuUsage();
written = 0;
largest = 0;
await draw(frames);
const cpu = process.cpuUsage(cpuBefore);
const milliseconds = (cpu.user + cpu.system) / 1000 / frames;
const growth = heap() - heapBefore;
process.stdout.write(`${JSON.stringify({ milliseconds, growth, bytes: written / frames, largest })}\n`);
process.exit(0);

async function draw(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) {
    store.feed = state(frame);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** About a third of the numbers on the screen change from one to the next. */
function state(turn: number): FeedState {
  const snapshot = sampleSnapshot();
  for (const row of snapshot.auth.clients) row.failed += turn;
  for (const row of snapshot.storage.places) row.count += turn;
  for (const row of snapshot.replies.reasons) row.count += turn;
  for (const row of snapshot.auth.timeline) row.failed += (turn * 7) % 100;
  snapshot.replies.total += turn;
  return { snapshot, progress: sampleScene().progress, problems: [] };
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
