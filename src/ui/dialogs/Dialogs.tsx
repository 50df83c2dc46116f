/**
 * The dialogs: one at a time, asked for by the view, small and near the top of the window. Escape closes
 * each, focus goes back to where it was. They only preview and run actions; none of them edits text itself.
 * The import and export code of the core is loaded when its dialog needs it.
 */
import { useStudio, useView } from '../../state/react.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';
import { CreateDialog } from './CreateDialog.tsx';
import { DefinitionsDialog } from './DefinitionsDialog.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { FindingDialog } from './FindingDialog.tsx';
import { GrantDialog } from './GrantDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/** Whichever dialog the view asks for. The list of workspaces belongs to the shell. */
export function Dialogs() {
  const studio = useStudio();
  const dialog = useView((view) => view.dialog);
  if (dialog === null) return null;
  const close = () => {
    if (studio.view.getState().dialog === dialog) studio.setView({ dialog: null });
  };
  switch (dialog.type) {
    case 'create':
      return <CreateDialog {...dialog} onClose={close} />;
    case 'connect':
      return <ConnectDialog from={dialog.from} onClose={close} />;
    case 'delete':
      return <DeleteDialog ids={dialog.ids} onClose={close} />;
    case 'rename':
      return <RenameDialog id={dialog.id} onClose={close} />;
    case 'grant':
      return <GrantDialog {...dialog} onClose={close} />;
    case 'import':
      return <ImportDialog {...dialog} onClose={close} />;
    case 'definitions':
      return <DefinitionsDialog onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'finding':
      return <FindingDialog {...dialog} onClose={close} />;
    case 'keys':
      return <KeysDialog onClose={close} />;
    default:
      return null;
  }
}
