import type { GroupKind } from '../workspace/types.ts';
import type { Path } from '../yaml/path.ts';
import type { FormSection } from './form.ts';

/**
 * What the studio must know of a kind: one object a kind, in a file of its own, listed once in
 * `registry.ts`. Cards, palette, edges, legal drops, rename, export order and completions are derived.
 */
export interface KindDefinition extends GroupKind {
  /** Served versions, the one that templates write first: it is also the one clusters store. */
  readonly versions: readonly string[];
  /** As `kubectl get` and the API path have it: `httproutes`. */
  readonly plural: string;
  readonly scope: 'namespaced' | 'cluster';
  readonly family: Family;
  /** Name of an icon of `ui/kit/icons.ts`. */
  readonly icon: IconName;
  /** One line for the palette: what a person uses it for. */
  readonly purpose: string;
  /** Where it goes in an applied bundle: see `exportPhases`. */
  readonly phase: ExportPhase;
  /** A sensible name for a new one: `web-gateway`, `orders`. */
  readonly baseName: string;
  /** The commonest first: where several fit a pair of resources, the first is what a person means. */
  readonly references: readonly ReferenceDeclaration[];
  /** What the card shows. Must accept any value, however malformed, and never throw. */
  summarise(value: Readonly<Record<string, unknown>>): CardSummary;
  /** Small commented YAML of a new one, valid at once, ending with a line end. */
  template(context: TemplateContext): string;
  /**
   * What its controller makes of each resource, by the same name in the same namespace: who refers to that refers to
   * something that will be there.
   */
  readonly makes?: readonly GroupKind[];
  /** The form of the inspector; what it leaves out is drawn from the catalogue. */
  readonly form: readonly FormSection[];
  /** Documentation at the project that owns the kind. */
  readonly docs: string;
}

/** Families of kinds; each has a colour and an icon tint. */
export type Family =
  | 'config'
  | 'gateway'
  | 'route'
  | 'backend'
  | 'workload'
  | 'policy'
  | 'ai'
  | 'scaling'
  | 'tls'
  | 'grant'
  | 'other';

export type IconName =
  | 'box'
  | 'class'
  | 'gateway'
  | 'listeners'
  | 'http'
  | 'grpc'
  | 'tls'
  | 'tcp'
  | 'udp'
  | 'grant'
  | 'shield'
  | 'lock'
  | 'backend'
  | 'traffic'
  | 'client'
  | 'proxy'
  | 'service'
  | 'workload'
  | 'secret'
  | 'config'
  | 'namespace'
  | 'scale'
  | 'issuer'
  | 'certificate'
  | 'models'
  | 'model'
  | 'credential'
  | 'tools'
  | 'quota'
  | 'sidecar'
  | 'pool'
  | 'extension'
  | 'patch'
  | 'filter'
  | 'stateful'
  | 'job'
  | 'account'
  | 'horizontal'
  | 'vertical'
  | 'budget'
  | 'ingress'
  | 'monitor'
  | 'key'
  | 'batch'
  | 'wake';

/** The order in which `kubectl apply` can take a bundle. */
export const exportPhases = [
  'namespace',
  'class',
  'configuration',
  'workload',
  'service',
  'gateway',
  'route',
  'policy',
  'scaler',
  'other',
] as const;
export type ExportPhase = (typeof exportPhases)[number];

/** What a reference means. It decides the dash of the edge, its arrow and the side of the card. */
export type ReferenceRole =
  | 'attaches-to'
  | 'sends-to'
  | 'mirrors-to'
  | 'governs'
  | 'uses'
  | 'makes'
  | 'issued-by'
  | 'scales'
  | 'selects'
  | 'configured-by';

interface ReferenceBase {
  /** The field's own term, unique in the kind: `parentRef`, `backendRef`, `certificateRef`. */
  readonly name: string;
  /** Where it stands: `spec.rules[*].backendRefs[*]`; `[*]` is any list item, `["a.b/c"]` a key with dots or slashes. */
  readonly path: string;
  /**
   * What it may point at; the first is the default. `{group:'*',kind:'*'}` accepts anything that is written,
   * but a gesture offers only the kinds that are named.
   */
  readonly to: readonly GroupKind[];
  readonly role: ReferenceRole;
  /**
   * How traffic (or cause) runs along it: `forward` draws holder -> target, `backward` target -> holder
   * (a route's parentRef is drawn gateway -> route).
   */
  readonly flow: 'forward' | 'backward';
  /** Where the target's namespace comes from. A string in `fixed` names it. */
  readonly namespace: 'field' | 'own' | 'cluster' | { readonly fixed: string };
  /** True when a reference into another namespace needs a ReferenceGrant there. */
  readonly needsGrant?: boolean;
  /** True when an absent target is normal (made by a controller, or optional): no finding. */
  readonly mayBeAbsent?: boolean;
  /** Name of a boolean beside the target's name; where it is true, an absent target is normal: `optional`. */
  readonly optionalBy?: string;
  /**
   * Where the target's port stands, when that is not `port` of the reference: paths from the map that holds the name,
   * `{ number: 'port.number', name: 'port.name' }` of an Ingress backend.
   */
  readonly portAt?: { readonly number: string; readonly name: string };
  /**
   * True when drawing a connection does not offer it: it is deprecated, or it needs fields around it that a
   * gesture cannot know (a filter's type). It resolves and renames like any other.
   */
  readonly byHand?: boolean;
}

