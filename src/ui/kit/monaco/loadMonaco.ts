import type { Monaco } from './MonacoApi.ts';

let loading: Promise<Monaco> | undefined;

/** Monaco, loaded at the first call. A failed load (a lost network) is tried anew at the next call. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco.ts').then(
    ({ monaco }) => monaco,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
