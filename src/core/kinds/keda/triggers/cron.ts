import { readText } from '../../reading.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { figure, special, text } from './triggerFields.ts';
import { kedaPage } from './triggerPage.ts';

export const cron: TriggerDefinition = {
  type: 'cron',
  label: 'Schedule',
  purpose: 'The time of day and the day of the week',
  docs: kedaPage('cron'),
  newMetadata: () => ({
    timezone: 'Europe/Berlin',
    start: '0 8 * * 1-5',
    end: '0 18 * * 1-5',
    desiredReplicas: '3',
  }),
  fields: [
    text('timezone', 'Time zone', {
      required: true,
      placeholder: 'Europe/Berlin',
      help: 'A name of the IANA time zone database.',
    }),
    special('cron', 'start', 'From', {
      required: true,
      placeholder: '0 8 * * 1-5',
      help: 'Minute, hour, day of the month, month, day of the week.',
    }),
    special('cron', 'end', 'To', { required: true, placeholder: '0 18 * * 1-5' }),
    figure('desiredReplicas', 'Replicas meanwhile', {
      required: true,
      help: 'At least so many between the two times; other triggers may ask for more.',
    }),
  ],
  notCached: true,
  authentications: [],
  problems: (metadata) => {
    const start = readText(metadata, 'start');
    return start !== undefined && start === readText(metadata, 'end')
      ? [
          {
            key: 'end',
            message:
              'The schedule ends when it starts, so it is never in force. Give start and end different times.',
          },
        ]
      : [];
  },
  say: (metadata) => {
    const [start, end] = [readText(metadata, 'start'), readText(metadata, 'end')];
    const replicas = readText(metadata, 'desiredReplicas');
    if (start === undefined || end === undefined || replicas === undefined) return undefined;
    const zone = readText(metadata, 'timezone');
    const count = `${replicas} ${replicas === '1' ? 'replica' : 'replicas'}`;
    return `${count} from ${start} to ${end}${zone === undefined ? '' : `, ${zone} time`}`;
  },
};
