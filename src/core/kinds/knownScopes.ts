/**
 * Kinds without a file of their own whose scope is known, by group. A data table: the scope decides whether
 * `default` is filled in for a missing namespace, and with it a resource's identity.
 */
export const clusterScopedKinds: Readonly<Record<string, readonly string[]>> = {
  // ClusterTrustBundle has a group; references write it without (see references/certificateRefs.ts).
  '': ['ClusterTrustBundle', 'ComponentStatus', 'Node', 'PersistentVolume'],
  'admissionregistration.k8s.io': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'authentication.k8s.io': ['SelfSubjectReview', 'TokenReview'],
  'authorization.k8s.io': ['SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  // Hosts outside of the cluster: see `externalHost`.
  external: ['Host'],
  'eventing.keda.sh': ['ClusterCloudEventSource'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'gateway.networking.x-k8s.io': ['XMesh'],
  'networking.k8s.io': ['IPAddress', 'IngressClass', 'ServiceCIDR'],
  'node.k8s.io': ['RuntimeClass'],
  'policy.networking.k8s.io': ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'DeviceTaintRule', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
};

/** Well-known kinds inside namespaces that have no file of their own, by group. */
export const namespacedKinds: Readonly<Record<string, readonly string[]>> = {
  '': [
    'Endpoints',
    'Event',
    'LimitRange',
    'PersistentVolumeClaim',
    'Pod',
    'PodTemplate',
    'ReplicationController',
    'ResourceQuota',
  ],
  'acme.cert-manager.io': ['Challenge', 'Order'],
  apps: ['ControllerRevision', 'DaemonSet', 'ReplicaSet'],
  'autoscaling.k8s.io': ['VerticalPodAutoscalerCheckpoint'],
  batch: ['CronJob'],
  'cert-manager.io': ['CertificateRequest'],
  'coordination.k8s.io': ['Lease'],
  'discovery.k8s.io': ['EndpointSlice'],
  'eventing.keda.sh': ['CloudEventSource'],
  'gateway.networking.x-k8s.io': ['XBackend', 'XBackendTrafficPolicy'],
  'http.keda.sh': ['InterceptorRoute'],
  'inference.networking.x-k8s.io': ['InferencePoolImport'],
  'monitoring.coreos.com': ['PodMonitor', 'Prometheus', 'PrometheusRule'],
  'multicluster.x-k8s.io': ['ServiceExport', 'ServiceImport'],
  'networking.k8s.io': ['NetworkPolicy'],
  'rbac.authorization.k8s.io': ['Role', 'RoleBinding'],
  'resource.k8s.io': ['ResourceClaim', 'ResourceClaimTemplate'],
  'storage.k8s.io': ['CSIStorageCapacity'],
};
