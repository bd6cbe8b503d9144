// The views. Each is one file and one line here; the order is that of the tabs and keys.
import { overview } from './overview.ts';
import type { View, ViewName } from './view.ts';

export const VIEWS: readonly [View, ...View[]] = [overview];

export function viewNamed(name: ViewName): View {
  return VIEWS.find((view) => view.name === name) ?? VIEWS[0];
}
