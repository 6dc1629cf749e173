/** The other side will never take it: trying again would not help. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** The other side has answered that it does not take it now: nobody has it. Any other error leaves open whether it went. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}
