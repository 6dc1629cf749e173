/** A failure as data: a code with its values, of which the catalogue of the reader's language makes a sentence (`wording/failures/`). */
export abstract class OwnFailure<Fault extends { code: string }> extends Error {
  constructor(
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super(inCode(fault), options);
  }
}

/** Where no sentence can be made: the code and its values. */
export function inCode({ code, ...values }: { code: string }): string {
  return Object.keys(values).length ? `${code} ${JSON.stringify(values)}` : code;
}
