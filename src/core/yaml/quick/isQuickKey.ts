const longest = 200;
const noText = /^(?:null|true|false)$/i;

/** True for a key whose text is its name for certain; the rest (`true:`, keys too long for one line) the library reads. */
export function isQuickKey(name: string, isQuoted: boolean): boolean {
  return name.length <= longest && name !== '__proto__' && (isQuoted || !noText.test(name));
}
