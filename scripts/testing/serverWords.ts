import type { Fault } from '../../src/core/schema/fault.ts';
import { formatPath } from '../../src/core/yaml/path.ts';

/** About what the API server's own text says of a fault: its path, and the words that upstream's tests look for. */
export function serverWords(fault: Fault): string {
  const field = 'field' in fault && fault.fault === 'required' ? [...fault.path, fault.field] : fault.path;
  const path = formatPath(field);
  return `${path}: ${wordsOf(fault, path)}`;
}

function wordsOf(fault: Fault, path: string): string {
  switch (fault.fault) {
    case 'rule':
      return `Invalid value: ${fault.message}`;
    case 'rule-error':
      return `Invalid value: ${fault.error} evaluating rule: ${fault.rule.message ?? fault.rule.source}`;
    case 'required':
      return 'Required value';
    case 'enum':
      return `Unsupported value: ${JSON.stringify(fault.value)}: supported values: ${fault.allowed.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'pattern':
      return `Invalid value: ${JSON.stringify(fault.value)}: ${path} in body should match '${fault.pattern}'`;
    case 'range':
      return fault.min !== undefined && fault.value <= fault.min
        ? `Invalid value: ${fault.value}: ${path} in body should be greater than ${fault.isExclusive === true ? '' : 'or equal to '}${fault.min}`
        : `Invalid value: ${fault.value}: ${path} in body should be less than ${fault.isExclusive === true ? '' : 'or equal to '}${fault.max}`;
    case 'size':
      return sizeWords(fault, path);
    case 'duplicate':
      return 'Duplicate value';
    case 'combination':
      return `Invalid value: ${path} in body must validate one and only one schema (${fault.of})`;
    case 'unknown-field':
      return `unknown field "${path}"`;
    default:
      return `Invalid value: ${path} in body ${fault.fault}`;
  }
}

function sizeWords({ of, actual, min, max }: Extract<Fault, { fault: 'size' }>, path: string): string {
  const isLow = min !== undefined && actual < min;
  if (of === 'characters') {
    return isLow
      ? `Invalid value: ${path} in body should be at least ${min} chars long`
      : `Too long: may not be more than ${max} bytes`;
  }
  const unit = of === 'items' ? 'items' : 'properties';
  return isLow
    ? `Invalid value: ${actual}: ${path} in body should have at least ${min} ${unit}`
    : `Too many: ${actual}: must have at most ${max} items`;
}
