import { useEffect, useState } from 'react';
import type { ApplyGuide } from '../../core/exchange/kubectlCommands.ts';
import type { Exported, Exporter, ExportFormat } from '../../core/exchange/types.ts';
import type { ResourceId } from '../../core/workspace/types.ts';
import { useStudio, useWorkspace } from '../../state/react.tsx';

/** Everything the dialog says about an export. */
export interface PreparedExport {
  readonly exporter: Exporter;
  readonly exported: Exported;
  readonly guide: ApplyGuide;
  /** In the order in which they are applied. */
  readonly order: readonly ResourceId[];
  /** The formats there are, for the switch. */
  readonly formats: readonly Pick<Exporter, 'name' | 'label'>[];
}

/**
 * Prepares an export of the text as it is now. The exporters are loaded only here; the analysis is waited
 * for, so that what is exported is what the editor shows.
 */
export function useExport(format: ExportFormat): PreparedExport | null {
  const studio = useStudio();
  const version = useWorkspace((workspace) => workspace.version);
  const [prepared, setPrepared] = useState<{
    readonly version: number;
    readonly value: PreparedExport;
  } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const prepare = async () => {
      const [{ exporters }, { kubectlCommands }, { applyOrder }] = await Promise.all([
        import('../../core/exchange/exporters.ts'),
        import('../../core/exchange/kubectlCommands.ts'),
        import('../../core/exchange/applyOrder.ts'),
      ]);
      await studio.settled();
      const exporter = exporters.find(({ name }) => name === format);
      if (!isCurrent || exporter === undefined) return;
      const files = [...studio.workspace.getState().files].map(([path, text]) => ({ path, text }));
      const analysis = studio.analysis.getState();
      setPrepared({
        version,
        value: {
          exporter,
          exported: exporter.export(files, analysis),
          guide: kubectlCommands(files, analysis, format),
          order: applyOrder(files, analysis).documents.flatMap(({ outline }) => outline.resources),
          formats: exporters,
        },
      });
    };
    void prepare();
    return () => {
      isCurrent = false;
    };
  }, [format, studio, version]);
  return prepared?.version === version ? prepared.value : null;
}
