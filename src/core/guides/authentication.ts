import type { Guide } from './types.ts';

export const authentication: Guide = {
  id: 'authentication',
  title: 'Which authentication',
  purpose: 'How callers prove who they are before a request gets through',
  icon: 'lock',
  first: 'callers',
  questions: [
    {
      id: 'callers',
      text: 'Who calls?',
      options: [
        { id: 'people', label: 'People in a browser', next: 'accounts' },
        { id: 'programs', label: 'Apps and other services', next: 'proof' },
        {
          id: 'own-service',
          label: 'Anyone; a service of ours decides on each request',
          next: {
            pattern: 'external-authorization',
            reason:
              'Envoy asks your service before each request goes on, and passes on what it says, so any rule you can program is possible. It has to answer quickly and be up whenever the app is: while it is down, every request is refused.',
            others: [{ pattern: 'jwt', when: 'all that it looks at is in a signed token' }],
          },
        },
      ],
    },
    {
      id: 'accounts',
      text: 'Where do these people have their accounts?',
      options: [
        {
          id: 'identity-provider',
          label: 'At an identity provider',
          help: 'One that speaks OpenID Connect, as company logins and most social logins do.',
          next: {
            pattern: 'oidc',
            reason:
              'Envoy sends people to the provider to sign in and keeps the session in cookies, so the app needs no code for it. You register a client there and give Envoy its secret; it has to be HTTPS.',
            others: [{ pattern: 'jwt', when: 'a single-page app fetches the tokens by itself' }],
          },
        },
        {
          id: 'own-app',
          label: 'In our own app, which hands out tokens',
          next: {
            pattern: 'jwt',
            reason:
              'Envoy checks the signature of each token with the public keys of your app, so requests without a good one never reach a backend. The app has to publish its keys, and a token stays good until it expires: keep its life short.',
          },
        },
        {
          id: 'nowhere',
          label: 'Nowhere; a handful of them know a password',
          next: {
            pattern: 'basic-auth',
            reason:
              'Users and hashed passwords stand in one Secret and every browser can ask for them; nothing else has to run. There is no signing out and no second factor, and each new user is an edit, so keep it to internal pages.',
            others: [{ pattern: 'oidc', when: 'there will be more than a handful' }],
          },
        },
      ],
    },
    {
      id: 'proof',
      text: 'What can the callers show?',
      options: [
        {
          id: 'token',
          label: 'A signed token of an identity provider',
          help: 'A JWT, as OAuth clients send it in the Authorization header.',
          next: 'rights',
        },
        {
          id: 'certificate',
          label: 'A certificate of their own',
          next: {
            pattern: 'client-mtls',
            reason:
              'A connection only comes about when the client holds a key whose certificate your CA has signed, so nothing secret travels with the requests. Somebody has to issue and renew those certificates, and it covers all routes of the gateway.',
            others: [{ pattern: 'jwt', when: 'routes of one gateway have different callers' }],
          },
        },
        {
          id: 'key',
          label: 'A key that we give them',
          next: {
            pattern: 'api-key',
            reason:
              'Each client has a key in a Secret and sends it in a header, which is the least that a caller has to learn. Keys do not expire by themselves and whoever reads one can use it: HTTPS only, and exchange them from time to time.',
            others: [{ pattern: 'jwt', when: 'there is an identity provider that can issue tokens' }],
          },
        },
        {
          id: 'nothing',
          label: 'Nothing, but we know their addresses',
          next: {
            pattern: 'ip-allow-list',
            reason:
              'Requests from other addresses than those you list are refused, and callers need no change at all. It says where a request comes from, not who sent it; behind a load balancer Envoy has to be told how to find the true address.',
            others: [{ pattern: 'api-key', when: 'callers share addresses, or change them' }],
          },
        },
      ],
    },
    {
      id: 'rights',
      text: 'Who decides what a caller may do?',
      options: [
        {
          id: 'app',
          label: 'The app, once it knows who it is',
          next: {
            pattern: 'jwt',
            reason:
              'Envoy checks signature, issuer and audience of each token by the published keys, so nothing is looked up on a request and nothing is stored. It passes the subject on as a header; a token cannot be called back before it expires.',
          },
        },
        {
          id: 'service',
          label: 'A policy service, from more than the token says',
          next: {
            pattern: 'external-authorization',
            reason:
              'Rights that change faster than tokens expire need somebody to ask: Envoy calls your service for each request. That costs one more step a request, and the service has to be as available as the app.',
            others: [{ pattern: 'jwt', when: 'a claim of the token says all there is to know' }],
          },
        },
      ],
    },
  ],
};
