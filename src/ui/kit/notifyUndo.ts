import type { Studio } from '../../state/types.ts';

/** Says what was done, with a way back that works as long as nothing else was done since. */
export function notifyUndo(studio: Studio, text: string): void {
  const step = studio.workspace.getState().past.at(-1);
  studio.notify({
    tone: 'info',
    text,
    action: {
      label: 'Undo',
      run: () => {
        if (studio.workspace.getState().past.at(-1) === step) studio.undo();
        else
          studio.notify({
            tone: 'info',
            text: 'Other changes came after it. Undo goes back one step at a time.',
          });
      },
    },
  });
}
