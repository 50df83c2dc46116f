import { readText } from '../../reading.ts';
import { externalAuthentications, externalFields } from './externalScaler.ts';
import type { TriggerDefinition } from './triggerDefinition.ts';
import { kedaPage } from './triggerPage.ts';

export const external: TriggerDefinition = {
  type: 'external',
  label: 'External scaler',
  purpose: 'Whatever a scaler of your own answers over gRPC',
  docs: kedaPage('external'),
  newMetadata: () => ({ scalerAddress: 'scaler.default:8080' }),
  fields: externalFields,
  authentications: externalAuthentications,
  say: (metadata) => {
    const address = readText(metadata, 'scalerAddress');
    return address === undefined ? undefined : `asks ${address}`;
  },
};
