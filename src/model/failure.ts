/** A failure that is the user's to mend: one clear line, no stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** `code` is stable, for programs; `message` says what is wrong and what to do. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