/** `{ group?, kind?, namespace?, name, sectionName?, port?, weight? }`, or the same with `apiVersion`. */
export interface ObjectReference extends ReferenceBase {
  readonly form: 'object';
  /** Whether group stands in `group` (default) or inside `apiVersion`; 'none': the kind is fixed. */
  readonly typedBy?: 'group' | 'apiVersion' | 'none';
  /** Fields of the reference that name a part of the target. */
  readonly has?: readonly ('sectionName' | 'port' | 'weight')[];
  /** True when the field must be written even when it equals the default (targetRefs want group and kind). */
  readonly explicitType?: boolean;
  /** True when a port is required for a Service target (backendRefs). */
  readonly portRequired?: boolean;
  /**
   * Name of a number that ranks the references of one list, 0 when absent: those of the lowest share the traffic, and
   * each next rank takes over when the one before it fails.
   */
  readonly rankedBy?: string;
}

/** The value itself is the target's name: `spec.gatewayClassName`, `spec.secretName`. */
export interface NameReference extends ReferenceBase {
  readonly form: 'name';
  /** True when a port must be written beside the name of a Service; `portAt` says where. */
  readonly portRequired?: boolean;
}

/** `{ group?, kind?, matchLabels?, matchExpressions? }`: those that select their targets by the targets' own labels. */
export interface SelectorReference extends ReferenceBase {
  readonly form: 'target-selector';
  /**
   * Where it says in which namespaces it looks: in `namespaces` of the selector (default), or beside the selector in
   * `namespaceSelector: { any, matchNames }`, as monitors have it.
   */
  readonly reach?: 'namespaces' | 'namespaceSelector';
}

/** Labels that pick pods. Matched against pod template labels. */
export interface PodSelectorReference extends ReferenceBase {
  readonly form: 'pod-selector';
  /**
   * `labels` (default): the value is the map of labels itself, as `spec.selector` of a Service, and the empty one picks
   * none. `selector`: it is `{ matchLabels, matchExpressions }`, and the empty one picks all of the namespace.
   */
  readonly style?: 'labels' | 'selector';
}

/**
 * The value is an address (`http://prometheus.monitoring.svc:9090`, `kafka:9092`): it leads to the Service of that name, or
 * to a host outside of the cluster. Nothing is wrong where neither is in the workspace.
 */
export interface AddressReference extends ReferenceBase {
  readonly form: 'address';
}

export type ReferenceDeclaration =
  | ObjectReference
  | NameReference
  | SelectorReference
  | PodSelectorReference
  | AddressReference;

/** A small mark with a word: a filter, a policy's feature, TLS. */
export interface Chip {
  /** One or two words in the field's own terms. */
  readonly text: string;
  /** Longer, for the tooltip. */
  readonly detail?: string;
}

/** One line of a card: a listener, a rule, a port, a trigger. */
export interface CardRow {
  /** Stable within the card while its place does not change: `listeners/https`, `rules/0`. */
  readonly id: string;
  /** The row's place in the resource's value; references below it start from this row. */
  readonly path: Path;
  /** First words, set in medium weight: the listener's name, `GET /api/v2`. */
  readonly label: string;
  /** What follows, muted. */
  readonly parts: readonly string[];
  readonly chips: readonly Chip[];
  /** References that name this section end at this row. */
  readonly section?: string;
  /** References that name this port end at this row. */
  readonly port?: number;
}

export interface CardSummary {
  /** Under the name, muted: `ClusterIP`, `3 replicas`. */
  readonly subtitle?: string;
  readonly rows: readonly CardRow[];
  /** What it does, as chips: a policy's features. */
  readonly chips: readonly Chip[];
}

/** A resource that a template may point at. */
export interface PickedTarget extends GroupKind {
  readonly namespace: string;
  readonly name: string;
  readonly sectionName?: string;
  readonly port?: number;
}

export interface TemplateContext {
  readonly name: string;
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
  /** The resource that the new one was dropped on, else the first fitting one at hand, else undefined. */
  pick(...kinds: readonly GroupKind[]): PickedTarget | undefined;
}
