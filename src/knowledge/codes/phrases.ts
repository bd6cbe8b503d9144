// The words that many codes share, in both languages.
import type { Translated } from '../reason-facts.ts';

export type CodeStatus = 'rfc' | 'rfc-registry' | 'draft' | 'nonstandard' | 'not-smtp';

export const STATUSES: Readonly<Record<CodeStatus, Translated>> = {
  rfc: { en: 'defined by an RFC', 'pt-BR': 'definido por uma RFC' },
  'rfc-registry': {
    en: 'named by the registry of RFC 5248',
    'pt-BR': 'citado no registro da RFC 5248',
  },
  draft: { en: 'from a draft that expired', 'pt-BR': 'de um rascunho que expirou' },
  nonstandard: { en: 'in use, by no RFC', 'pt-BR': 'em uso, por nenhuma RFC' },
  'not-smtp': { en: 'no SMTP reply', 'pt-BR': 'não é resposta SMTP' },
};

export type Stage =
  | 'any'
  | 'connect'
  | 'greeting'
  | 'HELO'
  | 'EHLO'
  | 'STARTTLS'
  | 'AUTH'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'end of DATA'
  | 'VRFY'
  | 'EXPN'
  | 'HELP'
  | 'QUIT'
  | 'ETRN'
  | 'ATRN'
  | 'QHLO'
  | 'address query'
  | 'routing'
  | 'queue'
  | 'delivery';

export const STAGES: Readonly<Record<Stage, Translated>> = {
  any: { en: 'any stage', 'pt-BR': 'qualquer etapa' },
  connect: { en: 'connecting', 'pt-BR': 'conexão' },
  greeting: { en: 'greeting', 'pt-BR': 'saudação' },
  HELO: same('HELO'),
  EHLO: same('EHLO'),
  STARTTLS: same('STARTTLS'),
  AUTH: same('AUTH'),
  MAIL: same('MAIL FROM'),
  RCPT: same('RCPT TO'),
  DATA: same('DATA'),
  'end of DATA': { en: 'end of DATA', 'pt-BR': 'fim do DATA' },
  VRFY: same('VRFY'),
  EXPN: same('EXPN'),
  HELP: same('HELP'),
  QUIT: same('QUIT'),
  ETRN: same('ETRN'),
  ATRN: same('ATRN'),
  QHLO: same('QHLO'),
  'address query': { en: 'address query', 'pt-BR': 'consulta de endereço' },
  routing: { en: 'routing', 'pt-BR': 'roteamento' },
  queue: { en: 'waiting in the queue', 'pt-BR': 'espera na fila' },
  delivery: { en: 'delivery', 'pt-BR': 'entrega' },
};

export type Speaker =
  | 'server'
  | 'submission server'
  | 'sending server'
  | 'sending client'
  | 'operating system of the sender'
  | "sender's own server"
  | 'relay or sending server'
  | 'sending software, gateways'
  | 'gateways'
  | 'hosting servers'
  | 'ESPs'
  | 'ODMR server'
  | 'old servers'
  | 'old or joking servers'
  | 'experimental servers'
  | 'experimental'
  | 'Courier'
  | 'Courier, gateways, hosters'
  | 'Courier, old Exchange lists'
  | 'Courier, old servers'
  | 'Exchange-era lists, Courier'
  | 'Exchange-era servers'
  | 'Exim'
  | 'MessageLabs'
  | 'OpenSMTPD'
  | 'Oracle Messaging Server'
  | 'Rambler, others'
  | 'Zoho, gateways';

