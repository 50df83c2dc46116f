import type { FindingRef } from '../../core/actions/args.ts';
import { findFinding } from '../../core/actions/findFinding.ts';
import { useAnalysis } from '../../state/react.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { FindingDetail } from '../kit/findings/FindingDetail.tsx';
import { useLineFinder } from '../kit/findings/useLineFinder.ts';

interface FindingDialogProps {
  readonly finding: FindingRef;
  /** The way out to look at first. */
  readonly repair?: number;
  readonly onClose: () => void;
}

/** One finding in full, asked for from the editor or a card: what, the ways out as patches, why. */
export function FindingDialog({ finding, repair = 0, onClose }: FindingDialogProps) {
  const found = useAnalysis((analysis) => findFinding(analysis, finding));
  const lines = useLineFinder();
  return (
    <DialogFrame
      title={found === undefined ? 'Problem' : `Problem ${found.code}`}
      width={560}
      onClose={onClose}
    >
      {found === undefined ? (
        <p>This problem is gone.</p>
      ) : (
        <FindingDetail finding={found} where={lines.whereIs(found)} repair={repair} onDone={onClose} />
      )}
    </DialogFrame>
  );
}
