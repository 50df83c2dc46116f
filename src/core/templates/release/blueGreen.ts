import { gateway, httpRoute, service } from '../../kinds/targets.ts';
import { branchAll } from '../blocks/branchAll.ts';
import { ensureVersions } from '../blocks/ensureVersions.ts';
import { definePattern } from '../definePattern.ts';
import { headerValue, hostname, text } from '../parameters.ts';

export const blueGreen = definePattern({
  id: 'blue-green',
  title: 'Blue-green by header',
  purpose: 'A header leads testers to the new version until everyone moves there',
  group: 'release',
  docs: 'https://gateway-api.sigs.k8s.io/guides/traffic-splitting/',
  roles: {
    route: { label: 'Route', kinds: [httpRoute] },
    blue: { label: 'Present version', kinds: [service], help: 'The Service that gets all requests now.' },
    green: { label: 'New version', kinds: [service], onlySelected: true },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    header: text('Header', 'x-version', { type: 'header' }),
    value: text('Value for the new version', 'green', { form: headerValue }),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { header, value, hostname }, { route, gateway, blue, green }) {
    const given = { route, gateway, present: blue, other: green };
    const versions = ensureVersions(desk, given, { word: 'green', hostname });
    if (versions === undefined) return;
    branchAll(desk, versions, {
      condition: { by: 'headers', name: header, values: [value] },
      comment:
        'The new version, for who asks for it. To switch, exchange the backends of this rule and the next.',
    });
  },
});
