/** The flags of a script in this folder. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** `refuse` prints the usage and ends the process with 2, as an unknown flag does. */
export function flagsOf<const T extends Options>(options: T, usage: string) {
  const refuse = (): never => {
    console.error(`Usage: npm run ${usage}`);
    process.exit(2);
  };
  try {
    return { values: parseArgs({ options }).values, refuse };
  } catch {
    return refuse();
  }
}
