import { readList, readText } from '../../kinds/reading.ts';
import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern, policyOf } from '../blocks/govern.ts';
import { securityPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { hostname, name, text, texts } from '../parameters.ts';
import { listUnder, type Yaml, yaml } from '../yaml.ts';

export const jwt = definePattern({
  id: 'jwt',
  title: 'JWT authentication',
  purpose: 'Only requests with a valid token of your identity provider get through',
  group: 'access',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/jwt-authentication/',
  roles: { target: governed },
  parameters: {
    issuer: text('Issuer', 'https://auth.example.com', { type: 'url', help: 'As the tokens say it in iss.' }),
    keys: text('Keys (JWKS) at', 'https://auth.example.com/.well-known/jwks.json', { type: 'url' }),
    audiences: texts('Audiences', ['https://api.example.com'], {
      help: 'Tokens that were issued for something else are refused.',
      required: false,
      max: 8,
    }),
    header: text('Subject as header', 'x-user-id', {
      type: 'header',
      required: false,
      help: 'The app, and rate limits, see who it is by this header.',
    }),
    provider: name('Name of the provider', 'main'),
    hostname: hostname('Host name', 'api.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { issuer, keys, audiences, header, provider, hostname }, given) {
    const target = ensureTarget(desk, given.target, { base: 'api', hostname, isSecret: true });
    const added = yaml`
      name: ${provider}
      issuer: ${issuer}
      ${listUnder('audiences', audiences)}
      remoteJWKS:
        uri: ${keys}
      ${header !== '' && subjectAs(header)}
    `;
    const known = policyOf(desk, securityPolicy, target);
    const spec = known && desk.read(known, ['spec']);
    const providers = readList(spec, 'jwt', 'providers');
    if (known === undefined || providers.length === 0) {
      govern(desk, securityPolicy, target, {
        jwt: yaml`
          providers:
            # Requests without a valid token of this issuer are answered with 401.
            - ${added}
        `,
      });
    } else if (providers.some((each) => readText(each, 'name') === provider)) {
      desk.refuse(
        `SecurityPolicy ${known.name} has a provider ${provider} already. Change it there, or choose another Name of the provider.`,
      );
    } else desk.insert(known, ['spec', 'jwt', 'providers'], added);
  },
});

function subjectAs(header: string): Yaml {
  return yaml`
    # What a client sends in this header is replaced.
    claimToHeaders:
      - claim: sub
        header: ${header}
  `;
}
