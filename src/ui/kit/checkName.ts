/** What the API server asks of a name of a resource (RFC 1123 subdomain), in words; null when it is fine. */
export function checkName(name: string): string | null {
  if (name === '') return 'Give it a name.';
  if (name.length > 253) return 'A name has at most 253 characters.';
  return checkLetters(name, /[a-z0-9.-]/, 'lower-case letters, digits, “-” and “.”');
}

/** What the API server asks of a namespace (RFC 1123 label), in words; null when it is fine. */
export function checkNamespace(namespace: string): string | null {
  if (namespace === '') return 'Give the namespace.';
  if (namespace.length > 63) return 'A namespace has at most 63 characters.';
  return checkLetters(namespace, /[a-z0-9-]/, 'lower-case letters, digits and “-”');
}

function checkLetters(text: string, allowed: RegExp, words: string): string | null {
  const wrong = [...text].find((letter) => !allowed.test(letter));
  if (wrong !== undefined) {
    const shown = wrong === ' ' ? 'a space' : `“${wrong}”`;
    return `Only ${words} are allowed; it has ${shown}.`;
  }
  if (/(^|\.)[^a-z0-9]|[^a-z0-9](\.|$)/.test(text)) return 'It begins and ends with a letter or a digit.';
  return null;
}
