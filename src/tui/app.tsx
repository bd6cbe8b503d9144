import { Box, render } from 'ink';
import { Component, useSyncExternalStore } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { ReadStream } from 'node:tty';
import { PlacedLines } from './placed-lines.tsx';
import { drawFrame } from './views/frame.ts';
import type { SceneStore } from './scene-store.ts';
import type { LineReferences } from './terminal/line-references.ts';
import type { Screen } from './terminal/screen.ts';

export interface Stage {
  readonly store: SceneStore;
  readonly screen: Screen;
  readonly references: LineReferences;
  readonly keyboard: ReadStream;
  onError(error: unknown): void;
}

/** Puts the dashboard on the screen, and draws it anew whenever the scene changes. Returns the function that ends it. */
export function mountApp(stage: Stage): () => void {
  const app = (
    <RenderErrors onError={stage.onError}>
      <App store={stage.store} references={stage.references} />
    </RenderErrors>
  );
  const { unmount } = render(app, {
    // Ink asks a stream, columns, rows and whether it is a terminal; the rest of the type it never touches.
    stdout: stage.screen as unknown as NodeJS.WriteStream,
    stdin: stage.keyboard,
    // Each frame whole, at once, and nothing else: the screen does the rest.
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  return unmount;
}

function App({ store, references }: { store: SceneStore; references: LineReferences }): ReactElement {
  const scene = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.scene,
  );
  return (
    <Box width={scene.size.columns} height={scene.size.rows}>
      {drawFrame(scene).map((block) => (
        <PlacedLines key={block.name} block={block} references={references} />
      ))}
    </Box>
  );
}

/** React hands an error in a component only to a class. Ink's own would draw a page that vanishes with the screen. */
class RenderErrors extends Component<{ onError: (error: unknown) => void; children: ReactNode }> {
  override state: { failed: boolean } = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
