// Queue ids as the mail systems make them.

const BASE_52 = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz';
const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Postfix: long ids hold the second and the microsecond and never repeat; short ones the microsecond only.
 * The inode counts up, so that no id comes twice.
 */
export function createQueueIds(random, long) {
  let inode = 262_144;
  return (time) => {
    const microseconds = Math.floor(time % 1000) * 1000 + random.below(1000);
    inode++;
    if (!long)
      return microseconds.toString(16).toUpperCase().padStart(5, '0') + inode.toString(16).toUpperCase();
    return `${encoded(Math.floor(time / 1000), BASE_52, 52, 6)}${encoded(microseconds, BASE_52, 52, 4)}z${encoded(inode, BASE_52, 51, 1)}`;
  };
}

/** Exim: second, pid and fraction; up to 4.96 in 6-6-2, since 4.97 in 6-11-4 digits. */
export function createMessageIds(random, long) {
  let pid = 2000;
  return (time) => {
    pid += random.between(1, 9);
    const second = encoded(Math.floor(time / 1000), BASE_62, 62, 6);
    const fraction = Math.floor(time % 1000);
    if (long) return `${second}-${encoded(pid, BASE_62, 62, 11)}-${encoded(fraction * 1000, BASE_62, 62, 4)}`;
    return `${second}-${encoded(pid, BASE_62, 62, 6)}-${encoded(Math.floor(fraction / 5), BASE_62, 62, 2)}`;
  };
}

function encoded(number, alphabet, base, width) {
  let text = '';
  for (let left = number; left > 0; left = Math.floor(left / base)) text = alphabet[left % base] + text;
  return text.padStart(width, '0');
}
