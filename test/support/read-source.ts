// All that a source gives, as text, and how it ended.
import type { Source } from '../../src/model/source.ts';

/** What came before a failure is kept, as the pipeline keeps it. */
export async function readSource(
  source: Source,
): Promise<{ text: string; stored: number; failure: unknown }> {
  const chunks: Buffer[] = [];
  let stored = 0;
  let failure: unknown = null;
  try {
    const onStored = (bytes: number): void => {
      stored = bytes;
    };
    // Copied: the source may use its buffer again.
    for await (const chunk of source.chunks(onStored)) chunks.push(Buffer.from(chunk));
  } catch (error) {
    failure = error;
  }
  return { text: Buffer.concat(chunks).toString('utf8'), stored, failure };
}
