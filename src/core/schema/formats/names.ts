/** What a text of this kind looks like, and whether one is of it. */
export interface TextFormat {
  readonly test: (text: string) => boolean;
  /** Continues "a value like ...": what a good one looks like, in words. */
  readonly reason: string;
  /** A good value. */
  readonly example: string;
}

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const label1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const qualifiedPart = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && label.test(text);
}

export function isDnsSubdomain(text: string): boolean {
  return text.length <= 253 && text.split('.').every((part) => label.test(part));
}

/** A label's or annotation's key: an optional DNS prefix, a slash, a name. */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  if (name.length > 63 || !qualifiedPart.test(name)) return false;
  return slash < 0 || isDnsSubdomain(text.slice(0, slash));
}

export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= 63 && qualifiedPart.test(text));
}

function isConfigKey(text: string): boolean {
  return text.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(text) && text !== '.' && !text.startsWith('..');
}

function isPortName(text: string): boolean {
  return /^[a-z0-9-]{1,15}$/.test(text) && /[a-z]/.test(text) && !/--|^-|-$/.test(text);
}

function isWildcardSubdomain(text: string): boolean {
  return text.startsWith('*.') && isDnsSubdomain(text.slice(2));
}

/** Names that Kubernetes knows, by the name we give them. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export const nameFormats: Readonly<Record<string, TextFormat>> = {
  'dns-label': {
    test: isDnsLabel,
    reason: 'at most 63 lowercase letters, digits and dashes, with a letter or digit at both ends',
    example: 'my-app',
  },
  'dns-1035-label': {
    test: (text) => text.length <= 63 && label1035.test(text),
    reason:
      'at most 63 lowercase letters, digits and dashes, with a letter at the start and no dash at the end',
    example: 'my-app',
  },
  'dns-subdomain': {
    test: isDnsSubdomain,
    reason:
      'at most 253 lowercase letters, digits, dashes and dots, with a letter or digit at both ends of each part',
    example: 'my-app.example.com',
  },
  'wildcard-dns-subdomain': {
    test: isWildcardSubdomain,
    reason: 'a star, a dot and a DNS name in lowercase',
    example: '*.example.com',
  },
  'label-key': {
    test: isQualifiedName,
    reason:
      'at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends; a DNS name and a slash may stand before it',
    example: 'app.kubernetes.io/name',
  },
  'label-value': {
    test: isLabelValue,
    reason:
      'at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends, or empty',
    example: 'shop-v2',
  },
  'env-name': {
    test: (text) => /^[ -<>-~]+$/.test(text),
    reason: 'printable ASCII characters without the equals sign',
    example: 'LOG_LEVEL',
  },
  'config-key': {
    test: isConfigKey,
    reason: 'at most 253 letters, digits, dashes, underscores and dots, not beginning with two dots',
    example: 'settings.yaml',
  },
  'port-name': {
    test: isPortName,
    reason:
      'at most 15 lowercase letters, digits and single dashes, with at least one letter and no dash at the ends',
    example: 'http-admin',
  },
};
