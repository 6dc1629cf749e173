/** A failure as data: a code with its values, which `wording/failures/` renders in the reader's language. */
export abstract class OwnFailure<Fault extends { code: string }> extends Error {
  constructor(
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super(formatCode(fault), options);
  }
}

/** Formats the code and its values where no sentence can be made. */
export function formatCode({ code, ...values }: { code: string }): string {
  return Object.keys(values).length ? `${code} ${JSON.stringify(values)}` : code;
}
