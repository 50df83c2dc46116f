import { gateway, httpRoute, service } from '../../kinds/targets.ts';
import { branchAll } from '../blocks/branchAll.ts';
import { ensureVersions } from '../blocks/ensureVersions.ts';
import { definePattern } from '../definePattern.ts';
import { choice, headerValue, hostname, text, texts } from '../parameters.ts';

export const abTest = definePattern({
  id: 'ab-test',
  title: 'A/B test by segment',
  purpose: 'Users of some segments get a variant, all others what they had',
  group: 'release',
  docs: 'https://gateway-api.sigs.k8s.io/guides/http-routing/',
  roles: {
    route: { label: 'Route', kinds: [httpRoute] },
    control: { label: 'Control', kinds: [service], help: 'What everybody gets now.' },
    variant: { label: 'Variant', kinds: [service], onlySelected: true },
    gateway: { label: 'Gateway', kinds: [gateway], help: 'Where a new route attaches.' },
  },
  parameters: {
    by: choice('The segment stands in', [
      { value: 'headers', label: 'A header' },
      { value: 'queryParams', label: 'A query parameter' },
    ]),
    name: text('Its name', 'x-user-segment', { type: 'header' }),
    segments: texts('Segments that get the variant', ['beta'], { form: headerValue }),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { by, name, segments, hostname }, { route, gateway, control, variant }) {
    const given = { route, gateway, present: control, other: variant };
    const versions = ensureVersions(desk, given, { word: 'variant', hostname });
    if (versions === undefined) return;
    branchAll(desk, versions, {
      condition: { by, name, values: segments },
      comment: 'The variant, for who is in such a segment; all others go on to the next rule.',
    });
  },
});
