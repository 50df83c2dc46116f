import { choice, text } from '../parameters.ts';

/** What every order of a certificate at an ACME server asks. */
export const acmeParameters = {
  server: choice('Certificates from', [
    { value: 'production', label: "Let's Encrypt" },
    { value: 'staging', label: "Let's Encrypt staging", help: 'For trying out: no tight limits, no trust.' },
  ]),
  email: text('E-mail address', '', {
    type: 'email',
    required: false,
    help: 'Where the account is written to; it may be left out.',
  }),
} as const;
