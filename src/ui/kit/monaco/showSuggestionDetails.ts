import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { IStorageService } from 'monaco-editor/platform/storage/common/storage';

/** Where Monaco keeps what holds for every workspace, and what it was set by. */
const profile = 0;
const user = 0;

/** Lets the list of proposals show what they are from the start; Monaco has no option for it, it remembers a key. */
export function showSuggestionDetails(): void {
  StandaloneServices.get(IStorageService).store('expandSuggestionDocs', true, profile, user);
}
