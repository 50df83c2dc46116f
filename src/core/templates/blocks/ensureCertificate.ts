import { isSet, readText, readTexts } from '../../kinds/reading.ts';
import { certificate, clusterIssuer, issuer } from '../../kinds/targets.ts';
import type { PatternDesk, PatternTarget } from '../types.ts';
import { listOf, yaml } from '../yaml.ts';

interface CertificateWish {
  /** Where the Secret has to be: the namespace of the Gateway. */
  readonly namespace: string;
  readonly hostnames: readonly string[];
  /** What it is for: the Certificate is called so, its Secret `...-tls`. */
  readonly base: string;
  /** Where the key goes; else a Secret called after the Certificate. */
  readonly secretName?: string;
  /** How long it is valid: `2160h`. cert-manager's default is 90 days. */
  readonly duration?: string;
  /** Who signs; else an issuer of the workspace, else a new one that signs itself. */
  readonly issuer?: PatternTarget;
}

/**
 * The name of a Secret with a certificate for these names: that of a Certificate which covers them, else of a new one.
 */
export function ensureCertificate(desk: PatternDesk, wish: CertificateWish): string {
  const covering = desk.all(certificate).find((each) => {
    const names = readTexts(desk.read(each, ['spec']), 'dnsNames');
    const isSigned = wish.issuer === undefined || isSignedBy(desk, each, wish.issuer);
    return (
      each.namespace === wish.namespace && isSigned && wish.hostnames.every((name) => covers(names, name))
    );
  });
  const known = covering && readText(desk.read(covering, ['spec']), 'secretName');
  return known ?? addCertificate(desk, wish);
}

/** The name of the Secret of a new Certificate. */
export function addCertificate(desk: PatternDesk, wish: CertificateWish): string {
  const signer = wish.issuer ?? ensureIssuer(desk, wish.namespace);
  let secretName = '';
  desk.add(
    certificate,
    wish.base,
    ({ name }) => {
      secretName = wish.secretName ?? `${name}-tls`;
      return yaml`
        spec:
          # cert-manager keeps the key and the certificate in this Secret and renews them in time.
          secretName: ${secretName}
          issuerRef:
            kind: ${signer.kind}
            name: ${signer.name}
          ${wish.duration !== undefined && yaml`duration: ${wish.duration}`}
          dnsNames:
            ${listOf(wish.hostnames)}
      `;
    },
    { namespace: wish.namespace },
  );
  return secretName;
}

/** An issuer that can sign for a namespace: one of the workspace, else a new one that signs by itself. */
function ensureIssuer(desk: PatternDesk, namespace: string): PatternTarget {
  const near = desk.all(issuer).find((each) => each.namespace === namespace);
  return near ?? desk.all(clusterIssuer)[0] ?? ensureSelfSigned(desk, namespace);
}

/** An issuer whose certificates nobody trusts by itself: for trying out, and as the root of an authority. */
export function ensureSelfSigned(desk: PatternDesk, namespace: string): PatternTarget {
  const known = desk
    .all(issuer)
    .find((each) => each.namespace === namespace && isSet(desk.read(each, ['spec']), 'selfSigned'));
  const body = yaml`
    spec:
      # Each certificate vouches for itself: good for trying out, and for the root of an authority.
      selfSigned: {}
  `;
  return known ?? desk.add(issuer, 'self-signed', body, { namespace, isAside: true });
}

interface Authority {
  readonly issuer: PatternTarget;
  /** Holds the certificate to trust, in `ca.crt`, and the key. */
  readonly secretName: string;
}

/** A certificate that may sign others, and the issuer that signs with it. `comment`: what to do with its Secret. */
export function addAuthority(
  desk: PatternDesk,
  {
    base,
    namespace,
    comment,
  }: { readonly base: string; readonly namespace: string; readonly comment: string },
): Authority {
  const root = ensureSelfSigned(desk, namespace);
  const { name: secretName } = desk.add(
    certificate,
    base,
    ({ name }) => yaml`
      spec:
        # ${comment}
        secretName: ${name}
        isCA: true
        commonName: ${name}
        # Five years; what it signs lives shorter.
        duration: 43800h
        issuerRef:
          kind: Issuer
          name: ${root.name}
    `,
    { namespace },
  );
  const body = yaml`
    spec:
      ca:
        secretName: ${secretName}
  `;
  return { issuer: desk.add(issuer, base, body, { namespace }), secretName };
}

/** True when an issuer signs a Certificate. */
function isSignedBy(desk: PatternDesk, holder: PatternTarget, signer: PatternTarget): boolean {
  return desk
    .references(holder)
    .some((each) => each.reference === 'issuerRef' && each.target?.id === signer.id);
}

/** True when one of the names is the wanted one, or a wildcard for it. */
export function covers(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name === wanted || (name.startsWith('*.') && isBelow(wanted, name.slice(2))));
}

/** A wildcard of a certificate stands for one label. */
function isBelow(wanted: string, parent: string): boolean {
  const dot = wanted.indexOf('.');
  return dot > 0 && !wanted.startsWith('*') && wanted.slice(dot + 1) === parent;
}
