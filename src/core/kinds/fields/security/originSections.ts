import type { FormSection } from '../../form.ts';
import { sayFeatures } from '../../summaries/features.ts';
import { securityFeatures } from '../../summaries/securityFeatures.ts';

/** Pages of other origins. */
export const corsSection: FormSection = {
  title: 'CORS',
  help: 'Lets pages of other origins call this, which browsers refuse otherwise.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/cors/',
  say: (value) => sayFeatures(value, securityFeatures, 'cors'),
  fields: [
    {
      type: 'texts',
      path: 'spec.cors.allowOrigins',
      label: 'Origins',
      placeholder: 'https://app.example.com',
      help: 'https://*.example.com takes every host below; * takes any page.',
    },
    { type: 'texts', path: 'spec.cors.allowMethods', label: 'Methods', placeholder: 'GET' },
    { type: 'texts', path: 'spec.cors.allowHeaders', label: 'Request headers', placeholder: 'authorization' },
    {
      type: 'texts',
      path: 'spec.cors.exposeHeaders',
      label: 'Exposed headers',
      placeholder: 'x-request-id',
      help: 'Of the answer, that scripts may read.',
    },
    {
      type: 'boolean',
      path: 'spec.cors.allowCredentials',
      label: 'Credentials',
      help: 'Lets pages send cookies and authorization.',
    },
    {
      type: 'duration',
      path: 'spec.cors.maxAge',
      label: 'Remembered for',
      placeholder: '1h',
      help: 'How long browsers do not ask again.',
    },
  ],
};

/** Forms that other pages submit in the name of a person who is logged in. */
export const csrfSection: FormSection = {
  title: 'CSRF',
  help: 'Refuses requests that change something and come from pages of other origins.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/csrf/',
  say: (value) => sayFeatures(value, securityFeatures, 'csrf'),
  fields: [
    {
      type: 'texts',
      path: 'spec.csrf.additionalOrigins',
      label: 'Other origins',
      placeholder: 'https://app.example.com',
      help: 'That may as well.',
    },
    {
      type: 'number',
      path: 'spec.csrf.shadowFraction.numerator',
      label: 'Only watched, %',
      help: 'This share of requests is looked at and let in.',
    },
  ],
};
