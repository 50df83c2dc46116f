import {
  Activity,
  Archive,
  ArrowLeftRight,
  Bug,
  Fingerprint,
  Gauge,
  Globe,
  HeartPulse,
  KeyRound,
  Lock,
  type LucideIcon,
  Network,
  PenLine,
  Puzzle,
  RotateCcw,
  Scale,
  Shield,
  Timer,
  UserCheck,
  ZapOff,
} from 'lucide-react';

/** The first rule whose words occur in a feature's text gives its icon. */
const icons: readonly (readonly [words: RegExp, icon: LucideIcon])[] = [
  [/limit/i, Gauge],
  [/retr/i, RotateCcw],
  [/timeout|keepalive/i, Timer],
  [/breaker|admission/i, ZapOff],
  [/health/i, HeartPulse],
  [/balancer/i, Scale],
  [/fault/i, Bug],
  [/cors|csrf|upgrade/i, ArrowLeftRight],
  [/jwt|api key|basic auth/i, KeyRound],
  [/oidc|ext auth/i, UserCheck],
  [/authorization/i, Fingerprint],
  [/tls|^ca$/i, Lock],
  [/client ip|dns|scheme/i, Globe],
  [/header|path|override/i, PenLine],
  [/compress/i, Archive],
  [/telemetry|metrics|tracing|log/i, Activity],
  [/http|grpc|proxy protocol|connection/i, Network],
  [/extension|merged/i, Puzzle],
];

/** The icon for what a policy does; a shield when nothing fits. Decorative: the words stand beside it. */
export function featureIcon(text: string): LucideIcon {
  return icons.find(([words]) => words.test(text))?.[1] ?? Shield;
}
