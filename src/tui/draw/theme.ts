/** What a text is for; the theme says how that looks. Components name roles and never a colour. */
export type Role =
  | 'plain'
  /** Done: 2xx, 235, delivered. */
  | 'ok'
  /** The auth side: a question (3xx, 334) and its answers. */
  | 'asks'
  /** The storage side: try later (4xx, 452). */
  | 'later'
  /** Final: 5xx, 535, bounced. */
  | 'no'
  | 'critical'
  | 'warning'
  | 'notice'
  /** Titles, the focused frame, the number that the eye should find. */
  | 'strong'
  /** Frames, axes, help texts: never the only copy of a fact. */
  | 'quiet'
  | 'selected';

/** The SGR parameters of each role, `33;1`; empty for none. */
export interface Theme {
  readonly name: ThemeName;
  readonly sgr: Readonly<Record<Role, string>>;
}

export const THEME_NAMES = ['ansi', 'dark', 'light', 'mono'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** Attributes only. Nothing is lost: every role is also a sign, a letter, bold or reverse. */
const mono: Theme = {
  name: 'mono',
  sgr: {
    plain: '',
    ok: '',
    asks: '',
    later: '',
    no: '',
    critical: '1',
    warning: '1',
    notice: '',
    strong: '1',
    quiet: '2',
    selected: '7',
  },
};

/** The terminal's own sixteen colours: right on any background, because the person chose them. */
const ansi: Theme = {
  name: 'ansi',
  sgr: {
    ...mono.sgr,
    ok: '32',
    asks: '36',
    later: '33',
    no: '31',
    critical: '31;1',
    warning: '33;1',
  },
};

const dark: Theme = { name: 'dark', sgr: palette('85', '75', '178', '209', '245') };
const light: Theme = { name: 'light', sgr: palette('23', '27', '130', '88', '240') };

const THEMES: Readonly<Record<ThemeName, Theme>> = { ansi, dark, light, mono };

/** `wanted` is the word of the command line, null when it says nothing. */
export function chooseTheme(
  env: NodeJS.ProcessEnv,
  wanted: ThemeName | null,
  color: 'always' | 'auto' | 'never' = 'auto',
): Theme {
  if (color === 'never') return mono;
  const forced = color === 'always' || isSet(env['FORCE_COLOR']) || isSet(env['CLICOLOR_FORCE']);
  if (color !== 'always' && (env['NO_COLOR'] ?? '') !== '') return mono;
  if (env['TERM'] === 'dumb' && !forced) return mono;
  return THEMES[wanted ?? 'ansi'];
}

function palette(
  ok: string,
  asks: string,
  later: string,
  no: string,
  quiet: string,
): Readonly<Record<Role, string>> {
  const color = (index: string): string => `38;5;${index}`;
  return {
    ...mono.sgr,
    ok: color(ok),
    asks: color(asks),
    later: color(later),
    no: color(no),
    critical: `${color(no)};1`,
    warning: `${color(later)};1`,
    quiet: color(quiet),
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}
