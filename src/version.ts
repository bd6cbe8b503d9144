/** The package's version; a test compares it with package.json, so that start-up need not read that file. */
export const VERSION = '0.1.0';
