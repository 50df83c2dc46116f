import type { Change, Position } from '../../core/actions/types.ts';
import type { Channel } from '../../core/catalogue/channel.ts';
import type { DefinitionFile } from '../../core/catalogue/library.ts';

/** What tabs on the same workspace tell each other. Stays in the browser. */
export type TabMessage = { readonly workspace: string; readonly tab: string } & (
  | { readonly type: 'hello' }
  | {
      readonly type: 'state';
      /** The tab that said hello. */
      readonly to: string;
      readonly revision: string;
      readonly name: string;
      readonly files: readonly (readonly [string, string])[];
      readonly baseline: readonly (readonly [string, string])[];
      readonly layout: Readonly<Record<string, Position>>;
      readonly definitions: readonly DefinitionFile[];
      readonly channel: Channel;
    }
  | {
      readonly type: 'change';
      readonly base: string;
      readonly revision: string;
      readonly changes: readonly Change[];
    }
  | {
      readonly type: 'equipped';
      readonly definitions: readonly DefinitionFile[];
      readonly channel: Channel;
    }
  | { readonly type: 'reviewed' }
  | { readonly type: 'renamed'; readonly name: string }
  | { readonly type: 'bye' }
);

/** A channel to the other tabs of this origin; silent where the browser has none. */
export class TabChannel {
  readonly tab: string;
  #channel: BroadcastChannel | undefined;

  constructor(tab: string, onMessage: (message: TabMessage) => void) {
    this.tab = tab;
    if (typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel('traffic-studio');
    this.#channel.onmessage = (event: MessageEvent<TabMessage>) => {
      if (event.data.tab !== tab) onMessage(event.data);
    };
  }

  send(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  /** Ends it; what is sent afterwards goes nowhere. */
  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
