import type { ReasonFacts } from '../reason-facts.ts';

/** Memory, version buckets, processes or an unspecified resource are exhausted (Exchange back pressure); may be disk, not proven. */
export const resourcePressure: ReasonFacts = {
  family: 'storage',
  nature: 'transient',
  owner: 'admin of the answering server',
  retry: 'yes',
  severity: 'critical',
  title: { en: 'Server short of resources', 'pt-BR': 'Servidor sem recursos' },
  definition: {
    en: 'Memory, version buckets, processes or an unspecified resource are exhausted (Exchange back pressure); may be disk, not proven.',
    'pt-BR':
      'Memória, version buckets, processos ou recurso não especificado esgotado (back pressure do Exchange); pode ser disco, mas não está provado.',
  },
  confusedWith: 'storage-system-full',
  example: '452 4.3.1 Insufficient system resources',
  rules: [
    {
      id: 'ms-backpressure',
      layer: 'provider',
      order: 390,
      providers: ['exchange', 'outlook.com'],
      any: ['insufficient system resource'],
      source: 'wildbit/smtp-field-manual data/codes/452.json; public GitHub',
      examples: [
        '452 4.3.1 Insufficient system resources (TSTE) [DM6NAM12FT036.eop-nam12.prod.protection.outlook.com]',
        '452 4.3.1 Insufficient system resources (UsedVersionBuckets[C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\data\\Queue\\mail.que])',
        '452 4.3.1 Insufficient system resources',
        '451 4.4.24 Message failed to be replicated: insufficient system resource: storage',
      ],
    },
    {
      id: 'backpressure',
      layer: 'generic',
      order: 2080,
      any: [
        'insufficient system resource',
        'no system resources',
        'out of memory',
        'usedversionbuckets',
        'privatebytes',
        'back pressure',
        'backpressure',
        'system resources temporarily unavailable',
        'resources exhausted',
        'cannot allocate memory',
        'insufficient resources',
        'unable to fork',
        'too many open files',
        'fork() failed',
        'malloc() failed',
        'pipe() failed',
      ],
      none: ['useddiskspace'],
      note: 'Exchange back pressure: memory, version buckets, queue length or disk. Only UsedDiskSpace[...] proves disk.',
      source: 'vdukhovni/postfix postfix/src; notqmail/notqmail *.c',
      examples: ['421 4.3.2 No system resources', '421 out of memory (#4.3.0)'],
    },
  ],
};
