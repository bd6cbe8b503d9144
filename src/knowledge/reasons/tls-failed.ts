import type { ReasonFacts } from '../reason-facts.ts';

/** TLS could not be started or trusted: missing key, expired or mismatched certificate, DANE or MTA-STS failure. */
export const tlsFailed: ReasonFacts = {
  family: 'tls',
  nature: 'either',
  owner: 'admin',
  retry: 'yes',
  severity: 'warn',
  title: { en: 'TLS failed', 'pt-BR': 'Falha de TLS' },
  definition: {
    en: 'TLS could not be started or trusted: missing key, expired or mismatched certificate, DANE or MTA-STS failure.',
    'pt-BR':
      'O TLS não iniciou ou não é confiável: sem chave, certificado vencido ou errado, falha de DANE ou MTA-STS.',
  },
  confusedWith: 'auth-temp (454 is used for both)',
  example: '454 4.7.0 TLS not available due to local problem',
  rules: [
    {
      id: 'ms-dane',
      layer: 'provider',
      order: 550,
      providers: ['exchange-online'],
      any: ['tlsa-invalid', 'dnssec-invalid', 'certificate-expired', 'certificate-host-mismatch'],
      source: 'sisimai/p5-sisimai lib/Sisimai/Rhost/Microsoft.pm',
      examples: [
        '450 4.7.323 tlsa-invalid: The domain failed DANE validation',
        "550 5.7.322 certificate-expired: Destination mail server's certificate is expired.",
      ],
    },
    {
      id: 'tls-failed-text',
      layer: 'generic',
      order: 1960,
      any: [
        'tls not available',
        'tls currently unavailable',
        'tls is not available',
        'tls it not available',
        'does not support tls',
        'tls is required but',
        'tlsa-invalid',
        'dnssec-invalid',
        'certificate-expired',
        'certificate-host-mismatch',
        'certificate verification failed',
        'certificate verify failed',
        'tls handshake',
        'tls negotiation',
        'ssl handshake',
        'starttls failed',
        'cannot start tls',
        'no matching tlsa',
        'tls certificate is not trusted',
        'configuration is invalid for this certificate',
        'error initializing tls',
        'mx record authenticity',
      ],
      source: 'sisimai/set-of-emails lhost-gmail-07.eml; vdukhovni/postfix postfix/src',
      examples: [
        '500 Remote server does not support TLS (state 6).',
        '454 4.7.0 TLS not available due to local problem',
        '454 TLS currently unavailable',
        '451 4.7.1 TLS is required but unavailable or failed (MTA-STS)',
      ],
    },
  ],
};
