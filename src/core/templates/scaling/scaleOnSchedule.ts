import { ensureWorkload, scaled } from '../blocks/ensureWorkload.ts';
import { isRange, scale } from '../blocks/scale.ts';
import { definePattern } from '../definePattern.ts';
import { number, text } from '../parameters.ts';
import { yaml } from '../yaml.ts';

export const scaleOnSchedule = definePattern({
  id: 'scale-on-schedule',
  title: 'Autoscaling on schedule plus demand',
  purpose: 'Pods are ready before people come, and more of them when it gets busier',
  group: 'scaling',
  docs: 'https://keda.sh/docs/2.20/scalers/cron/',
  roles: { workload: scaled },
  parameters: {
    start: text('From', '0 8 * * 1-5', { type: 'cron' }),
    end: text('To', '0 18 * * 1-5', { type: 'cron' }),
    timezone: text('Time zone', 'Europe/Berlin', {
      form: {
        pattern: /^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$/,
        says: 'a name of the IANA time zone database, such as Asia/Tokyo',
      },
    }),
    meanwhile: number('Meanwhile', 6, { min: 1, max: 1000, unit: 'pods' }),
    least: number('At least', 2, {
      min: 1,
      max: 1000,
      unit: 'pods',
      help: 'CPU cannot wake what sleeps at zero, so one stays.',
    }),
    most: number('At most', 20, { min: 1, max: 1000, unit: 'pods' }),
    cpu: number('More pods above', 70, { min: 1, max: 100, unit: '% of the CPU requested' }),
  },
  write(desk, { start, end, timezone, meanwhile, least, most, cpu }, given) {
    if (!isRange(desk, { least, most })) return;
    if (start === end)
      return desk.refuse('The schedule ends when it starts. Give From and To different times.');
    if (meanwhile > most)
      return desk.refuse(
        `The schedule asks for ${meanwhile} pods, and ${most} are the most. Raise the one or lower the other.`,
      );
    const workload = ensureWorkload(desk, given.workload, 'shop');
    if (workload === undefined) return;
    const schedule = yaml`
      # So many from the one time to the other; others may ask for more.
      type: cron
      metadata:
        timezone: ${timezone}
        start: ${start}
        end: ${end}
        desiredReplicas: ${String(meanwhile)}
    `;
    const demand = yaml`
      # Measured against what the containers request.
      type: cpu
      metricType: Utilization
      metadata:
        value: ${String(cpu)}
    `;
    scale(desk, workload, { least, most, triggers: [schedule, demand] });
  },
});
