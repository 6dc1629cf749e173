/** Walks a zod schema and its data in parallel to find which keys are known at a path. */
import type { z } from 'zod';

type Path = readonly PropertyKey[];

/** Returns the keys that a schema knows for the mapping at a path. */
export function keysAt(schema: z.core.$ZodType, path: Path, data: unknown): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [step, ...rest] = path;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return keysAt(def.innerType, path, data);
    case 'union': {
      const chosen =
        'discriminator' in def
          ? def.options.find(option => tells(option, String(def.discriminator), data))
          : def.options.find(option => (option as z.core.$ZodTypes)._zod.def.type === 'object'); // alternative to words such as sameDay
      return chosen ? keysAt(chosen, path, data) : [];
    }
    case 'object': {
      if (step === undefined) return Object.keys(def.shape);
      const inner = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined;
      return inner ? keysAt(inner, rest, valueAt(data, [step])) : [];
    }
    case 'array':
      return step === undefined ? [] : keysAt(def.element, rest, valueAt(data, [step]));
    case 'tuple': {
      const item = def.items[Number(step)];
      return step === undefined || !item ? [] : keysAt(item, rest, valueAt(data, [step]));
    }
    default:
      return [];
  }
}

/** Returns whether the data selects this member of a union, as in `on: signature`. */
function tells(option: z.core.$ZodType, discriminator: string, data: unknown): boolean {
  const { def } = (option as z.core.$ZodTypes)._zod;
  const told = def.type === 'object' ? (def.shape[discriminator] as z.core.$ZodTypes | undefined)?._zod.def : undefined;
  return told?.type === 'literal' && told.values.includes(valueAt(data, [discriminator]) as never);
}

/** Returns the value at a path, or undefined. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
