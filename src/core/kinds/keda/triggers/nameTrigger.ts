/** `a kafka trigger`, `an external trigger`: by sound. */
export function nameTrigger(type: string | undefined): string {
  return `${/^[aeio]/.test(type ?? '') ? 'an' : 'a'} ${type ?? 'nameless'} trigger`;
}

/** The same at the beginning of a sentence. */
export function nameTriggerFirst(type: string | undefined): string {
  const name = nameTrigger(type);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
