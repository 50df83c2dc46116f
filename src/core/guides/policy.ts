import type { Guide } from './types.ts';

export const policy: Guide = {
  id: 'policy',
  title: 'Which policy for which scenario',
  purpose: 'Which resource does what you have in mind',
  icon: 'shield',
  first: 'where',
  questions: [
    {
      id: 'where',
      text: 'What do you want to change?',
      options: [
        { id: 'connection', label: 'How clients connect', next: 'connection' },
        { id: 'admission', label: 'Who may send requests', next: 'admission' },
        { id: 'way', label: 'What happens on the way to the app', next: 'way' },
        { id: 'request', label: 'Where a request goes, or what it says', next: 'request' },
      ],
    },
    {
      id: 'connection',
      text: 'What about the connection?',
      options: [
        {
          id: 'redirect',
          label: 'Plain HTTP should become HTTPS',
          next: {
            pattern: 'https-redirect',
            reason:
              'No policy does this: the gateway gets a listener for HTTP whose only route answers with a redirect, and the other routes move to HTTPS. The host needs a certificate, which this asks cert-manager for.',
          },
        },
        {
          id: 'certificate',
          label: 'The gateway needs a certificate',
          next: {
            pattern: 'tls-http01',
            reason:
              'TLS ends at a listener of the gateway, which names the Secret with the certificate; cert-manager fills and renews that Secret. A ClientTrafficPolicy only says which versions and ciphers are taken.',
            others: [
              { pattern: 'tls-dns01', when: 'the internet cannot reach port 80' },
              { pattern: 'tls-self-signed', when: 'you are only trying it out' },
            ],
          },
        },
        {
          id: 'client-certificates',
          label: 'Clients have to show a certificate',
          next: {
            pattern: 'client-mtls',
            reason:
              'A ClientTrafficPolicy is about the connection before any request, so it names the CA that client certificates have to come from. It governs whole listeners; a SecurityPolicy can then tell the clients of one route apart.',
          },
        },
      ],
    },
    {
      id: 'admission',
      text: 'What are the senders judged by?',
      options: [
        {
          id: 'identity',
          label: 'Who they are',
          next: {
            pattern: 'jwt',
            reason:
              'A SecurityPolicy on a route or gateway refuses requests before they are sent on. Tokens are the usual proof for apps; the guide on authentication finds the one for your callers.',
            others: [
              { pattern: 'oidc', when: 'they are people in a browser' },
              { pattern: 'api-key', when: 'there is no identity provider' },
            ],
          },
        },
        {
          id: 'address',
          label: 'The address they come from',
          next: {
            pattern: 'ip-allow-list',
            reason:
              'The authorization rules of a SecurityPolicy allow ranges of addresses and deny the rest. Behind a load balancer a ClientTrafficPolicy has to say how the true address is found, else all come from the balancer.',
          },
        },
        {
          id: 'origin',
          label: 'The web site whose script calls',
          next: {
            pattern: 'cors',
            reason:
              "A SecurityPolicy answers the browser's question which sites may call, so the app need not. Only browsers ask it: it is no protection against other programs, so keep an authentication beside it.",
          },
        },
        {
          id: 'own-rules',
          label: 'Rules in a service of our own',
          next: {
            pattern: 'external-authorization',
            reason:
              'A SecurityPolicy can ask your service about each request and pass on the headers that it adds. Each request waits for the answer, and without it none gets through.',
          },
        },
      ],
    },
    {
      id: 'way',
      text: 'What should happen on the way?',
      options: [
        {
          id: 'failures',
          label: 'A failing pod should not fail users',
          next: {
            pattern: 'resilience',
            reason:
              'A BackendTrafficPolicy sets timeouts, tries again elsewhere, and stops sending to what fails. Retries multiply the load just when there is too much of it, so keep them few, with a limit on what runs at once.',
          },
        },
        {
          id: 'load',
          label: 'Too many requests should be turned away',
          next: {
            pattern: 'local-rate-limit',
            reason:
              'A BackendTrafficPolicy counts requests and answers with 429 beyond the limit. Counted in each proxy it needs nothing else; the guide on rate limiting says when that is not enough.',
            others: [
              { pattern: 'user-rate-limits', when: 'one user must not take the share of others' },
              { pattern: 'global-rate-limit', when: 'the number has to hold across all proxies' },
            ],
          },
        },
        {
          id: 'encryption',
          label: 'It should be encrypted',
          next: {
            pattern: 'backend-tls',
            reason:
              'A BackendTLSPolicy lets Envoy speak TLS to a Service or Backend and check its certificate against the authority that you name. The app has to serve TLS on that port, and its certificate has to be renewed as well.',
          },
        },
        {
          id: 'trouble',
          label: 'We want to see how clients take trouble',
          next: {
            pattern: 'fault-injection',
            reason:
              'A BackendTrafficPolicy delays or fails a share of requests without touching the app. It hits whoever calls, so use a route of its own or a small share, and remove it when you are done.',
          },
        },
      ],
    },
    {
      id: 'request',
      text: 'What should become of the request?',
      options: [
        {
          id: 'path',
          label: 'The app should see another path',
          next: {
            pattern: 'path-rewrite',
            reason:
              'This is a filter of the route itself, so it stands beside the match it is about and no policy is needed. Links that the app writes into its answers still have its own paths.',
          },
        },
        {
          id: 'host',
          label: 'The client should ask another host',
          next: {
            pattern: 'domain-redirect',
            reason:
              'A filter of the route answers with the new address, and browsers remember it when it is permanent. The old name has to keep its DNS record, and its certificate, for as long as links to it live.',
          },
        },
        {
          id: 'share',
          label: 'Some should go to a new version',
          next: {
            pattern: 'canary',
            reason:
              'Weights on the backends of a rule share its requests out, so the route is all that changes. The guide on deployment strategies says when another way is better.',
            others: [{ pattern: 'blue-green', when: 'testers should see it first' }],
          },
        },
        {
          id: 'copy',
          label: 'A copy should go elsewhere',
          next: {
            pattern: 'request-mirroring',
            reason:
              'A filter of the route sends a copy to a second backend and throws its answers away. What the copy writes happens twice, so give it a store of its own.',
          },
        },
      ],
    },
  ],
};
