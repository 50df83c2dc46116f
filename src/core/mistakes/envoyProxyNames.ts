import { removeStep, renameStep, repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import { endsWith } from './endsWith.ts';
import { envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

/** `prometheus: {enabled: true}`: it is on unless it says `disable`. */
const prometheusEnabled: Mistake = {
  code: 'TS148',
  name: 'prometheus-enabled',
  reason: 'Metrics for Prometheus are on; the field is disable, the opposite of enabled.',
  kinds: envoyKinds('EnvoyProxy', 'EnvoyGateway'),
  recognise(fault, resource) {
    if (fault.fault !== 'unknown-field' || !endsWith(fault.path, 'prometheus', 'enabled')) return undefined;
    const isOff = valueAt(resource, fault.path) === false;
    const target = [...fault.path.slice(0, -1), 'disable'];
    return {
      message: isOff
        ? 'There is no enabled: Prometheus is turned off with disable: true.'
        : 'There is no enabled: Prometheus is on unless disable is true. Remove it.',
      repairs: [
        isOff && valueAt(resource, target) === undefined
          ? repair(
              'Write it as disable: true',
              [renameStep(fault.path, 'disable'), setStep(target, true)],
              true,
            )
          : repair('Remove enabled', [removeStep(fault.path)], true),
      ],
    };
  },
};

/** Host names beside addresses in one Backend. */
const mixedEndpoints: Mistake = {
  code: 'TS149',
  name: 'mixed-endpoints',
  reason: 'Host names are resolved, addresses are not: a Backend has the one or the other.',
  kinds: envoyKinds('Backend'),
  recognise(fault, resource) {
    if (fault.fault !== 'rule' || !fault.path.includes('endpoints')) return undefined;
    const list = valueAt(resource, ['spec', 'endpoints']);
    if (!Array.isArray(list) || !list.every(isRecord)) return undefined;
    const named = list.flatMap((each, i) => (each.fqdn === undefined ? [] : [i]));
    const others = list.flatMap((each, i) => (each.fqdn === undefined ? [i] : []));
    const isOneEach = list.every((each) => ['fqdn', 'ip', 'unix'].filter((key) => key in each).length === 1);
    if (named.length === 0 || others.length === 0 || !isOneEach) return undefined;
    const without = (indexes: readonly number[]) =>
      indexes.toReversed().map((index) => removeStep(['spec', 'endpoints', index]));
    const ways = [
      { kept: named.length, way: repair('Keep only the host names', without(others)) },
      { kept: others.length, way: repair('Keep only the addresses', without(named)) },
    ];
    return {
      message:
        'A Backend cannot mix host names (fqdn) with addresses and sockets. Write the ones into a second Backend, and keep the others here.',
      repairs: ways.sort((a, b) => b.kept - a.kept).map(({ way }) => way),
    };
  },
};

export const envoyProxyNames: readonly Mistake[] = [prometheusEnabled, mixedEndpoints];
