/** Another program's numbers beside ours, counted by its rules from the same events. */
export interface CompareView {
  with: 'pflogsumm' | 'eximstats';
  /** Whose rules: name and version. */
  rules: string;
  /** What concerns all rows. */
  notes: string[];
  rows: CompareRow[];
}

export interface CompareRow {
  /** What they call it. */
  what: string;
  theirs: number;
  /** Null: we do not count that. */
  ours: number | null;
  /** How they count otherwise; null where the numbers are the same. */
  why: string | null;
}
