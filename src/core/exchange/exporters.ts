import { exportBundle } from './exportBundle.ts';
import { exportZip } from './exportZip.ts';
import type { Exporter } from './types.ts';

/** Every way out, in the order of the menu. */
export const exporters: readonly Exporter[] = [exportBundle, exportZip];
