import { secret } from '../targets.ts';
import type { TemplateContext } from '../types.ts';
import { indent, item, type Lines } from './manifest.ts';
import { referenceLines } from './referenceLines.ts';

/** The listeners of a new Gateway: HTTP, and HTTPS as well when there is a certificate for it. */
export function gatewayListeners(context: TemplateContext): Lines {
  const certificate = pickCertificate(context);
  return [
    '    # Plain HTTP on port 80. Routes of this namespace may attach; say',
    '    # "from: All" below allowedRoutes.namespaces to open it to the others.',
    '    - name: http',
    '      protocol: HTTP',
    '      port: 80',
    '      allowedRoutes:',
    '        namespaces:',
    '          from: Same',
    ...(certificate === undefined ? [] : httpsListener(certificate)),
  ];
}

function httpsListener(certificate: Lines): Lines {
  return [
    '    # TLS ends here; the Secret holds tls.crt and tls.key.',
    '    - name: https',
    '      protocol: HTTPS',
    '      port: 443',
    '      tls:',
    '        mode: Terminate',
    '        certificateRefs:',
    ...indent(10, certificate),
    '      allowedRoutes:',
    '        namespaces:',
    '          from: Same',
  ];
}

/**
 * The first Secret at hand need not hold a certificate. Its name is all there is to go by, so it is taken only
 * when that speaks of TLS.
 */
function pickCertificate(context: TemplateContext): Lines | undefined {
  const picked = context.pick(secret);
  if (picked === undefined || !/(^|[-.])(tls|certs?|certificate)([-.]|$)/i.test(picked.name))
    return undefined;
  return item(referenceLines(picked, context, { unless: secret }));
}
