import type { Remote } from 'comlink';
import type { ActionArgs, ActionName } from '../core/actions/registry.ts';
import type { ActionResult, FileChange } from '../core/actions/types.ts';
import type { Finding } from '../core/analysis.ts';
import type { AnalysisDelta } from '../core/analysisDelta.ts';
import type { AssistName, AssistRequest, AssistResponse } from '../core/assist/types.ts';
import type { Picture } from '../core/picture/types.ts';
import type { Review } from '../core/review/reviewChanges.ts';
import type { Explanation } from '../core/schema/explainFault.ts';
import type { Range } from '../core/text/textEdit.ts';
import type { Place, SourceFile } from '../core/workspace/types.ts';
import type {
  CataloguePart,
  CoreHost,
  GroupVersionKind,
  KindDescription,
  Round,
  Setup,
} from '../worker/coreHost.ts';

/** A `CoreHost` at the other end of a message port, or the same object in a test. */
export type CoreApi = Remote<CoreHost> | CoreHost;

/**
 * Keeps the core in step with the files. Changes are sent as edits, never as whole texts; one analysis is
 * under way at a time, and whatever came in meanwhile goes with the next one.
 */
export class CoreClient {
  readonly #core: CoreApi;
  readonly #onRound: (round: Round, version: number, isFirst: boolean) => void;
  readonly #onError: (error: unknown) => void;
  #queue: FileChange[] = [];
  #version = 0;
  #epoch = 0;
  #isBusy = false;
  #waiting: (() => void)[] = [];

  constructor(
    core: CoreApi,
    onRound: (round: Round, version: number, isFirst: boolean) => void,
    onError: (error: unknown) => void,
  ) {
    this.#core = core;
    this.#onRound = onRound;
    this.#onError = onError;
  }

  /** Starts anew with these files and what belongs to them. */
  async open(files: readonly SourceFile[], setup: Setup, version: number): Promise<void> {
    const epoch = ++this.#epoch;
    this.#queue = [];
    this.#version = version;
    this.#isBusy = true;
    try {
      const round = await this.#core.open(files, setup);
      if (epoch === this.#epoch) this.#onRound(round, version, true);
    } catch (error) {
      this.#onError(error);
    }
    if (epoch !== this.#epoch) return;
    this.#isBusy = false;
    await this.#pump();
  }

  /** Tells the core of changes that the files have already taken. */
  push(changes: readonly FileChange[], version: number): void {
    if (changes.length === 0) return;
    this.#queue.push(...changes);
    this.#version = version;
    void this.#pump();
  }

  /** Runs an action once the core has seen every change so far. */
  async run<N extends ActionName>(name: N, args: ActionArgs<N>): Promise<ActionResult> {
    await this.settled();
    return await (this.#core as CoreHost).run(name, args);
  }

  /** What the analysis would be after a change that is not made. */
  async foresee(changes: readonly FileChange[]): Promise<AnalysisDelta> {
    await this.settled();
    return (this.#core as CoreHost).foresee(changes);
  }

  /** Where a path stands in its document's text as it is now; undefined when nothing of it is there. */
  async locate(place: Place): Promise<Range | undefined> {
    await this.settled();
    return this.#core.locate(place);
  }

  /** Another baseline, other definitions or another channel, from the next answer on. */
  equip(setup: Partial<Setup>): Promise<void> {
    return this.#ask(() => this.#core.equip(setup));
  }

  /** Parts of the catalogue, all at once. */
  learn(parts: readonly CataloguePart[]): Promise<void> {
    return this.#ask(() => this.#core.learn(parts));
  }

  /** What changed since the baseline. */
  async review(): Promise<Review> {
    await this.settled();
    return (this.#core as CoreHost).review();
  }

  /** Help for the editor, once the core has seen every change so far. */
  async assist<N extends AssistName>(request: AssistRequest<N>): Promise<AssistResponse<N>> {
    await this.settled();
    return await (this.#core as CoreHost).assist(request);
  }

  /** The picture of a pattern; it has nothing to do with the workspace. */
  async picture(pattern: string): Promise<Picture> {
    return (this.#core as CoreHost).picture(pattern);
  }

  /** What the fields of a kind are. */
  async describeKind(kind: GroupVersionKind): Promise<KindDescription> {
    await this.settled();
    return (this.#core as CoreHost).describeKind(kind);
  }

  /** Why the API server says what it says. */
  async explain(finding: Finding): Promise<Explanation | undefined> {
    await this.settled();
    return (this.#core as CoreHost).explain(finding);
  }

  /** Resolves when nothing is under way or waiting. */
  settled(): Promise<void> {
    if (!this.#isBusy && this.#queue.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A round that no change of the files asks for; it waits for its turn. */
  async #ask(ask: () => Round | Promise<Round>): Promise<void> {
    while (this.#isBusy || this.#queue.length > 0) await this.settled();
    const epoch = this.#epoch;
    const version = this.#version;
    this.#isBusy = true;
    try {
      const round = await ask();
      if (epoch === this.#epoch) this.#onRound(round, version, false);
    } catch (error) {
      this.#onError(error);
    }
    if (epoch !== this.#epoch) return;
    this.#isBusy = false;
    await this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#isBusy) return;
    if (this.#queue.length === 0) {
      for (const resolve of this.#waiting.splice(0)) resolve();
      return;
    }
    const epoch = this.#epoch;
    const changes = this.#queue.splice(0);
    const version = this.#version;
    this.#isBusy = true;
    try {
      const round = await this.#core.update(changes);
      if (epoch === this.#epoch) this.#onRound(round, version, false);
    } catch (error) {
      this.#onError(error);
    }
    if (epoch !== this.#epoch) return;
    this.#isBusy = false;
    await this.#pump();
  }
}
