/** Raised when the command line asks for something that cannot be done; ends with exit code 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