export const SPEAKERS: Readonly<Record<Speaker, Translated>> = {
  server: { en: 'the receiving server', 'pt-BR': 'o servidor que recebe' },
  'submission server': { en: 'the submission server', 'pt-BR': 'o servidor de envio' },
  'sending server': { en: 'the sending server', 'pt-BR': 'o servidor que envia' },
  'sending client': { en: 'the sending client', 'pt-BR': 'o cliente que envia' },
  'operating system of the sender': {
    en: "the sender's operating system",
    'pt-BR': 'o sistema operacional do remetente',
  },
  "sender's own server": { en: "the sender's own server", 'pt-BR': 'o próprio servidor do remetente' },
  'relay or sending server': {
    en: 'a relay or the sending server',
    'pt-BR': 'um relay ou o servidor que envia',
  },
  'sending software, gateways': {
    en: 'sending software, gateways',
    'pt-BR': 'programas de envio, gateways',
  },
  gateways: { en: 'gateways', 'pt-BR': 'gateways' },
  'hosting servers': { en: 'servers of hosters', 'pt-BR': 'servidores de hospedagem' },
  ESPs: { en: 'email service providers', 'pt-BR': 'plataformas de envio de e-mail' },
  'ODMR server': { en: 'an ODMR server', 'pt-BR': 'um servidor ODMR' },
  'old servers': { en: 'old servers', 'pt-BR': 'servidores antigos' },
  'old or joking servers': { en: 'old or joking servers', 'pt-BR': 'servidores antigos ou brincalhões' },
  'experimental servers': { en: 'experimental servers', 'pt-BR': 'servidores experimentais' },
  experimental: { en: 'experimental servers', 'pt-BR': 'servidores experimentais' },
  Courier: same('Courier'),
  'Courier, gateways, hosters': {
    en: 'Courier, gateways, hosters',
    'pt-BR': 'Courier, gateways, hospedagens',
  },
  'Courier, old Exchange lists': {
    en: 'Courier; in old lists also Exchange',
    'pt-BR': 'Courier; em listas antigas também o Exchange',
  },
  'Courier, old servers': { en: 'Courier, old servers', 'pt-BR': 'Courier, servidores antigos' },
  'Exchange-era lists, Courier': {
    en: 'Courier; in old lists also Exchange',
    'pt-BR': 'Courier; em listas antigas também o Exchange',
  },
  'Exchange-era servers': { en: 'old Exchange servers', 'pt-BR': 'servidores Exchange antigos' },
  Exim: same('Exim'),
  MessageLabs: same('MessageLabs'),
  OpenSMTPD: same('OpenSMTPD'),
  'Oracle Messaging Server': same('Oracle Messaging Server'),
  'Rambler, others': { en: 'Rambler and others', 'pt-BR': 'Rambler e outros' },
  'Zoho, gateways': { en: 'Zoho, gateways', 'pt-BR': 'Zoho, gateways' },
};

export type Retry =
  | 'yes'
  | 'no'
  | 'n/a'
  | 'after fixing'
  | 'after TLS'
  | 'after login'
  | 'after logging in once'
  | 'after changing method'
  | 'after changing content'
  | 'per recipient'
  | 'yes, over IPv4'
  | 'no, use the new address';

export const RETRIES: Readonly<Record<Retry, Translated>> = {
  yes: { en: 'yes, your server does it by itself', 'pt-BR': 'sim, seu servidor faz isso sozinho' },
  no: { en: 'no, not unchanged', 'pt-BR': 'não, não sem mudar algo' },
  'n/a': { en: 'not needed: nothing failed', 'pt-BR': 'não é preciso: nada falhou' },
  'after fixing': { en: 'after the cause is fixed', 'pt-BR': 'depois de corrigir a causa' },
  'after TLS': { en: 'after TLS is started', 'pt-BR': 'depois de iniciar TLS' },
  'after login': { en: 'after logging in', 'pt-BR': 'depois de entrar (AUTH)' },
  'after logging in once': {
    en: 'after logging in once with the plain password under TLS',
    'pt-BR': 'depois de entrar uma vez com a senha simples, sob TLS',
  },
  'after changing method': {
    en: 'after changing the login method',
    'pt-BR': 'depois de trocar o método de login',
  },
  'after changing content': {
    en: 'after changing the content',
    'pt-BR': 'depois de mudar o conteúdo',
  },
  'per recipient': { en: 'each recipient by its own reply', 'pt-BR': 'cada destinatário pela sua resposta' },
  'yes, over IPv4': { en: 'yes, over IPv4', 'pt-BR': 'sim, por IPv4' },
  'no, use the new address': { en: 'no, use the new address', 'pt-BR': 'não, use o novo endereço' },
};

function same(text: string): Translated {
  return { en: text, 'pt-BR': text };
}
