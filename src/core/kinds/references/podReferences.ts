import { serviceAccount } from '../targets.ts';
import type { ObjectReference, ReferenceDeclaration } from '../types.ts';
import { configMapKeyReference, secretKeyReference, secretNameReference } from './localReferences.ts';

interface PodPlace {
  /** Put behind the names where a kind has several of these. */
  readonly suffix?: string;
  /** Where the pods run, when that is not the holder's own namespace. */
  readonly namespace?: ObjectReference['namespace'];
  readonly mayBeAbsent?: boolean;
}

/** The ConfigMaps and Secrets from which single variables of a container are filled. */
export function variableReferences(container: string, place: PodPlace = {}): readonly ReferenceDeclaration[] {
  const { suffix = '', ...rest } = place;
  const from = `${container}.env[*].valueFrom`;
  const shape = { ...rest, optionalBy: 'optional', byHand: true };
  return [
    configMapKeyReference({ ...shape, name: `configMapKeyRef${suffix}`, path: `${from}.configMapKeyRef` }),
    secretKeyReference({ ...shape, name: `secretKeyRef${suffix}`, path: `${from}.secretKeyRef` }),
  ];
}

/** The ConfigMaps and Secrets that become variables of a container as a whole. */
export function environmentReferences(
  container: string,
  place: PodPlace = {},
): readonly ReferenceDeclaration[] {
  const { suffix = '', ...rest } = place;
  const shape = { ...rest, optionalBy: 'optional' };
  const from = `${container}.envFrom[*]`;
  return [
    configMapKeyReference({ ...shape, name: `configMapRef${suffix}`, path: `${from}.configMapRef` }),
    secretKeyReference({ ...shape, name: `secretRef${suffix}`, path: `${from}.secretRef` }),
  ];
}

/** The ConfigMaps and Secrets that are mounted. A volume needs a name and a mount, so it is written by hand. */
export function volumeReferences(pod: string, place: PodPlace = {}): readonly ReferenceDeclaration[] {
  const { suffix = '', ...rest } = place;
  const shape = { ...rest, optionalBy: 'optional', byHand: true };
  const volume = `${pod}.volumes[*]`;
  const projected = `${volume}.projected.sources[*]`;
  return [
    configMapKeyReference({ ...shape, name: `volume configMap${suffix}`, path: `${volume}.configMap` }),
    secretNameReference({ ...shape, name: `volume secret${suffix}`, path: `${volume}.secret.secretName` }),
    configMapKeyReference({ ...shape, name: `projected configMap${suffix}`, path: `${projected}.configMap` }),
    secretKeyReference({ ...shape, name: `projected secret${suffix}`, path: `${projected}.secret` }),
  ];
}

/** Everything that the pods of a workload read. */
export function podReferences(pod: string): readonly ReferenceDeclaration[] {
  const init = { suffix: ' of an init container' };
  return [
    ...environmentReferences(`${pod}.containers[*]`),
    ...variableReferences(`${pod}.containers[*]`),
    ...environmentReferences(`${pod}.initContainers[*]`, init),
    ...variableReferences(`${pod}.initContainers[*]`, init),
    ...volumeReferences(pod),
    secretKeyReference({
      name: 'imagePullSecret',
      path: `${pod}.imagePullSecrets[*]`,
      mayBeAbsent: true,
      byHand: true,
    }),
    serviceAccountReference(`${pod}.serviceAccountName`),
  ];
}

/** As whom the pods run. Every namespace has an account `default`, and others often come with what needs them. */
function serviceAccountReference(path: string): ReferenceDeclaration {
  return {
    name: 'serviceAccountName',
    form: 'name',
    path,
    to: [serviceAccount],
    role: 'uses',
    flow: 'forward',
    namespace: 'own',
    mayBeAbsent: true,
  };
}
