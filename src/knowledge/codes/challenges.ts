// What servers send behind 334, by the text that the base64 hides. The answers of clients are never here: they are secrets.
import type { Translated } from '../reason-facts.ts';
import type { Source } from './source.ts';

export interface ChallengeFacts {
  /** Of the decoded text, whole. */
  readonly pattern: RegExp;
  readonly mechanism: string;
  readonly name: Translated;
  readonly description: Translated;
  readonly answer: Translated;
  readonly source: Source;
}

const LOGIN_SOURCE: Source = {
  en: 'LOGIN was never an RFC; draft-murchison-sasl-login describes it; AUTH: RFC 4954',
  'pt-BR': 'LOGIN nunca foi RFC; descrito em draft-murchison-sasl-login; AUTH: RFC 4954',
};

export const CHALLENGES: readonly ChallengeFacts[] = [
  {
    pattern: /^user ?name[:\0]*$/i,
    mechanism: 'LOGIN',
    name: { en: 'LOGIN prompt for the user name', 'pt-BR': 'LOGIN pede o usuário' },
    description: {
      en: 'The first challenge of AUTH LOGIN: the server asks for the user name.',
      'pt-BR': 'O primeiro desafio do AUTH LOGIN: o servidor pede o nome de usuário.',
    },
    answer: { en: 'The user name in base64.', 'pt-BR': 'O nome de usuário em base64.' },
    source: LOGIN_SOURCE,
  },
  {
    pattern: /^password[:\0]*$/i,
    mechanism: 'LOGIN',
    name: { en: 'LOGIN prompt for the password', 'pt-BR': 'LOGIN pede a senha' },
    description: {
      en: 'The second challenge of AUTH LOGIN: the server asks for the password. Postfix quotes it in "SASL LOGIN authentication failed": the login failed after this prompt. It is no password.',
      'pt-BR':
        'O segundo desafio do AUTH LOGIN: o servidor pede a senha. O Postfix o cita em "SASL LOGIN authentication failed": o login falhou depois deste pedido. Não é uma senha.',
    },
    answer: { en: 'The password in base64, only under TLS.', 'pt-BR': 'A senha em base64, só com TLS.' },
    source: LOGIN_SOURCE,
  },
  {
    pattern: /^<[!-~]{1,250}@[!-~]{1,250}>$/,
    mechanism: 'CRAM-MD5',
    name: { en: 'CRAM-MD5 challenge', 'pt-BR': 'Desafio CRAM-MD5' },
    description: {
      en: 'A number, a time and a host name, used once.',
      'pt-BR': 'Um número, uma hora e um nome de host, usados uma vez.',
    },
    answer: {
      en: 'The user name and the HMAC-MD5 digest, in base64.',
      'pt-BR': 'O usuário e o resumo HMAC-MD5, em base64.',
    },
    source: { rfc: 2195 },
  },
  {
    pattern: /^(?:realm|nonce)=.*nonce=|^nonce=/s,
    mechanism: 'DIGEST-MD5',
    name: { en: 'DIGEST-MD5 challenge', 'pt-BR': 'Desafio DIGEST-MD5' },
    description: {
      en: "The server's realm and nonce. DIGEST-MD5 is historic.",
      'pt-BR': 'O realm e o nonce do servidor. O DIGEST-MD5 é histórico.',
    },
    answer: { en: 'The digest response, in base64.', 'pt-BR': 'A resposta digest, em base64.' },
    source: { rfc: 2831 },
  },
  {
    pattern: /^rspauth=/,
    mechanism: 'DIGEST-MD5',
    name: { en: 'DIGEST-MD5, proof of the server', 'pt-BR': 'DIGEST-MD5, prova do servidor' },
    description: {
      en: 'The digest was right, and the server proves that it knows the secret too.',
      'pt-BR': 'O resumo estava certo, e o servidor prova que também conhece o segredo.',
    },
    answer: { en: 'An empty line; 235 follows.', 'pt-BR': 'Uma linha vazia; vem o 235.' },
    source: { rfc: 2831 },
  },
  {
    pattern: /^r=[!-~]+,s=[A-Za-z0-9+/=]+,i=\d+/,
    mechanism: 'SCRAM',
    name: { en: 'SCRAM, first message of the server', 'pt-BR': 'SCRAM, primeira mensagem do servidor' },
    description: {
      en: 'Nonce, salt and number of iterations.',
      'pt-BR': 'Nonce, sal e número de iterações.',
    },
    answer: {
      en: "The client's final message with its proof, in base64.",
      'pt-BR': 'A mensagem final do cliente com a prova, em base64.',
    },
    source: { rfc: 5802 },
  },
  {
    pattern: /^v=[A-Za-z0-9+/]+=*$/,
    mechanism: 'SCRAM',
    name: { en: 'SCRAM, proof of the server', 'pt-BR': 'SCRAM, prova do servidor' },
    description: {
      en: 'The proof was right, and the server signs in turn.',
      'pt-BR': 'A prova estava certa, e o servidor assina por sua vez.',
    },
    answer: { en: 'An empty line; 235 follows.', 'pt-BR': 'Uma linha vazia; vem o 235.' },
    source: { rfc: 5802 },
  },
  {
    pattern: /^NTLMSSP\0\x02/,
    mechanism: 'NTLM',
    name: { en: 'NTLM challenge (type 2)', 'pt-BR': 'Desafio NTLM (tipo 2)' },
    description: {
      en: "The server's nonce and flags.",
      'pt-BR': 'O nonce e as opções do servidor.',
    },
    answer: { en: 'The type 3 message, in base64.', 'pt-BR': 'A mensagem tipo 3, em base64.' },
    source: { en: 'MS-NLMP, MS-SMTPNTLM', 'pt-BR': 'MS-NLMP, MS-SMTPNTLM' },
  },
  {
    pattern: /^\{\s*"(?:status|schemes|scope)"\s*:/,
    mechanism: 'XOAUTH2, OAUTHBEARER',
    name: { en: 'OAuth error inside the challenge', 'pt-BR': 'Erro OAuth dentro do desafio' },
    description: {
      en: 'The token was refused, and this says why: 400 malformed or wrong scope, 401 expired or revoked. A 535 follows.',
      'pt-BR':
        'O token foi recusado, e aqui está o porquê: 400 malformado ou escopo errado, 401 expirado ou revogado. Vem um 535.',
    },
    answer: {
      en: 'An empty line (OAUTHBEARER: AQ==). Then renew the token or its scope.',
      'pt-BR': 'Uma linha vazia (OAUTHBEARER: AQ==). Depois renove o token ou o escopo.',
    },
    source: { rfc: 7628 },
  },
];
