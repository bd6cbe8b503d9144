/** The characters we draw with. All are one cell wide in every terminal that has them. */
export interface Glyphs {
  readonly name: GlyphSetName;
  readonly frame: {
    readonly horizontal: string;
    readonly vertical: string;
    readonly topLeft: string;
    readonly topRight: string;
    readonly bottomLeft: string;
    readonly bottomRight: string;
    readonly tick: string;
  };
  /** Part of a cell filled from the left, least first; the last fills it. */
  readonly bar: readonly string[];
  /** Part of a cell filled from below, least first; the last fills it. */
  readonly rising: readonly string[];
  /** Part of a cell filled from above, least first. `reverse`: drawn in reverse video. */
  readonly hanging: readonly { readonly glyph: string; readonly reverse: boolean }[];
  readonly sign: {
    readonly critical: string;
    readonly warning: string;
    readonly notice: string;
    readonly final: string;
    readonly selected: string;
    readonly reading: string;
    readonly paused: string;
    readonly ended: string;
    readonly up: string;
    readonly down: string;
    /** Between the fields of one line. */
    readonly separator: string;
    /** Between the steps of a path. */
    readonly path: string;
    readonly ellipsis: string;
  };
}

export const GLYPH_SET_NAMES = ['block', 'basic', 'ascii'] as const;
export type GlyphSetName = (typeof GLYPH_SET_NAMES)[number];

const lines = {
  horizontal: '─',
  vertical: '│',
  topLeft: '┌',
  topRight: '┐',
  bottomLeft: '└',
  bottomRight: '┘',
  tick: '┼',
};

const block: Glyphs = {
  name: 'block',
  frame: lines,
  bar: [...'▏▎▍▌▋▊▉█'],
  rising: [...'▁▂▃▄▅▆▇█'],
  // There are no upper eighths: the lower rest of the cell in reverse video is one.
  hanging: [...[...'▇▆▅▄▃▂▁'].map((glyph) => ({ glyph, reverse: true })), { glyph: '█', reverse: false }],
  sign: {
    critical: '▲',
    warning: '●',
    notice: '○',
    final: '×',
    selected: '▸',
    reading: '○',
    paused: '‖',
    ended: '■',
    up: '↑',
    down: '↓',
    separator: '│',
    path: '›',
    ellipsis: '…',
  },
};

/** The Linux console: what its 256-character fonts have. */
const basic: Glyphs = {
  name: 'basic',
  frame: lines,
  bar: [...'▌█'],
  rising: [...'▄█'],
  hanging: [...'▀█'].map((glyph) => ({ glyph, reverse: false })),
  sign: {
    critical: '!',
    warning: '*',
    notice: 'o',
    final: 'x',
    selected: '>',
    reading: 'o',
    paused: '=',
    ended: '■',
    up: '↑',
    down: '↓',
    separator: '│',
    path: '>',
    ellipsis: '~',
  },
};

const ascii: Glyphs = {
  name: 'ascii',
  frame: {
    horizontal: '-',
    vertical: '|',
    topLeft: '+',
    topRight: '+',
    bottomLeft: '+',
    bottomRight: '+',
    tick: '+',
  },
  bar: [...'=#'],
  rising: [...'.-=#'],
  hanging: [...':#'].map((glyph) => ({ glyph, reverse: false })),
  sign: {
    ...basic.sign,
    ended: '#',
    up: '^',
    down: 'v',
    separator: '|',
  },
};

const GLYPH_SETS: Readonly<Record<GlyphSetName, Glyphs>> = { block, basic, ascii };

export function chooseGlyphs(env: NodeJS.ProcessEnv, wanted: GlyphSetName | null): Glyphs {
  if (wanted !== null) return GLYPH_SETS[wanted];
  const term = env['TERM'] ?? '';
  if (!saysUtf8(env) || term === 'dumb' || term.startsWith('vt100')) return ascii;
  return term === 'linux' ? basic : block;
}

/** The first of the three that is set decides, as in the C library. */
function saysUtf8(env: NodeJS.ProcessEnv): boolean {
  for (const name of ['LC_ALL', 'LC_CTYPE', 'LANG']) {
    const value = env[name] ?? '';
    if (value !== '') return /utf-?8/i.test(value);
  }
  return false;
}
