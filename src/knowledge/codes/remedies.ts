// How to mend what a reason names: for whom sent the mail, who runs the server, who should have got it.
import type { Reason } from '../../model/reason.ts';
import type { Remedy } from './remedy.ts';

export const REMEDIES: Readonly<Record<Reason, Remedy>> = {
  accepted: {
    sender: { en: 'Nothing to do.', 'pt-BR': 'Nada a fazer.' },
    admin: {
      en: 'Nothing to do; note the queue id for tracing.',
      'pt-BR': 'Nada a fazer; anote o id da fila para rastrear.',
    },
    recipient: {
      en: 'Nothing to do; look in the spam folder if the message is not visible.',
      'pt-BR': 'Nada a fazer; veja a pasta de spam se a mensagem não aparecer.',
    },
  },
  session: {
    sender: { en: 'Nothing to do.', 'pt-BR': 'Nada a fazer.' },
    admin: { en: 'Nothing to do.', 'pt-BR': 'Nada a fazer.' },
    recipient: { en: 'Nothing to do.', 'pt-BR': 'Nada a fazer.' },
  },
  'auth-challenge': {
    sender: {
      en: 'Let the client answer with the base64 line the mechanism asks for.',
      'pt-BR': 'Deixe o cliente responder com a linha base64 que o mecanismo pede.',
    },
    admin: {
      en: 'Nothing to fix by itself; count it as a prompt, and watch what follows (235 or 535).',
      'pt-BR': 'Nada a corrigir por si só; conte como um pedido e veja o que vem depois (235 ou 535).',
    },
    recipient: { en: 'Not involved.', 'pt-BR': 'Não participa.' },
  },
  'auth-ok': {
    sender: { en: 'Nothing to do.', 'pt-BR': 'Nada a fazer.' },
    admin: {
      en: 'Nothing to do; a success right after many failures deserves a look.',
      'pt-BR': 'Nada a fazer; um sucesso logo após muitas falhas merece atenção.',
    },
    recipient: { en: 'Not involved.', 'pt-BR': 'Não participa.' },
  },
  'auth-required': {
    sender: {
      en: 'Turn on authentication in the client, use port 587 or 465, and the full address as the user name.',
      'pt-BR': 'Ative a autenticação no cliente, use a porta 587 ou 465 e o endereço completo como usuário.',
    },
    admin: {
      en: 'Advertise AUTH only under TLS on 587/465; if a trusted host must send without login, list it explicitly.',
      'pt-BR':
        'Anuncie AUTH só com TLS em 587/465; se um host confiável precisa enviar sem login, liste-o explicitamente.',
    },
    recipient: { en: 'Not involved.', 'pt-BR': 'Não participa.' },
  },
  'auth-failed': {
    sender: {
      en: 'Retype or reset the password, check the user name form, use an app password or renew the OAuth token; stop the device that keeps trying the old one.',
      'pt-BR':
        'Redigite ou troque a senha, confira o formato do usuário, use senha de app ou renove o token OAuth; pare o aparelho que insiste na antiga.',
    },
    admin: {
      en: 'Look at IP and user together: one stale client is a support case, many is an attack; check the SASL backend, then ban or rate-limit.',
      'pt-BR':
        'Olhe IP e usuário juntos: um cliente desatualizado é suporte, muitos é ataque; confira o backend SASL e depois bana ou limite.',
    },
    recipient: { en: 'Not involved.', 'pt-BR': 'Não participa.' },
  },
  'auth-mechanism': {
    sender: {
      en: 'Use the method the provider asks for: app password, OAuth 2.0, or another mechanism under TLS.',
      'pt-BR': 'Use o método que o provedor pede: senha de app, OAuth 2.0 ou outro mecanismo sob TLS.',
    },
    admin: {
      en: 'Check which mechanisms are offered and whether SMTP AUTH is on for tenant and mailbox; plan the move to OAuth.',
      'pt-BR':
        'Veja quais mecanismos são oferecidos e se o SMTP AUTH está ligado no tenant e na caixa; planeje a ida para OAuth.',
    },
    recipient: { en: 'Not involved.', 'pt-BR': 'Não participa.' },
  },
  'auth-blocked': {
    sender: {
      en: 'Sign in with a browser, confirm the account, pay or appeal; then change the password.',
      'pt-BR': 'Entre pelo navegador, confirme a conta, pague ou recorra; depois troque a senha.',
    },
    admin: {
      en: 'Find out why it was locked (abuse, payment, policy) before unlocking; rotate the password and check what it sent.',
      'pt-BR':
        'Descubra por que foi bloqueada (abuso, pagamento, política) antes de liberar; troque a senha e veja o que ela enviou.',
    },
    recipient: { en: 'Not involved.', 'pt-BR': 'Não participa.' },
  },
  'auth-temp': {
    sender: {
      en: 'Wait and retry with growing pauses; open fewer sessions. Do not change the password because of this.',
      'pt-BR':
        'Espere e tente de novo com pausas crescentes; abra menos sessões. Não troque a senha por causa disso.',
    },
    admin: {
      en: 'Check the SASL/LDAP/SQL backend and its timeouts; if the cause is too many attempts, find the client that hammers.',
      'pt-BR':
        'Verifique o backend SASL/LDAP/SQL e os tempos limite; se for excesso de tentativas, ache o cliente que insiste.',
    },
    recipient: { en: 'Not involved.', 'pt-BR': 'Não participa.' },
  },
  'sender-not-allowed': {
    sender: {
      en: 'Set From and the account to the same address, or ask for the right to send as the other one.',
      'pt-BR': 'Use em From o mesmo endereço da conta, ou peça permissão para enviar como o outro.',
    },
    admin: {
      en: 'Check the sender-login map (smtpd_sender_login_maps) or grant Send As; verify the identity or domain with the ESP.',
      'pt-BR':
        'Confira o mapa remetente-login (smtpd_sender_login_maps) ou conceda Send As; valide a identidade ou o domínio no provedor.',
    },
    recipient: { en: 'Not involved.', 'pt-BR': 'Não participa.' },
  },
  'tls-required': {
    sender: {
      en: 'Turn on STARTTLS (587) or implicit TLS (465); update a client that cannot do TLS 1.2.',
      'pt-BR': 'Ative STARTTLS (587) ou TLS implícito (465); atualize o cliente que não faz TLS 1.2.',
    },
    admin: {
      en: 'Make outbound TLS opportunistic at least (smtp_tls_security_level=may); check that port 25 egress does not strip STARTTLS.',
      'pt-BR':
        'Deixe o TLS de saída ao menos oportunista (smtp_tls_security_level=may); veja se algo na porta 25 remove o STARTTLS.',
    },
    recipient: { en: 'Not involved.', 'pt-BR': 'Não participa.' },
  },
  'tls-failed': {
    sender: {
      en: 'Nothing; the message waits while both servers sort it out.',
      'pt-BR': 'Nada; a mensagem espera enquanto os servidores se acertam.',
    },
    admin: {
      en: 'Check key and certificate files, expiry, chain, host name, DANE TLSA and MTA-STS; reload after renewal.',
      'pt-BR':
        'Confira chave e certificado, validade, cadeia, nome do host, TLSA do DANE e MTA-STS; recarregue após renovar.',
    },
    recipient: { en: 'Tell your provider if it lasts.', 'pt-BR': 'Avise seu provedor se durar.' },
  },
  'storage-system-full': {
    sender: {
      en: 'Nothing: your server keeps trying for days. Do not resend by hand; use another channel if urgent.',
      'pt-BR':
        'Nada: seu servidor continua tentando por dias. Não reenvie à mão; use outro canal se for urgente.',
    },
    admin: {
      en: 'Free space now on the queue and mail-store file systems: df -h and df -i, logs, old queue files, core dumps; then raise the limit or add disk.',
      'pt-BR':
        'Libere espaço já na fila e no armazenamento: df -h e df -i, logs, arquivos antigos da fila, core dumps; depois aumente o limite ou o disco.',
    },
    recipient: {
      en: 'Cannot fix it; tell the provider that the whole server refuses mail.',
      'pt-BR': 'Não resolve; avise o provedor que o servidor todo recusa e-mail.',
    },
  },
  'resource-pressure': {
    sender: { en: 'Nothing: retries are automatic.', 'pt-BR': 'Nada: as novas tentativas são automáticas.' },
    admin: {
      en: 'See which resource (Exchange: events 15004 to 15007, Get-ExchangeDiagnosticInfo): disk, memory, version buckets, queue length; fix that one.',
      'pt-BR':
        'Veja qual recurso (Exchange: eventos 15004 a 15007, Get-ExchangeDiagnosticInfo): disco, memória, version buckets, fila; corrija esse.',
    },
    recipient: { en: 'Cannot fix it; tell the provider.', 'pt-BR': 'Não resolve; avise o provedor.' },
  },
  'storage-mailbox-full': {
    sender: {
      en: 'Tell the recipient by another channel; with 4xx your server keeps trying, with 5xx send again later.',
      'pt-BR': 'Avise o destinatário por outro canal; com 4xx seu servidor insiste, com 5xx reenvie depois.',
    },
    admin: {
      en: 'Raise or recalculate the quota (doveadm quota recalc), archive, warn at 80 and 95 percent; prefer 4xx so that mail waits.',
      'pt-BR':
        'Aumente ou recalcule a cota (doveadm quota recalc), arquive, avise em 80 e 95 por cento; prefira 4xx para a mensagem esperar.',
    },
    recipient: {
      en: 'Delete or archive mail, empty trash and spam, or buy space; other services may share the quota.',
      'pt-BR':
        'Apague ou arquive mensagens, esvazie lixeira e spam, ou compre espaço; outros serviços podem dividir a cota.',
    },
  },
  'message-too-big': {
    sender: {
      en: 'Send a link, compress or split; base64 adds about a third to an attachment.',
      'pt-BR': 'Envie um link, compacte ou divida; o base64 soma cerca de um terço ao anexo.',
    },
    admin: {
      en: 'Align the limits along the path (message_size_limit, mailbox_size_limit, Exim message_size_limit, proxy); raise only with disk to match.',
      'pt-BR':
        'Alinhe os limites no caminho (message_size_limit, mailbox_size_limit, message_size_limit do Exim, proxy); aumente só com disco à altura.',
    },
    recipient: {
      en: 'Offer an upload or sharing link.',
      'pt-BR': 'Ofereça um link de envio ou compartilhamento.',
    },
  },
  'rate-limited': {
    sender: {
      en: 'Slow down and spread the mail; if you did not send that much, change your password.',
      'pt-BR': 'Envie mais devagar e espalhe; se você não enviou tanto, troque a senha.',
    },
    admin: {
      en: 'Lower concurrency and rate per destination, warm up new IPs, and look for one account that exceeds its norm.',
      'pt-BR': 'Reduza concorrência e taxa por destino, aqueça IPs novos e procure uma conta fora do normal.',
    },
    recipient: { en: 'Nothing; the message is only delayed.', 'pt-BR': 'Nada; a mensagem só atrasa.' },
  },
  greylisted: {
    sender: {
      en: 'Nothing; it arrives within minutes to an hour.',
      'pt-BR': 'Nada; chega em minutos ou até uma hora.',
    },
    admin: {
      en: 'Retry from the same IP; keep retries within 5 to 15 minutes; ask the receiver to whitelist a sending pool.',
      'pt-BR':
        'Tente de novo do mesmo IP; mantenha o intervalo entre 5 e 15 minutos; peça ao destino para liberar um grupo de IPs.',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
  'too-many-recipients': {
    sender: {
      en: 'Nothing with a mail server; in a script send smaller batches or use a list manager.',
      'pt-BR': 'Nada com um servidor de e-mail; em um script, use lotes menores ou um gerenciador de listas.',
    },
    admin: {
      en: 'Let the MTA split (smtp_destination_recipient_limit); raise smtpd_recipient_limit only for trusted clients.',
      'pt-BR':
        'Deixe o MTA dividir (smtp_destination_recipient_limit); aumente smtpd_recipient_limit só para clientes confiáveis.',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
  'reputation-blocked': {
    sender: {
      en: 'Tell your provider; do not resend in a loop.',
      'pt-BR': 'Avise seu provedor; não reenvie em laço.',
    },
    admin: {
      en: 'Stop the cause first (compromised account, list, script), then check the lists named in the text and ask for removal; watch complaint rates.',
      'pt-BR':
        'Primeiro pare a causa (conta comprometida, lista, script), depois consulte as listas citadas e peça a remoção; acompanhe as reclamações.',
    },
    recipient: {
      en: 'Add the sender to your allow list, or ask your admin to.',
      'pt-BR': 'Inclua o remetente na lista de permitidos ou peça ao administrador.',
    },
  },
  'client-identity': {
    sender: {
      en: 'Send through your provider instead of directly.',
      'pt-BR': 'Envie pelo seu provedor em vez de diretamente.',
    },
    admin: {
      en: 'Set PTR to a name that resolves back to the IP and use that name in HELO (smtp_helo_name, primary_hostname).',
      'pt-BR':
        'Defina um PTR que resolva de volta para o IP e use esse nome no HELO (smtp_helo_name, primary_hostname).',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
  'spf-dkim-dmarc': {
    sender: {
      en: 'Send through the servers of your domain; forwarding and mailing lists can break SPF.',
      'pt-BR': 'Envie pelos servidores do seu domínio; encaminhamento e listas podem quebrar o SPF.',
    },
    admin: {
      en: 'Fix SPF (all sources, under 10 lookups), sign with DKIM aligned to From, publish DMARC, read its reports; add ARC or SRS when forwarding.',
      'pt-BR':
        'Corrija o SPF (todas as origens, menos de 10 consultas), assine DKIM alinhado ao From, publique DMARC, leia os relatórios; use ARC ou SRS ao encaminhar.',
    },
    recipient: {
      en: 'Nothing; forwarding to another mailbox may cause it.',
      'pt-BR': 'Nada; encaminhar para outra caixa pode causar isso.',
    },
  },
  'sender-rejected': {
    sender: {
      en: 'Check your own address and its domain.',
      'pt-BR': 'Confira seu próprio endereço e o domínio.',
    },
    admin: {
      en: 'Make the envelope domain resolve with MX or A; set a valid return path for scripts and bounces.',
      'pt-BR':
        'Faça o domínio do envelope resolver com MX ou A; defina um return-path válido para scripts e devoluções.',
    },
    recipient: {
      en: 'Ask your admin to look at the sender block list.',
      'pt-BR': 'Peça ao administrador para ver a lista de bloqueio de remetentes.',
    },
  },
  'relay-denied': {
    sender: {
      en: 'Log in before sending (587), or check the recipient domain for a typo.',
      'pt-BR': 'Faça login antes de enviar (587) ou confira se o domínio do destinatário está certo.',
    },
    admin: {
      en: 'Sender side: authenticate. Receiver side: add the domain to relay or virtual domains, and check that the MX points to the right host.',
      'pt-BR':
        'Lado remetente: autentique. Lado destino: inclua o domínio em relay/virtual domains e veja se o MX aponta para o host certo.',
    },
    recipient: {
      en: 'Tell your admin that mail to your domain is refused.',
      'pt-BR': 'Avise seu administrador que o e-mail para seu domínio é recusado.',
    },
  },
  policy: {
    sender: {
      en: 'Ask the recipient how to reach them; a list may need membership.',
      'pt-BR': 'Pergunte ao destinatário como chegar a ele; uma lista pode exigir inscrição.',
    },
    admin: {
      en: 'Read the rule named in the text; on the receiving side adjust the mail rule, restriction or access map.',
      'pt-BR':
        'Leia a regra citada no texto; no destino, ajuste a regra de fluxo, a restrição ou o mapa de acesso.',
    },
    recipient: {
      en: 'Allow the sender, or remove your own block.',
      'pt-BR': 'Libere o remetente ou retire seu próprio bloqueio.',
    },
  },
  'spam-content': {
    sender: {
      en: 'Change wording, links and attachments; drop shortened or listed URLs.',
      'pt-BR': 'Mude texto, links e anexos; tire URLs encurtadas ou listadas.',
    },
    admin: {
      en: 'Check for a hijacked account or form, sign with DKIM, look at the URL lists; on the receiving side review the score.',
      'pt-BR':
        'Veja se há conta ou formulário sequestrado, assine com DKIM, consulte as listas de URL; no destino, revise a pontuação.',
    },
    recipient: {
      en: 'Allow the sender or release from quarantine.',
      'pt-BR': 'Libere o remetente ou retire da quarentena.',
    },
  },
  virus: {
    sender: {
      en: 'Scan your machine; share the file in another way if it is clean.',
      'pt-BR': 'Examine seu computador; se o arquivo é limpo, compartilhe de outra forma.',
    },
    admin: {
      en: 'Find the origin (user or host) and isolate it; do not exempt the type.',
      'pt-BR': 'Ache a origem (usuário ou host) e isole; não libere o tipo.',
    },
    recipient: { en: 'Do not ask for the file by e-mail.', 'pt-BR': 'Não peça o arquivo por e-mail.' },
  },
  'no-such-user': {
    sender: {
      en: 'Check the spelling; remove the address after a hard bounce.',
      'pt-BR': 'Confira a grafia; remova o endereço após devolução definitiva.',
    },
    admin: {
      en: 'Clean lists; a burst of these from one client is address harvesting. Receiver: check the alias or directory sync.',
      'pt-BR':
        'Limpe as listas; uma rajada disso de um cliente é coleta de endereços. Destino: confira alias ou sincronização.',
    },
    recipient: { en: 'Give senders your right address.', 'pt-BR': 'Dê aos remetentes seu endereço certo.' },
  },
  'mailbox-disabled': {
    sender: {
      en: 'Reach the person in another way; remove the address.',
      'pt-BR': 'Fale com a pessoa de outro modo; remova o endereço.',
    },
    admin: {
      en: 'Receiver: re-enable or close for good; say 5.2.1 in words.',
      'pt-BR': 'Destino: reative ou encerre de vez; diga 5.2.1 com palavras.',
    },
    recipient: {
      en: 'Sign in or contact your provider to reactivate.',
      'pt-BR': 'Entre na conta ou fale com o provedor para reativar.',
    },
  },
  'mailbox-unavailable': {
    sender: { en: 'Nothing; it is retried.', 'pt-BR': 'Nada; há nova tentativa.' },
    admin: {
      en: 'Receiver: look for locks, migrations, stuck deliveries.',
      'pt-BR': 'Destino: procure travas, migrações, entregas presas.',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
  'mailbox-moved': {
    sender: { en: 'Use the new address.', 'pt-BR': 'Use o novo endereço.' },
    admin: {
      en: 'Update contacts and lists; receiver may forward instead.',
      'pt-BR': 'Atualize contatos e listas; o destino pode encaminhar.',
    },
    recipient: {
      en: 'Tell your contacts the new address.',
      'pt-BR': 'Informe o novo endereço aos contatos.',
    },
  },
  'no-such-domain': {
    sender: { en: 'Check the part after @.', 'pt-BR': 'Confira a parte depois do @.' },
    admin: {
      en: 'Receiver: check registration, MX and A records, or remove a null MX published by mistake.',
      'pt-BR': 'Destino: confira registro, MX e A, ou retire um null MX publicado por engano.',
    },
    recipient: {
      en: 'Tell your provider your domain does not receive.',
      'pt-BR': 'Avise seu provedor que seu domínio não recebe.',
    },
  },
  dns: {
    sender: { en: 'Nothing; it is retried.', 'pt-BR': 'Nada; há nova tentativa.' },
    admin: {
      en: 'Test your resolver (dig MX), its cache and DNSSEC; check the zone of the other side.',
      'pt-BR': 'Teste seu resolvedor (dig MX), o cache e DNSSEC; confira a zona do outro lado.',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
  network: {
    sender: { en: 'Nothing; it is retried.', 'pt-BR': 'Nada; há nova tentativa.' },
    admin: {
      en: 'Test port 25 from the server, firewall, MTU and the remote MX; see if one destination or all fail.',
      'pt-BR':
        'Teste a porta 25 a partir do servidor, firewall, MTU e o MX remoto; veja se falha um destino ou todos.',
    },
    recipient: { en: 'Tell your provider if it lasts.', 'pt-BR': 'Avise seu provedor se durar.' },
  },
  'remote-busy': {
    sender: { en: 'Nothing; it is retried.', 'pt-BR': 'Nada; há nova tentativa.' },
    admin: {
      en: 'Wait; if only you are refused, treat it as a rate or reputation signal. Receiver: check load and process limits.',
      'pt-BR':
        'Espere; se só você é recusado, trate como sinal de limite ou reputação. Destino: veja carga e limites de processos.',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
  'remote-error': {
    sender: {
      en: 'Nothing for 4xx; for 5xx try once later.',
      'pt-BR': 'Nada para 4xx; para 5xx tente uma vez mais tarde.',
    },
    admin: {
      en: 'Receiver: read its own log for the same time (maps, LDAP/SQL, milter, filter). Sender: wait.',
      'pt-BR':
        'Destino: leia o próprio log na mesma hora (mapas, LDAP/SQL, milter, filtro). Remetente: espere.',
    },
    recipient: { en: 'Tell your provider if it lasts.', 'pt-BR': 'Avise seu provedor se durar.' },
  },
  loop: {
    sender: {
      en: 'Tell the recipient that their forwarding loops.',
      'pt-BR': 'Avise o destinatário que o encaminhamento dele dá volta.',
    },
    admin: {
      en: 'Follow the Received headers; check mydestination, relay domains, aliases and both forwards.',
      'pt-BR':
        'Siga os cabeçalhos Received; confira mydestination, relay domains, aliases e os dois encaminhamentos.',
    },
    recipient: { en: 'Remove the circular forward.', 'pt-BR': 'Retire o encaminhamento circular.' },
  },
  expired: {
    sender: { en: 'Send again after the cause is fixed.', 'pt-BR': 'Reenvie depois de corrigida a causa.' },
    admin: {
      en: 'Look up the last real error of that queue id; fix that.',
      'pt-BR': 'Procure o último erro real daquele id de fila; corrija-o.',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
  'protocol-error': {
    sender: { en: 'Use an up-to-date client or server.', 'pt-BR': 'Use cliente ou servidor atualizado.' },
    admin: {
      en: 'Read the session: order of commands, pipelining, a firewall that rewrites SMTP, AUTH line length.',
      'pt-BR':
        'Leia a sessão: ordem dos comandos, pipelining, firewall que reescreve SMTP, tamanho da linha AUTH.',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
  'message-format': {
    sender: {
      en: 'Compose again in plain form; avoid special characters in addresses.',
      'pt-BR': 'Escreva de novo em formato simples; evite caracteres especiais nos endereços.',
    },
    admin: {
      en: 'Fix the generator: one From, one Subject, Date and Message-ID, CRLF line ends, lines under 998 octets.',
      'pt-BR':
        'Corrija o gerador: um From, um Subject, Date e Message-ID, fim de linha CRLF, linhas abaixo de 998 octetos.',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
  unclassified: {
    sender: {
      en: 'Read the text after the code; send it to your provider.',
      'pt-BR': 'Leia o texto após o código; mande ao seu provedor.',
    },
    admin: {
      en: 'Keep the full line and add a rule for it.',
      'pt-BR': 'Guarde a linha completa e crie uma regra para ela.',
    },
    recipient: { en: 'Nothing.', 'pt-BR': 'Nada.' },
  },
};
