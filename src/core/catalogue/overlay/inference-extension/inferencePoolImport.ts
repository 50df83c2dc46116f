import type { TypeName } from '../../schema.ts';
import { listOf, of, record, text } from '../fields.ts';
import { nameIn, typesIn, v1Name } from '../gateway-api/group.ts';
import type { TypeOverlay } from '../overlay.ts';
import { conditions, inferencePoolFolder } from './inferencePool.ts';

export const inferencePoolImportFolder = 'inference.networking.x-k8s.io/v1alpha1';
const own = (type: string): TypeName => nameIn(inferencePoolImportFolder, type);

/** InferencePoolImport, by full names. Controllers write it; there is nothing to wish for in it. */
export const inferencePoolImport: Readonly<Record<TypeName, TypeOverlay>> = typesIn(
  inferencePoolImportFolder,
  {
    InferencePoolImport: record(
      'A pool of another cluster, as a controller brought it here. It has a status only.',
      {
        status: of(own('InferencePoolImportStatus'), 'Where the pool comes from.'),
      },
    ),
    InferencePoolImportStatus: record('Where an imported pool comes from.', {
      'controllers!': listOf(
        { ref: own('ImportController') },
        'One entry for each controller that imports the pool.',
        {
          listType: 'map',
          listKeys: ['name'],
          maxItems: 8,
        },
      ),
    }),
    ImportController: record('What one controller imports.', {
      'name!': of(v1Name('GatewayController'), 'The controller.'),
      exportingClusters: listOf({ ref: own('ExportingCluster') }, 'The clusters that offer the pool.'),
      parents: listOf(
        { ref: `${inferencePoolFolder}.ParentStatus` },
        'One entry for each Gateway that uses the pool.',
        { listType: 'atomic' },
      ),
      conditions,
    }),
    ExportingCluster: record('A cluster that offers a pool.', {
      'name!': text('Its name among the clusters that work together.', { minLength: 1, maxLength: 253 }),
    }),
  },
  'https://gateway-api-inference-extension.sigs.k8s.io/reference/spec/',
);
