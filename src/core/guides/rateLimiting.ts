import type { Guide, GuideOutcome, GuideQuestion } from './types.ts';

type Whose = 'everyone' | 'header' | 'address';

const words: Readonly<Record<Whose, string>> = {
  everyone: 'all requests together',
  header: 'the requests of each user',
  address: 'the requests of each address',
};

/** Whether proxies may count for themselves; what does it when they may depends on whose requests are counted. */
const exactness = (whose: Whose, local: GuideOutcome): GuideQuestion => ({
  id: `exact-${whose}`,
  text: 'Does the number have to hold across all proxies?',
  options: [
    { id: 'no', label: 'No, about right is good enough', next: local },
    {
      id: 'yes',
      label: 'Yes, it is a promise, or it is paid for',
      next: {
        pattern: 'global-rate-limit',
        answers: { who: whose },
        reason: `All proxies count ${words[whose]} in one Redis, by way of the rate limit service of Envoy Gateway, so the number holds however many of them run. Redis has to be there, Envoy Gateway has to be told of it, and each request waits for its answer.`,
        others: [{ pattern: local.pattern, when: 'about right is good enough' }],
      },
    },
  ],
});

const counting = 'With three proxies three times the number gets through: set it for one of them.';
const globally = [{ pattern: 'global-rate-limit', when: 'the number has to hold across all proxies' }];

export const rateLimiting: Guide = {
  id: 'rate-limiting',
  title: 'Which rate limiting',
  purpose: 'What is counted, for whom, and how exact it has to be',
  icon: 'quota',
  first: 'counted',
  questions: [
    {
      id: 'counted',
      text: 'What is to be limited?',
      options: [
        { id: 'requests', label: 'Requests', next: 'whose' },
        { id: 'tokens', label: 'Tokens of language models', next: 'budget' },
      ],
    },
    {
      id: 'whose',
      text: 'Whose requests are counted together?',
      options: [
        {
          id: 'everyone',
          label: 'All of them',
          help: 'To keep the app from being overrun.',
          next: 'exact-everyone',
        },
        {
          id: 'user',
          label: 'Those of each user',
          help: 'To keep one from taking the share of others.',
          next: 'exact-header',
        },
        {
          id: 'address',
          label: 'Those of each address',
          help: 'Where nobody has to say who they are.',
          next: 'exact-address',
        },
      ],
    },
    exactness('everyone', {
      pattern: 'local-rate-limit',
      reason: `Each proxy counts for itself, so nothing else has to run and no request waits for an answer. ${counting}`,
      others: globally,
    }),
    exactness('header', {
      pattern: 'user-rate-limits',
      reason: `Each value of a header has a count of its own in each proxy, and who comes without it has a smaller one; nothing else has to run. The header has to come from a checked token or key, since a client can write what it likes. ${counting}`,
      others: globally,
    }),
    exactness('address', {
      pattern: 'user-rate-limits',
      reason: `Who comes without the header of a user is counted by address, in each proxy for itself. Many people share one address behind the same provider, so do not set it too low. ${counting}`,
      others: globally,
    }),
    {
      id: 'budget',
      text: 'Whose budget is it?',
      options: [
        {
          id: 'user',
          label: 'That of each user',
          next: {
            pattern: 'token-limit',
            reason:
              'AI Gateway counts the tokens of each answer, and a global limit takes them off the budget of the user whom a header names. It needs Redis; as the tokens are known only after the answer, the last one may go over.',
            others: [{ pattern: 'model-quota', when: 'it is the bill of a provider that has to end' }],
          },
        },
        {
          id: 'model',
          label: 'That of a model at a provider, for all users',
          next: {
            pattern: 'model-quota',
            reason:
              'A QuotaPolicy caps what a model at a provider may be used for, whichever user it was for. The rate limiter of AI Gateway and a Redis have to run, and its API is alpha and may change.',
            others: [{ pattern: 'token-limit', when: 'no user may use up the share of others' }],
          },
        },
      ],
    },
  ],
};
