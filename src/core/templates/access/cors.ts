import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { securityPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { boolean, duration, hostname, texts } from '../parameters.ts';
import { listUnder, yaml } from '../yaml.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export const cors = definePattern({
  id: 'cors',
  title: 'CORS',
  purpose: 'Pages of other origins may call the API from the browser',
  group: 'access',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/security/cors/',
  roles: { target: governed },
  parameters: {
    origins: texts('Origins', ['https://app.example.com'], {
      of: 'origin',
      help: 'A star may stand for a part.',
    }),
    methods: texts('Methods', ['GET', 'POST', 'PUT', 'DELETE'], { options: methods }),
    headers: texts('Headers that pages may send', ['authorization', 'content-type'], {
      of: 'header',
      required: false,
    }),
    credentials: boolean('With cookies', false),
    maxAge: duration('Browsers remember it for', '24h'),
    hostname: hostname('Host name', 'api.example.com', { help: 'Of a new route.' }),
  },
  write(desk, answers, given) {
    if (answers.credentials && answers.origins.includes('*'))
      return desk.refuse(
        'Browsers send no cookies where every origin is allowed. Name the origins, or go without.',
      );
    const target = ensureTarget(desk, given.target, { base: 'api', hostname: answers.hostname });
    govern(desk, securityPolicy, target, {
      cors: yaml`
        # The Gateway answers what browsers ask beforehand; the app need not know of it.
        ${listUnder('allowOrigins', answers.origins)}
        ${listUnder('allowMethods', answers.methods)}
        ${listUnder('allowHeaders', answers.headers)}
        ${answers.credentials && yaml`allowCredentials: true`}
        maxAge: ${answers.maxAge}
      `,
    });
  },
});
