/**
 * Keeps what anything else prints (a warning of Node, a forgotten console call) off the screen while it is drawn.
 * Returns the function that stops holding and gives what was held, for printing after the screen was left.
 */
export function holdOutput(streams: readonly NodeJS.WriteStream[]): () => string {
  let held = '';
  const originals = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = (text: string | Uint8Array, ...rest: unknown[]): boolean => {
      held = (held + String(text)).slice(-MOST_HELD);
      const done = rest.at(-1);
      if (typeof done === 'function') queueMicrotask(() => done());
      return true;
    };
  }
  return () => {
    for (const [index, stream] of streams.entries()) {
      const original = originals[index];
      if (original !== undefined) stream.write = original;
    }
    const text = held;
    held = '';
    return text;
  };
}

/** The last of it is what matters: an error ends with its reason. */
const MOST_HELD = 16_384;
