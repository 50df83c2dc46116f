import {
  BadgeCheck,
  Box,
  Boxes,
  Braces,
  Cable,
  Cloud,
  DoorOpen,
  FileKey,
  FileSliders,
  Gauge,
  Globe,
  KeyRound,
  Layers,
  ListTree,
  Lock,
  type LucideIcon,
  MonitorSmartphone,
  Network,
  Radio,
  Scaling,
  Server,
  Settings2,
  Shield,
  Stamp,
  Waypoints,
} from 'lucide-react';
import type { Family, IconName } from '../../core/kinds/types.ts';

/** The icon of each name that a kind may carry. */
export const kindIcons: Readonly<Record<IconName, LucideIcon>> = {
  box: Box,
  class: Layers,
  gateway: DoorOpen,
  listeners: ListTree,
  http: Globe,
  grpc: Braces,
  tls: Lock,
  tcp: Cable,
  udp: Radio,
  grant: BadgeCheck,
  shield: Shield,
  lock: FileKey,
  backend: Cloud,
  traffic: Gauge,
  client: MonitorSmartphone,
  proxy: Waypoints,
  service: Network,
  workload: Server,
  secret: KeyRound,
  config: FileSliders,
  namespace: Boxes,
  scale: Scaling,
  issuer: Stamp,
  certificate: Settings2,
};

/** An icon in the tint of its family. Decorative: the kind's name always stands beside it or in a label. */
export function KindIcon({
  icon,
  family,
  size = 16,
}: {
  readonly icon: IconName;
  readonly family: Family;
  readonly size?: number;
}) {
  const Icon = kindIcons[icon];
  return <Icon size={size} strokeWidth={1.5} color={`var(--family-${family})`} aria-hidden="true" />;
}
