/** A number of a response, as text. */
export const statusCode = /^[1-5]\d\d$/;

/** Envoy looks at retryOn.httpStatusCodes only where this trigger is there too. */
export const codesTrigger = 'retriable-status-codes';
