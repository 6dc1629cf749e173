/** The values of a fault as they stand in a sentence. */
import type { Values } from '../message.ts';

/** What is not known or empty is `none`. */
export const valuesOf = (values: object): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]: [string, unknown]) => [name, valueOf(value)]));

function valueOf(value: unknown): string | number {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.join(', ') || 'none';
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}
