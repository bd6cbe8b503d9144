/** One key press, or one paste. `text` is what was typed or pasted, empty for keys that type nothing. */
export interface Key {
  /** `j`, `G`, `enter`, `esc`, `up`, `shift-tab`, `ctrl-c`, `f1`, `paste` … */
  readonly name: string;
  readonly text: string;
}

/**
 * Turns what the terminal sends into keys. A sequence may arrive in pieces (a slow link splits an arrow key after its
 * Esc), so what is open waits in `pending`; the caller calls `flush` when nothing came for a while, which makes a lone
 * Esc of it. Sequences that are not keys (mouse, focus, answers to questions) are swallowed whole: they never type.
 */
export class KeyDecoder {
  pending = '';

  push(input: string): Key[] {
    const keys: Key[] = [];
    let rest = this.pending + input;
    while (rest !== '') {
      const taken = take(rest, keys);
      if (taken === 0) break;
      rest = rest.slice(taken);
    }
    this.pending = rest.length > LONGEST_PENDING ? '' : rest;
    return keys;
  }

  /** Nothing followed: what looked like the begin of a sequence was the Esc key. */
  flush(): Key[] {
    const wasEscape = this.pending === ESC;
    // A paste may take its time; half a sequence that never ended is dropped.
    if (!this.pending.startsWith(PASTE_BEGIN)) this.pending = '';
    return wasEscape ? [key('esc')] : [];
  }
}

const ESC = '\x1b';
const PASTE_BEGIN = '\x1b[200~';
const PASTE_END = '\x1b[201~';
/** More than this without an end is no paste of a filter or a path. */
const LONGEST_PENDING = 1 << 20;

/** Appends what the front of `input` says; returns how many characters that took, 0 when more must come first. */
function take(input: string, keys: Key[]): number {
  if (input.startsWith(PASTE_BEGIN)) {
    const end = input.indexOf(PASTE_END);
    if (end < 0) return 0;
    keys.push({ name: 'paste', text: input.slice(PASTE_BEGIN.length, end) });
    return end + PASTE_END.length;
  }
  if (input.charCodeAt(0) !== 0x1b) return takePlain(input, keys);
  if (input.length === 1) return 0;
  switch (input[1]) {
    case '[':
      return takeControlSequence(input, keys);
    case 'O':
      if (input.length < 3) return 0;
      pushNamed(SS3_KEYS.get(input[2] ?? ''), keys);
      return 3;
    case ']':
    case 'P':
    case '^':
    case '_':
      return stringEnd(input);
    default:
      // Esc and then another key, sent in one go.
      keys.push(key('esc'));
      return 1;
  }
}

/** `ESC [ 1 ; 5 A`: parameters 0x30–0x3f, intermediates 0x20–0x2f, one final character. */
function takeControlSequence(input: string, keys: Key[]): number {
  // The oldest mouse mode is three raw bytes behind `ESC [ M`.
  if (input.startsWith('\x1b[M')) return input.length < 6 ? 0 : 6;
  // The Linux console: F1 to F5 are `ESC [ [ A` to `ESC [ [ E`.
  if (input.startsWith('\x1b[[')) {
    if (input.length < 4) return 0;
    pushNamed(input[3] === 'A' ? 'f1' : undefined, keys);
    return 4;
  }
  for (let at = 2; at < input.length; at++) {
    const code = input.charCodeAt(at);
    if (code >= 0x20 && code <= 0x3f) continue;
    // Not part of a sequence: what came before is dropped, this character is read again.
    if (code < 0x40 || code > 0x7e) return at;
    pushNamed(CSI_KEYS.get(input.slice(2, at + 1)), keys);
    return at + 1;
  }
  return 0;
}

/** An answer of the terminal (OSC, DCS): ends with BEL or `ESC \`. */
function stringEnd(input: string): number {
  for (let at = 2; at < input.length; at++) {
    if (input.charCodeAt(at) === 0x07) return at + 1;
    if (input.charCodeAt(at) === 0x1b) return input.length > at + 1 ? at + 2 : 0;
  }
  return 0;
}

function takePlain(input: string, keys: Key[]): number {
  const code = input.codePointAt(0) ?? 0;
  const name = CONTROL_KEYS.get(code);
  if (name !== undefined) keys.push(key(name));
  else if (code < 0x20) keys.push(key(`ctrl-${String.fromCharCode(code + 0x60)}`));
  else keys.push({ name: String.fromCodePoint(code), text: String.fromCodePoint(code) });
  return code > 0xffff ? 2 : 1;
}

function pushNamed(name: string | undefined, keys: Key[]): void {
  if (name !== undefined) keys.push(key(name));
}

function key(name: string): Key {
  return { name, text: '' };
}

const CONTROL_KEYS: ReadonlyMap<number, string> = new Map([
  [0x00, 'ctrl-space'],
  [0x08, 'backspace'],
  [0x09, 'tab'],
  [0x0a, 'enter'],
  [0x0d, 'enter'],
  [0x1c, 'ctrl-\\'],
  [0x20, 'space'],
  [0x7f, 'backspace'],
]);

const SS3_KEYS: ReadonlyMap<string, string> = new Map([
  ['A', 'up'],
  ['B', 'down'],
  ['C', 'right'],
  ['D', 'left'],
  ['H', 'home'],
  ['F', 'end'],
  ['M', 'enter'],
  ['P', 'f1'],
]);

const CSI_KEYS: ReadonlyMap<string, string> = new Map([
  ['A', 'up'],
  ['B', 'down'],
  ['C', 'right'],
  ['D', 'left'],
  ['H', 'home'],
  ['F', 'end'],
  ['Z', 'shift-tab'],
  ['1~', 'home'],
  ['7~', 'home'],
  ['4~', 'end'],
  ['8~', 'end'],
  ['5~', 'page-up'],
  ['6~', 'page-down'],
  ['3~', 'delete'],
  ['11~', 'f1'],
]);
