import type { Overlay } from '../overlay.ts';
import { atomic, open } from './listKinds.ts';

/** Volumes and what is projected into them, as generated CRDs hold them. */
export const volumeTypes: Overlay['types'] = {
  'v1.AzureDiskVolumeSource': {
    fields: { cachingMode: open, kind: open, fsType: { default: 'ext4' }, readOnly: { default: false } },
  },
  'v1.CephFSVolumeSource': { fields: { monitors: atomic } },
  'v1.ConfigMapProjection': { fields: { items: atomic, name: { default: '' } } },
  'v1.ConfigMapVolumeSource': { fields: { items: atomic, name: { default: '' } } },
  'v1.DownwardAPIProjection': { fields: { items: atomic } },
  'v1.DownwardAPIVolumeSource': { fields: { items: atomic } },
  'v1.FCVolumeSource': { fields: { targetWWNs: atomic, wwids: atomic } },
  'v1.HostPathVolumeSource': { fields: { type: open } },
  'v1.ISCSIVolumeSource': { fields: { iscsiInterface: { default: 'default' }, portals: atomic } },
  'v1.ImageVolumeSource': { fields: { pullPolicy: open } },
  'v1.PersistentVolumeClaimSpec': {
    fields: { accessModes: atomic, 'accessModes[]': open, volumeMode: open },
  },
  'v1.ProjectedVolumeSource': { fields: { sources: atomic } },
  'v1.RBDVolumeSource': {
    fields: {
      keyring: { default: '/etc/ceph/keyring' },
      monitors: atomic,
      pool: { default: 'rbd' },
      user: { default: 'admin' },
    },
  },
  'v1.ScaleIOVolumeSource': {
    fields: { fsType: { default: 'xfs' }, storageMode: { default: 'ThinProvisioned' } },
  },
  'v1.SecretProjection': { fields: { items: atomic, name: { default: '' } } },
  'v1.SecretVolumeSource': { fields: { items: atomic } },
};
