import type { Size } from '../draw/line.ts';
import type { Panel, PanelName } from '../panels/panel.ts';
import type { Snapshot } from '../../model/snapshot.ts';

export type ViewName = 'overview';

/** One of the screens behind the keys 1 to 9: which panels it has and where they stand. */
export interface View {
  readonly name: ViewName;
  readonly key: string;
  /** In the order in which the focus goes through them. */
  readonly panels: readonly Panel[];
  readonly firstFocus: PanelName;
  /** Places in a body of `size`, panels without room left out. `snapshot` is null before the first. */
  place(size: Size, snapshot: Snapshot | null): readonly Placement[];
}

export interface Placement {
  readonly panel: PanelName;
  readonly x: number;
  readonly y: number;
  readonly size: Size;
}
