/** The values of a fault, for a sentence. */
import type { Values } from '../message.ts';

/** Unknown and empty values become `none`. */
export const valuesOf = (values: object): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]: [string, unknown]) => [name, valueOf(value)]));

function valueOf(value: unknown): string | number {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.join(', ') || 'none';
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}
