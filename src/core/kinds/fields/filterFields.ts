import type { ChoiceMember, FieldDeclaration, ListFieldDeclaration } from '../form.ts';
import { readText } from '../reading.ts';
import { sayFilter } from '../summaries/filterChips.ts';
import { envoyGateway, httpRouteFilter } from '../targets.ts';
import { headerChangeFields } from './headerFields.ts';
import { methods } from './methods.ts';
import { pathChangeField } from './pathChangeField.ts';

const newHeaders = () => ({ set: [{ name: 'x-gateway', value: 'envoy' }] });

const requestHeaders: ChoiceMember = {
  label: 'Request headers',
  help: 'Sets, adds and removes headers on the way to the backend.',
  word: 'RequestHeaderModifier',
  key: 'requestHeaderModifier',
  newValue: newHeaders,
  fields: headerChangeFields('requestHeaderModifier'),
};

const responseHeaders: ChoiceMember = {
  label: 'Response headers',
  help: 'Sets, adds and removes headers on the way back to the client.',
  word: 'ResponseHeaderModifier',
  key: 'responseHeaderModifier',
  newValue: newHeaders,
  fields: headerChangeFields('responseHeaderModifier'),
};

const redirect: ChoiceMember = {
  label: 'Redirect',
  help: 'Sends the client elsewhere; the rule has no backends then.',
  word: 'RequestRedirect',
  key: 'requestRedirect',
  newValue: () => ({ scheme: 'https', statusCode: 301 }),
  fields: [
    { type: 'enum', path: 'requestRedirect.scheme', label: 'Scheme', options: ['https', 'http'] },
    { type: 'text', path: 'requestRedirect.hostname', label: 'Hostname', placeholder: 'www.example.com' },
    { type: 'number', path: 'requestRedirect.port', label: 'Port', help: 'That of the scheme when empty.' },
    pathChangeField('requestRedirect.path', 'Path'),
    {
      type: 'enum',
      path: 'requestRedirect.statusCode',
      label: 'Status',
      options: ['301', '302', '303', '307', '308'],
      asNumber: true,
      help: '302 when empty. Browsers keep 301 and 308 for long.',
    },
  ],
};

const rewrite: ChoiceMember = {
  label: 'Rewrite',
  help: 'Changes host and path on the way to the backend, unseen by the client.',
  word: 'URLRewrite',
  key: 'urlRewrite',
  newValue: () => ({ path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } }),
  fields: [
    { type: 'text', path: 'urlRewrite.hostname', label: 'Hostname', placeholder: 'orders.internal' },
    pathChangeField('urlRewrite.path', 'Path'),
  ],
};

const mirror: ChoiceMember = {
  label: 'Mirror',
  help: 'Sends a copy to another backend and throws its answer away.',
  word: 'RequestMirror',
  key: 'requestMirror',
  newValue: () => ({ backendRef: { name: 'mirror', port: 8080 } }),
  fields: [
    { type: 'reference', path: 'requestMirror.backendRef', label: 'Mirror to', reference: 'requestMirror' },
    {
      type: 'choice',
      path: 'requestMirror',
      label: 'Share',
      help: 'Every request when not chosen.',
      members: [
        {
          label: 'Percent',
          key: 'percent',
          newValue: () => 10,
          fields: [{ type: 'number', path: 'percent', label: 'Mirrored, %' }],
        },
        {
          label: 'Fraction',
          key: 'fraction',
          newValue: () => ({ numerator: 1, denominator: 1000 }),
          fields: [
            { type: 'number', path: 'fraction.numerator', label: 'Mirrored', required: true },
            { type: 'number', path: 'fraction.denominator', label: 'Out of', help: '100 when empty.' },
          ],
        },
      ],
    },
  ],
};

const cors: ChoiceMember = {
  label: 'CORS',
  help: 'Lets pages of other origins call this rule.',
  word: 'CORS',
  key: 'cors',
  newValue: () => ({ allowOrigins: ['https://app.example.com'], allowMethods: ['GET', 'POST'] }),
  fields: [
    { type: 'texts', path: 'cors.allowOrigins', label: 'Origins', placeholder: 'https://app.example.com' },
    { type: 'texts', path: 'cors.allowMethods', label: 'Methods', options: [...methods, '*'] },
    { type: 'texts', path: 'cors.allowHeaders', label: 'Request headers', placeholder: 'authorization' },
    { type: 'texts', path: 'cors.exposeHeaders', label: 'Exposed headers', placeholder: 'x-request-id' },
    {
      type: 'boolean',
      path: 'cors.allowCredentials',
      label: 'Credentials',
      help: 'Lets pages send cookies and authorization.',
    },
    { type: 'number', path: 'cors.maxAge', label: 'Remembered for, s', help: '5 when empty.' },
  ],
};

const extension: ChoiceMember = {
  label: 'Extension',
  help: 'Whatever else the controller offers: direct responses, regular expressions in rewrites, credentials.',
  word: 'ExtensionRef',
  key: 'extensionRef',
  newValue: () => ({ group: envoyGateway, kind: httpRouteFilter.kind, name: 'filter' }),
  fields: [{ type: 'reference', path: 'extensionRef', label: 'Extension', reference: 'extensionRef' }],
};

/** Filters that a rule may have only once; the first that is missing is what a new filter begins as. */
const once = [requestHeaders, responseHeaders];

/** Filters in the order in which they are written; each is of one type. */
function filtersField(members: readonly ChoiceMember[]): ListFieldDeclaration {
  return {
    type: 'list',
    path: 'filters',
    label: 'Filters',
    item: 'filter',
    help: 'What happens to the request and its answer on the way.',
    newItem: (existing) => {
      const present = existing.map((filter) => readText(filter, 'type'));
      const { word, key, newValue } = once.find((each) => !present.includes(each.word)) ?? mirror;
      return { type: word ?? '', [key ?? '']: newValue?.() ?? {} };
    },
    say: sayFilter,
    fields: [{ type: 'choice', path: '', label: 'Type', by: 'type', required: true, members }],
  };
}

/** The filters of an HTTPRoute rule. */
export const httpFiltersField: FieldDeclaration = filtersField([
  redirect,
  rewrite,
  requestHeaders,
  responseHeaders,
  mirror,
  cors,
  extension,
]);

/** The filters of a GRPCRoute rule. */
export const grpcFiltersField: FieldDeclaration = filtersField([
  requestHeaders,
  responseHeaders,
  mirror,
  extension,
]);
