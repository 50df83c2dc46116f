import { flag, int32, listOf, of, record, text } from '../fields.ts';
import { atLeastOneOf } from '../rules.ts';
import { eg, envoyTypes } from './envoyType.ts';

const signals = ['isAnonymous', 'isVPN', 'isHosting', 'isTor', 'isProxy'];

/** Who may do what. */
export const authorization = envoyTypes({
  AuthorizationRule: {
    release: ['principal'],
    fields: {
      cel: text('An expression over the attributes of a request that must be true (CEL).', {
        minLength: 1,
        maxLength: 4096,
      }),
    },
    rules: [
      atLeastOneOf(['principal', 'cel'], {
        message: 'A rule says whom it is about. Add principal, or an expression in cel.',
      }),
    ],
  },
  Operation: {
    release: ['methods'],
    fields: { path: of(eg('PathMatch'), 'The path that is asked for.') },
    rules: [
      atLeastOneOf(['methods', 'path'], {
        message: 'An operation is a method, a path or both. Add methods or path.',
      }),
    ],
  },
  Principal: {
    fields: {
      sourceCIDRs: null,
      clientIPGeoLocations: listOf(
        { ref: eg('ClientIPGeoLocation') },
        'Places of clients; one of them must fit. Needs geoIP of the EnvoyProxy; not for TCPRoutes.',
        { minItems: 1 },
      ),
    },
    rules: [
      atLeastOneOf(['clientCIDRs', 'jwt', 'headers', 'clientIPGeoLocations'], {
        message: 'This is nobody. Say who is meant: clientCIDRs, jwt, headers or clientIPGeoLocations.',
      }),
    ],
  },
  JWTPrincipal: {
    rules: [
      atLeastOneOf(['claims', 'scopes'], {
        message: 'Say what the token must hold: claims, scopes or both.',
      }),
    ],
  },
  JWTClaim: { fields: { valueType: { default: 'String' } } },
  ClientIPGeoLocation: record(
    'Where a client is, and how it is connected.',
    {
      country: text('Its country, in two letters (ISO 3166-1).', {
        minLength: 2,
        maxLength: 2,
        pattern: '^[A-Za-z]{2}$',
      }),
      region: text('Its region (ISO 3166-2).', { minLength: 1, maxLength: 16, pattern: '^[A-Za-z0-9-]+$' }),
      city: text('Its city.', { minLength: 1, maxLength: 128 }),
      asn: int32('The number of its autonomous system.', { minimum: 1 }),
      isp: text('Its provider.', { minLength: 1, maxLength: 256 }),
      anonymous: of(eg('GeoIPAnonymousMatch'), 'Whether it hides who it is.'),
    },
    [
      atLeastOneOf(['country', 'region', 'city', 'asn', 'isp', 'anonymous'], {
        message: 'This is no place. Add country, region, city, asn, isp or anonymous.',
      }),
    ],
  ),
  GeoIPAnonymousMatch: record(
    'Ways in which a client hides who it is.',
    {
      isAnonymous: flag('Any of them.'),
      isHosting: flag('It comes from a data centre.'),
      isProxy: flag('It comes through a public proxy.'),
      isTor: flag('It comes through Tor.'),
      isVPN: flag('It comes through a VPN.'),
    },
    [atLeastOneOf(signals, { message: `Say which way is meant: ${signals.join(', ')}.` })],
  ),
});
