/** The other server will never accept it, so a retry would not help. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** The other server answered that it does not accept it now, so nobody has it. After any other error it may have been sent. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}
