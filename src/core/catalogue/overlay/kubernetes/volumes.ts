import type { Rule } from '../../rule.ts';
import type { FieldOverlay, Overlay } from '../overlay.ts';
import { atMostOneOf, compare, exactlyOneOf, mustNotMatch } from '../rules.ts';
import { between, filledText, linkTo } from './native.ts';

const volumesPage = linkTo('storage/volumes/');

const sources = [
  ...[
    'awsElasticBlockStore',
    'azureDisk',
    'azureFile',
    'cephfs',
    'cinder',
    'configMap',
    'csi',
    'downwardAPI',
  ],
  ...['emptyDir', 'ephemeral', 'fc', 'flexVolume', 'flocker', 'gcePersistentDisk', 'gitRepo', 'glusterfs'],
  ...['hostPath', 'image', 'iscsi', 'nfs', 'persistentVolumeClaim', 'photonPersistentDisk', 'portworxVolume'],
  ...['projected', 'quobyte', 'rbd', 'scaleIO', 'secret', 'storageos', 'vsphereVolume'],
];

/** File permissions; in YAML `0644` is the number 420. */
const mode: FieldOverlay = between(0, 0o777);
const defaultMode: FieldOverlay = { ...mode, default: 0o644 };

/** A path of a file in a volume. */
const inVolume = (field: string): Rule =>
  mustNotMatch(field, '^/|(^|/)\\.\\.(/|$)', {
    message: `The ${field} stays inside the volume: it does not begin with a slash and has no \`..\` in it.`,
    link: volumesPage,
  });

const named = (field: string, kind: string): Rule => ({
  rule: 'required',
  field,
  filled: true,
  message: `The name of the ${kind} is missing. Add ${field}.`,
  link: volumesPage,
});

/** The volumes of a Pod. One without a source is an emptyDir. */
export const nativeVolumeTypes: Overlay['types'] = {
  'v1.Volume': {
    fields: { name: { ...filledText, format: 'dns-label' } },
    rules: [
      atMostOneOf(sources, {
        message: 'A volume has one source. Keep one of them and move the others to volumes of their own.',
        link: volumesPage,
      }),
    ],
  },
  'v1.ConfigMapVolumeSource': { fields: { defaultMode }, rules: [named('name', 'ConfigMap')] },
  'v1.SecretVolumeSource': { fields: { defaultMode }, rules: [named('secretName', 'Secret')] },
  'v1.ConfigMapProjection': { rules: [named('name', 'ConfigMap')] },
  'v1.SecretProjection': { rules: [named('name', 'Secret')] },
  'v1.KeyToPath': {
    fields: { key: { ...filledText, format: 'config-key' }, mode, path: filledText },
    rules: [inVolume('path')],
  },
  'v1.DownwardAPIVolumeSource': { fields: { defaultMode } },
  'v1.DownwardAPIVolumeFile': {
    fields: { mode, path: filledText },
    rules: [
      inVolume('path'),
      exactlyOneOf(['fieldRef', 'resourceFieldRef'], {
        message: 'A file shows exactly one of fieldRef and resourceFieldRef. Keep one of them.',
        link: volumesPage,
      }),
    ],
  },
  'v1.EmptyDirVolumeSource': {
    rules: [
      compare(
        'sizeLimit',
        '>=',
        { value: '0' },
        {
          as: 'quantity',
          message: 'The size of a volume is not negative; this one is {value}. Remove the minus sign.',
          link: volumesPage,
        },
      ),
    ],
  },
  'v1.HostPathVolumeSource': {
    fields: { path: filledText, type: { default: '' } },
    rules: [
      mustNotMatch('path', '(^|/)\\.\\.(/|$)', {
        message: 'A path on the node has no `..` in it. Write the path in full.',
        link: volumesPage,
      }),
    ],
  },
  'v1.ISCSIVolumeSource': {
    fields: { iqn: filledText, iscsiInterface: { default: 'default' }, targetPortal: filledText },
  },
  'v1.NFSVolumeSource': { fields: { path: { ...filledText, format: 'absolute-path' }, server: filledText } },
  'v1.PersistentVolumeClaimVolumeSource': {
    fields: { claimName: { ...filledText, format: 'dns-subdomain' } },
  },
  'v1.CSIVolumeSource': { fields: { driver: filledText } },
  'v1.ProjectedVolumeSource': { fields: { defaultMode } },
  'v1.VolumeProjection': {
    rules: [
      atMostOneOf(
        ['clusterTrustBundle', 'configMap', 'downwardAPI', 'podCertificate', 'secret', 'serviceAccountToken'],
        {
          message: 'One entry projects one source. Move the others to entries of their own.',
          link: volumesPage,
        },
      ),
    ],
  },
  'v1.ServiceAccountTokenProjection': {
    fields: { expirationSeconds: between(600, 2 ** 32, { default: 3600 }), path: filledText },
    rules: [inVolume('path')],
  },
  'v1.EphemeralVolumeSource': {
    rules: [
      {
        rule: 'required',
        field: 'volumeClaimTemplate',
        message:
          'An ephemeral volume is made from a volumeClaimTemplate. Add one with accessModes and resources.',
        link: linkTo('storage/ephemeral-volumes/'),
      },
    ],
  },
  'v1.PersistentVolumeClaimSpec': {
    fields: { volumeMode: { default: 'Filesystem' } },
    rules: [
      {
        rule: 'required',
        field: 'accessModes',
        filled: true,
        message: 'A claim says how it is mounted. Add accessModes, for instance [ReadWriteOnce].',
        link: linkTo('storage/persistent-volumes/'),
      },
      {
        rule: 'required',
        field: 'resources.requests.storage',
        message: 'A claim says how much it wants. Add resources.requests.storage, for instance 1Gi.',
        link: linkTo('storage/persistent-volumes/'),
      },
    ],
  },
};
