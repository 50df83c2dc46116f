import type { TypeTable } from './group.ts';

/** One DNS-1123 label, as RE2 without anchors. */
export const dnsLabel = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
/** Labels joined by dots. */
export const dnsName = `${dnsLabel}(\\.${dnsLabel})*`;
/** A DNS name of which the first label may be a star. */
export const hostnamePattern = `^(\\*\\.)?${dnsName}$`;
/** What a URL's path may be written with. */
export const pathPattern = "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$";

/** Named strings and numbers that are narrower than the package says. */
export const scalars: TypeTable = {
  PortNumber: { minimum: 1, maximum: 65535 },
};
