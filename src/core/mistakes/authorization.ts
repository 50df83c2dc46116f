import { removeStep, renameStep, repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { textOf, textsOf } from './plainText.ts';
import { envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

const kinds = envoyKinds('SecurityPolicy');
const addressFields = [
  'ipAddress',
  'ipAddresses',
  'ipBlocks',
  'sourceIPs',
  'sourceIP',
  'cidrs',
  'clientCIDR',
];

/** `principal.ipAddress`: addresses are clientCIDRs, and so nobody is named. */
const principalAddress: Mistake = {
  code: 'TS145',
  name: 'principal-ip-address',
  reason: 'Clients are named by their address in principal.clientCIDRs, a list of ranges.',
  kinds,
  recognise(fault, resource) {
    const isNobody = fault.fault === 'rule' && fault.path.at(-1) === 'principal';
    const isUnknown = fault.fault === 'unknown-field' && fault.path.at(-2) === 'principal';
    if (!isNobody && !isUnknown) return undefined;
    const principal = isNobody ? fault.path : fault.path.slice(0, -1);
    const held = valueAt(resource, principal);
    if (!isRecord(held) || held.clientCIDRs !== undefined) return undefined;
    const field = isUnknown ? fault.field : addressFields.find((each) => held[each] !== undefined);
    if (field === undefined || !addressFields.includes(field)) return undefined;
    const ranges = textsOf(held[field])?.map(asRange);
    if (ranges === undefined) return undefined;
    const from = [...principal, field];
    const to = [...principal, 'clientCIDRs'];
    const isSame =
      Array.isArray(held[field]) && ranges.every((each, i) => each === valueAt(held, [field, i]));
    return {
      message: `There is no ${field} of a principal: addresses of clients are a list of ranges, clientCIDRs.`,
      repairs: [
        repair(
          'Rename to clientCIDRs',
          [renameStep(from, 'clientCIDRs'), ...(isSame ? [] : [setStep(to, ranges)])],
          true,
        ),
      ],
    };
  },
};

/** One address is a range of one. */
function asRange(address: string): string {
  if (address.includes('/')) return address;
  return address.includes(':') ? `${address}/128` : `${address}/32`;
}

/** `match: [{path: …, method: …}]` in a rule of authorization: what is asked for is its operation. */
const authorizationMatch: Mistake = {
  code: 'TS146',
  name: 'authorization-match',
  reason: 'What a rule of authorization is about is its operation: methods, and one path.',
  kinds,
  recognise(fault, resource) {
    const { path } = fault;
    const isMatch = fault.fault === 'unknown-field' && (fault.field === 'match' || fault.field === 'matches');
    if (!isMatch || path.at(-3) !== 'rules' || path.at(-4) !== 'authorization') return undefined;
    const to = [...path.slice(0, -1), 'operation'];
    const operation = operationOf(resource, path);
    const message =
      'A rule of authorization has no match: what is asked for is its operation, with methods and a path.';
    if (operation === undefined || valueAt(resource, to) !== undefined) {
      return {
        message: `${message} Write it by hand: without one, the rule is about every request.`,
        repairs: [repair(`Remove ${fault.field}`, [removeStep(path)])],
      };
    }
    return {
      message,
      repairs: [
        repair('Write it as operation', [renameStep(path, 'operation'), setStep(to, operation)], true),
      ],
    };
  },
};

/** The operation that the matches speak of; undefined unless all of them can be said in one. */
function operationOf(resource: unknown, at: Path): Plain | undefined {
  const written = valueAt(resource, at);
  const matches: readonly unknown[] = Array.isArray(written) ? written : [written];
  if (!matches.every(isRecord) || matches.length === 0) return undefined;
  const paths = matches.flatMap((each) => (isRecord(each.path) || textOf(each.path) ? [each.path] : []));
  const methods = matches.flatMap((each) => textOf(each.method) ?? textsOf(each.methods ?? []) ?? []);
  const isKnown = matches.every((each) =>
    Object.keys(each).every((key) => key === 'path' || key === 'method' || key === 'methods'),
  );
  const isOne = matches.length === 1 || (paths.length === 0 && methods.length === matches.length);
  if (!isKnown || !isOne || paths.length + methods.length === 0) return undefined;
  const [path] = paths;
  return {
    ...(methods.length === 0 ? {} : { methods: methods.map((each) => each.toUpperCase()) }),
    ...(path === undefined ? {} : { path: isRecord(path) ? (path as Plain) : { value: String(path) } }),
  };
}

export const authorization: readonly Mistake[] = [principalAddress, authorizationMatch];
