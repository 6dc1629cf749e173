/** The other side will never take it: trying again would not help. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}
