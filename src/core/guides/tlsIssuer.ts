import type { Guide, GuideOutcome } from './types.ts';

const overDns = (hostname: string, reason: string): GuideOutcome => ({
  pattern: 'tls-dns01',
  answers: { hostname },
  reason,
  others: [{ pattern: 'tls-http01', when: 'port 80 is open to everyone and no wildcard is needed' }],
});

export const tlsIssuer: Guide = {
  id: 'tls-issuer',
  title: 'Which TLS issuer',
  purpose: 'Who signs the certificate of a host, and how they are convinced that it is yours',
  icon: 'certificate',
  first: 'trust',
  questions: [
    {
      id: 'trust',
      text: 'Who has to trust the certificate?',
      options: [
        { id: 'everyone', label: 'Everyone, without installing anything', next: 'wildcard' },
        {
          id: 'company',
          label: 'Only machines of our own',
          next: {
            pattern: 'tls-self-signed',
            answers: { hasAuthority: true },
            reason:
              'An authority of your own is kept by cert-manager, and clients trust all that it signs once they have its one certificate. Nothing goes through the internet; you have to bring that certificate to every client and keep its key safe.',
            others: [{ pattern: 'tls-dns01', when: 'clients come that you cannot install anything on' }],
          },
        },
        {
          id: 'nobody',
          label: 'Nobody yet; we are trying things out',
          next: {
            pattern: 'tls-self-signed',
            answers: { hasAuthority: false },
            reason:
              'A certificate that signs itself is there in seconds and needs neither a domain nor the internet. Browsers warn of it and clients have to be told to accept it, so exchange the issuer before others come.',
          },
        },
      ],
    },
    {
      id: 'wildcard',
      text: 'Does one certificate have to cover all hosts of a domain?',
      help: 'As *.example.com does, for hosts that come and go.',
      options: [
        {
          id: 'yes',
          label: 'Yes, a wildcard',
          next: overDns(
            '*.example.com',
            "Let's Encrypt signs wildcards only for those who can write a record into the DNS of the domain. cert-manager does that by itself, with a token of your DNS provider that you keep in a Secret; a new record can take minutes to be seen.",
          ),
        },
        { id: 'no', label: 'No, each host by its name', next: 'reach' },
      ],
    },
    {
      id: 'reach',
      text: 'Can the internet reach the gateway on port 80?',
      options: [
        {
          id: 'yes',
          label: 'Yes',
          next: {
            pattern: 'tls-http01',
            reason:
              "Let's Encrypt fetches a file from the host itself, and cert-manager puts a route for it on the gateway while it asks, so there is no secret to keep. Port 80 stays open for renewals, and the name has to point at the gateway before the first try.",
            others: [{ pattern: 'tls-dns01', when: 'the host is not live yet, or wildcards will be needed' }],
          },
        },
        {
          id: 'no',
          label: 'No, it is internal or behind a firewall',
          next: overDns(
            'shop.example.com',
            'The proof is a DNS record, so the gateway need not be reachable from outside while its certificate is still trusted by all. cert-manager needs a token of your DNS provider; give it the rights for this one zone only.',
          ),
        },
      ],
    },
  ],
};
