/**
 * The panel of patterns: a gallery to look through, guides for who does not know yet what to take, and a sheet in which
 * one pattern is filled in, seen on the canvas and as a diff, and then written. Nothing changes before the last press.
 */
import { useView } from '../../state/react.tsx';
import { GuideSheet } from './GuideSheet.tsx';
import { PatternGallery } from './PatternGallery.tsx';
import { PatternSheet } from './PatternSheet.tsx';

/** The gallery, or what is open of it. */
export function PatternsPanel() {
  const open = useView((view) => view.pattern);
  if (open === null) return <PatternGallery />;
  if (open.type === 'guide') return <GuideSheet key={open.id} guideId={open.id} answers={open.answers} />;
  return <PatternSheet key={open.id} open={open} />;
}
