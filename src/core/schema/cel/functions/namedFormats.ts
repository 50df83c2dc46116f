import { func, method, type Overload } from '../overload.ts';
import { Optional, Special } from '../value.ts';
import { decodeBase64 } from './base64.ts';
import { parseDate, parseTimestamp } from './timeText.ts';
import { parseUrl } from './urlText.ts';

/** What is wrong with a text, or nothing. */
type Check = (text: string) => readonly string[];

class NamedFormat extends Special {
  readonly typeName = 'kubernetes.NamedFormat';
  readonly name: string;
  readonly check: Check;
  constructor(name: string, check: Check) {
    super();
    this.name = name;
    this.check = check;
  }
  isEqual(other: Special): boolean {
    return other instanceof NamedFormat && other.name === this.name;
  }
}

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const checks: Readonly<Record<string, Check>> = {
  dns1123Label: form(63, `^${label}$`, 'a lowercase RFC 1123 label'),
  dns1123Subdomain: form(253, `^${label}(?:\\.${label})*$`, 'a lowercase RFC 1123 subdomain'),
  dns1035Label: form(63, '^[a-z](?:[-a-z0-9]*[a-z0-9])?$', 'a DNS-1035 label'),
  qualifiedName,
  dns1123LabelPrefix: prefix('dns1123Label'),
  dns1123SubdomainPrefix: prefix('dns1123Subdomain'),
  dns1035LabelPrefix: prefix('dns1035Label'),
  labelValue: form(63, '^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$', 'a label value'),
  uri: (text) => (parseUrl(text) === undefined ? ['must be a valid URI'] : []),
  uuid: (text) =>
    /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text)
      ? []
      : ['does not match the UUID pattern'],
  byte: (text) => (decodeBase64(text) === undefined ? ['invalid base64'] : []),
  date: (text) => (parseDate(text) === undefined ? ['invalid date'] : []),
  datetime: (text) => (parseTimestamp(text) === undefined ? ['invalid datetime'] : []),
};
const formats = new Map(Object.entries(checks).map(([name, check]) => [name, new NamedFormat(name, check)]));

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-format-library */
export const namedFormats: readonly Overload[] = [
  ...[...formats].map(([name, format]) => func(`format.${name}`, [], () => format)),
  func('format.named', ['string'], (name) => Optional.of(formats.get(name))),
  method('validate', ['kubernetes.NamedFormat', 'string'], (format, text) => {
    const wrong = (format as NamedFormat).check(text);
    return wrong.length === 0 ? Optional.none : Optional.of(wrong);
  }),
];

function form(longest: number, pattern: string, what: string): Check {
  const compiled = new RegExp(pattern);
  return (text) => {
    const wrong = text.length > longest ? [`must be no more than ${longest} characters`] : [];
    return compiled.test(text.slice(0, longest + 1)) ? wrong : [...wrong, `must be ${what}`];
  };
}

/** A name to which something is added: it may end in a dash. */
function prefix(name: string): Check {
  return (text) => checks[name]?.(text.endsWith('-') ? `${text.slice(0, -1)}a` : text) ?? [];
}

function qualifiedName(text: string): readonly string[] {
  const parts = text.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length > 2) return ["must be a qualified name with an optional DNS subdomain prefix and '/'"];
  const wrong =
    parts.length === 2
      ? (checks.dns1123Subdomain?.(parts[0] ?? '').map((each) => `prefix part ${each}`) ?? [])
      : [];
  if (name === '') return [...wrong, 'name part must be non-empty'];
  return [...wrong, ...(checks.labelValue?.(name).map((each) => `name part ${each}`) ?? [])];
}
