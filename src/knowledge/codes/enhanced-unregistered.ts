// Enhanced codes in wide use that no registry knows: whose they are and what they say. `x` is 4 or 5, `a-b` a range.
import type { UnregisteredCodeFacts } from './enhanced-code-facts.ts';

export const ENHANCED_UNREGISTERED: readonly UnregisteredCodeFacts[] = [
  {
    code: 'x.1.351',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Remote server returned unknown recipient or mailbox unavailable',
      'pt-BR': 'Servidor remoto informou destinatário desconhecido ou caixa indisponível',
    },
    reason: 'no-such-user',
  },
  {
    code: '5.1.90',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Daily limit for message recipients reached',
      'pt-BR': 'Limite diário de destinatários atingido',
    },
    reason: 'rate-limited',
  },
  {
    code: '5.2.121',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Per-hour receive limit from one sender',
      'pt-BR': 'Limite de recebimento por hora vindo de um remetente',
    },
    reason: 'rate-limited',
  },
  {
    code: '5.2.122',
    usedBy: 'Exchange Online',
    meaning: { en: 'Per-hour receive limit', 'pt-BR': 'Limite de recebimento por hora' },
    reason: 'rate-limited',
  },
  {
    code: '5.2.252',
    usedBy: 'Exchange Online',
    meaning: { en: 'SendAsDenied', 'pt-BR': 'Sem permissão para enviar como esse remetente (SendAsDenied)' },
    reason: 'sender-not-allowed',
  },
  {
    code: 'x.4.8',
    usedBy: 'draft-martin-smtp-ipv6-to-ipv4-fallback',
    meaning: { en: 'Retry over IPv4', 'pt-BR': 'Tente de novo por IPv4' },
    reason: 'spf-dkim-dmarc',
  },
  {
    code: '5.4.14',
    usedBy: 'Exchange Online',
    meaning: { en: 'Hop count exceeded', 'pt-BR': 'Número de saltos excedido' },
    reason: 'loop',
  },
  {
    code: '5.4.300',
    usedBy: 'Exchange Online',
    meaning: { en: 'Message expired', 'pt-BR': 'Mensagem expirou' },
    reason: 'expired',
  },
  {
    code: 'x.4.310',
    usedBy: 'Exchange Online',
    meaning: { en: 'DNS domain does not exist', 'pt-BR': 'O domínio não existe no DNS' },
    reason: 'no-such-domain',
  },
  {
    code: 'x.4.312',
    usedBy: 'Exchange Online',
    meaning: { en: 'DNS query failed', 'pt-BR': 'A consulta DNS falhou' },
    reason: 'dns',
  },
  {
    code: 'x.4.316',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Connection refused (4.x) or expired after it (5.x)',
      'pt-BR': 'Conexão recusada (4.x) ou prazo esgotado depois disso (5.x)',
    },
    reason: 'network',
  },
  {
    code: 'x.4.317',
    usedBy: 'Exchange Online',
    meaning: { en: 'STARTTLS required to send', 'pt-BR': 'STARTTLS exigido para enviar' },
    reason: 'tls-required',
  },
  {
    code: 'x.7.32',
    usedBy: 'Gmail',
    meaning: { en: 'From: not aligned with SPF or DKIM', 'pt-BR': 'From: não alinhado com SPF ou DKIM' },
    reason: 'spf-dkim-dmarc',
  },
  {
    code: 'x.7.40',
    usedBy: 'Gmail',
    meaning: { en: 'No DMARC record or policy', 'pt-BR': 'Sem registro ou política DMARC' },
    reason: 'spf-dkim-dmarc',
  },
  {
    code: '5.7.54',
    usedBy: 'Exchange',
    meaning: {
      en: 'Unable to relay recipient in non-accepted domain',
      'pt-BR': 'Não repassa a destinatário de domínio que não é aceito',
    },
    reason: 'relay-denied',
  },
  {
    code: '5.7.57',
    usedBy: 'Exchange Online',
    meaning: { en: 'Client not authenticated to send mail', 'pt-BR': 'Cliente não autenticado para enviar' },
    reason: 'auth-required',
  },
  {
    code: '5.7.60',
    usedBy: 'Exchange',
    meaning: {
      en: 'No permission to send as this sender',
      'pt-BR': 'Sem permissão para enviar como esse remetente',
    },
    reason: 'sender-not-allowed',
  },
  {
    code: '5.7.64',
    usedBy: 'Exchange Online',
    meaning: { en: 'TenantAttribution; Relay Access Denied', 'pt-BR': 'TenantAttribution; repasse negado' },
    reason: 'relay-denied',
  },
  {
    code: '5.7.124',
    usedBy: 'Exchange Online',
    meaning: { en: 'Sender not in allowed-senders list', 'pt-BR': 'Remetente fora da lista de permitidos' },
    reason: 'policy',
  },
  {
    code: '5.7.133-136',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Sender not authenticated for group, mailbox, public folder, user',
      'pt-BR': 'Remetente não autenticado para o grupo, caixa, pasta pública ou usuário',
    },
    reason: 'policy',
  },
  {
    code: '5.7.139',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'SMTP AUTH refused (disabled for tenant, basic auth off, conditional access)',
      'pt-BR':
        'SMTP AUTH recusado (desativado no locatário, autenticação básica desligada, acesso condicional)',
    },
    reason: 'auth-mechanism',
  },
  {
    code: 'x.7.321',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'starttls-not-supported',
      'pt-BR': 'O destino não oferece STARTTLS (starttls-not-supported)',
    },
    reason: 'tls-required',
  },
  {
    code: 'x.7.322',
    usedBy: 'Exchange Online',
    meaning: { en: 'certificate-expired', 'pt-BR': 'Certificado expirado (certificate-expired)' },
    reason: 'tls-failed',
  },
  {
    code: 'x.7.323',
    usedBy: 'Exchange Online',
    meaning: { en: 'tlsa-invalid (DANE)', 'pt-BR': 'Registro TLSA inválido, DANE (tlsa-invalid)' },
    reason: 'tls-failed',
  },
  {
    code: 'x.7.324',
    usedBy: 'Exchange Online',
    meaning: { en: 'dnssec-invalid', 'pt-BR': 'DNSSEC inválido (dnssec-invalid)' },
    reason: 'tls-failed',
  },
  {
    code: 'x.7.325',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'certificate-host-mismatch',
      'pt-BR': 'O certificado não corresponde ao host (certificate-host-mismatch)',
    },
    reason: 'tls-failed',
  },
  {
    code: '4.7.500-699',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Server busy or access denied, try again later (ASnnn)',
      'pt-BR': 'Servidor ocupado ou acesso negado, tente mais tarde (ASnnn)',
    },
    reason: 'rate-limited',
  },
  {
    code: '4.7.650',
    usedBy: 'Outlook.com',
    meaning: {
      en: 'Temporarily rate limited due to IP reputation',
      'pt-BR': 'Limitado por ora por causa da reputação do IP',
    },
    reason: 'reputation-blocked',
  },
  {
    code: '4.7.700',
    usedBy: 'Exchange Online',
    meaning: { en: 'PFA agent busy', 'pt-BR': 'Agente PFA ocupado' },
    reason: 'remote-busy',
  },
  {
    code: '4.7.850-899',
    usedBy: 'Exchange Online',
    meaning: { en: 'IP temporarily restricted', 'pt-BR': 'IP restrito por ora' },
    reason: 'rate-limited',
  },
  {
    code: '5.7.501-503',
    usedBy: 'Exchange Online',
    meaning: { en: 'Sending account banned for spam', 'pt-BR': 'Conta remetente banida por spam' },
    reason: 'reputation-blocked',
  },
  {
    code: '5.7.504',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Recipient address rejected: Access denied',
      'pt-BR': 'Endereço do destinatário recusado: acesso negado',
    },
    reason: 'no-such-user',
  },
  {
    code: '5.7.506',
    usedBy: 'Exchange Online',
    meaning: { en: 'Bad HELO', 'pt-BR': 'HELO inválido' },
    reason: 'client-identity',
  },
  {
    code: '5.7.507',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Rejected by recipient organisation',
      'pt-BR': 'Recusada pela organização do destinatário',
    },
    reason: 'policy',
  },
  {
    code: '5.7.508',
    usedBy: 'Exchange Online',
    meaning: { en: 'IPv6 range exceeded limits', 'pt-BR': 'Faixa IPv6 passou dos limites' },
    reason: 'rate-limited',
  },
  {
    code: '5.7.509',
    usedBy: 'Exchange Online',
    meaning: { en: 'DMARC reject', 'pt-BR': 'Recusada por DMARC' },
    reason: 'spf-dkim-dmarc',
  },
  {
    code: '5.7.510',
    usedBy: 'Exchange Online',
    meaning: { en: 'Recipient does not accept IPv6', 'pt-BR': 'O destinatário não aceita IPv6' },
    reason: 'client-identity',
  },
  {
    code: '5.7.511',
    usedBy: 'Exchange Online',
    meaning: { en: 'Banned sender IP', 'pt-BR': 'IP do remetente banido' },
    reason: 'reputation-blocked',
  },
  {
    code: '5.7.512',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Message must be RFC 5322 section 3.6.2 compliant',
      'pt-BR': 'A mensagem precisa seguir a RFC 5322, seção 3.6.2',
    },
    reason: 'message-format',
  },
  {
    code: '5.7.513',
    usedBy: 'Exchange Online',
    meaning: {
      en: "Blocked by the recipient domain's own list",
      'pt-BR': 'Bloqueada pela lista do próprio domínio do destinatário',
    },
    reason: 'reputation-blocked',
  },
  {
    code: '5.7.515',
    usedBy: 'Outlook.com',
    meaning: {
      en: 'Required authentication level not met',
      'pt-BR': 'Nível de autenticação exigido não atingido',
    },
    reason: 'spf-dkim-dmarc',
  },
  {
    code: '5.7.606-649',
    usedBy: 'Exchange Online',
    meaning: { en: 'Banned sending IP', 'pt-BR': 'IP de envio banido' },
    reason: 'reputation-blocked',
  },
  {
    code: '5.7.700-749',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Tenant exceeded threshold, traffic not accepted',
      'pt-BR': 'O locatário passou do limite, tráfego não aceito',
    },
    reason: 'reputation-blocked',
  },
  {
    code: '5.7.750',
    usedBy: 'Exchange Online',
    meaning: {
      en: 'Client blocked from sending from unregistered domains',
      'pt-BR': 'Cliente impedido de enviar de domínios não registrados',
    },
    reason: 'reputation-blocked',
  },
  {
    code: '5.7.900-999',
    usedBy: 'Exchange',
    meaning: { en: 'Refused by a mail flow rule', 'pt-BR': 'Recusada por uma regra de fluxo de e-mail' },
    reason: 'policy',
  },
];
