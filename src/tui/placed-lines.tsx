import { Box, Transform } from 'ink';
import type { ReactElement } from 'react';
import type { Block } from './draw/line.ts';
import type { LineReferences } from './terminal/line-references.ts';

/**
 * A block at its place. What Ink measures is a text of empty rows, always the same for the same height; the rows
 * themselves come in as references when Ink draws.
 */
export function PlacedLines(props: { block: Block; references: LineReferences }): ReactElement {
  const { block, references } = props;
  return (
    <Box
      position="absolute"
      marginLeft={block.x}
      marginTop={block.y}
      width={block.width}
      height={block.lines.length}
    >
      <Transform
        transform={(_, row) => {
          const line = block.lines[row];
          return line === undefined ? '' : references.refer(line);
        }}
      >
        {EMPTY_ROW + '\n'.repeat(block.lines.length - 1)}
      </Transform>
    </Box>
  );
}

/** Not an empty text: Ink draws nothing for one. */
const EMPTY_ROW = ' ';
