/** Raised where the quick way is not certain; the library reads the text then. */
export class NotQuick {}
