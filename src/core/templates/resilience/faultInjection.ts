import { ensureTarget, governed } from '../blocks/ensureTarget.ts';
import { govern } from '../blocks/govern.ts';
import { backendTrafficPolicy } from '../blocks/policyKinds.ts';
import { definePattern } from '../definePattern.ts';
import { choice, duration, hostname, number } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const faultInjection = definePattern({
  id: 'fault-injection',
  title: 'Fault injection',
  purpose: 'Some requests are delayed or fail on purpose, to see what callers do',
  group: 'resilience',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/fault-injection/',
  roles: { target: governed },
  parameters: {
    delay: duration('Delay', '2s'),
    delayed: number('Delayed', 10, { min: 0, max: 100, unit: '%' }),
    status: choice('Failing answer', [
      { value: '503', label: '503 Service Unavailable' },
      { value: '500', label: '500 Internal Server Error' },
      { value: '429', label: '429 Too Many Requests' },
    ]),
    failing: number('Failing', 5, { min: 0, max: 100, unit: '%' }),
    hostname: hostname('Host name', 'shop.example.com', { help: 'Of a new route.' }),
  },
  write(desk, { delay, delayed, status, failing, hostname }, given) {
    if (delayed + failing === 0)
      return desk.refuse('Delayed and Failing are both 0 %, so nothing would happen. Raise one of them.');
    const target = ensureTarget(desk, given.target, { base: 'shop', hostname });
    const late = yaml`
      delay:
        fixedDelay: ${delay}
        percentage: ${delayed}
    `;
    const broken = yaml`
      abort:
        httpStatus: ${Number(status)}
        percentage: ${failing}
    `;
    govern(desk, backendTrafficPolicy, target, {
      faultInjection: yaml`
        # For a test: take this out again when it is over.
        ${delayed > 0 && late}
        ${failing > 0 && broken}
      `,
    });
  },
});
