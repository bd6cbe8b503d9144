import type { BoxTitle } from '../draw/box.ts';
import type { Line, Size } from '../draw/line.ts';
import type { Scene } from '../draw/scene.ts';
import type { Snapshot } from '../../model/snapshot.ts';

export type PanelName = 'contrast' | 'auth' | 'storage' | 'replies' | 'reasons' | 'messages' | 'findings';

/**
 * One framed part of a view. Panels draw what the snapshot says into the space they are given; they neither count nor
 * know where they stand. `messages.ts` is the smallest to copy from.
 */
export interface Panel {
  readonly name: PanelName;
  /** `size` is the space inside of the frame, here and in `draw`. */
  title(snapshot: Snapshot, scene: Scene, size: Size): BoxTitle;
  /** At most as many lines as there is space for; shorter ones are filled up, longer ones cut. */
  draw(snapshot: Snapshot, scene: Scene, size: Size): readonly Line[];
  /** Identities of the rows that the cursor can stand on, in order. */
  rows(snapshot: Snapshot): readonly string[];
}
