/** The registers of a home, opened once for a command, whoever of it asks for them, and closed when it ends. */
import type { Registers } from '../register/home.ts';
import type { World } from './world.ts';

const opened = new WeakMap<World, Map<string, Promise<Registers>>>();

/** Made where there are none; `reading`: to read, also where nothing can be written. */
export function registersOf(world: World, home: string, how: { reading?: boolean } = {}): Promise<Registers> {
  const known = opened.get(world) ?? new Map<string, Promise<Registers>>();
  opened.set(world, known);
  const there = known.get(home) ?? open(world, home, how);
  known.set(home, there);
  return there;
}

async function open({ process: { env } }: World, home: string, how: { reading?: boolean }): Promise<Registers> {
  const { openRegisters } = await import('../register/home.ts');
  return openRegisters(home, env['DATABASE_URL']?.trim() || undefined, how);
}

/** To be called when the command has ended. What could not be opened has been said. */
export async function closeRegisters(world: World): Promise<void> {
  for (const registers of opened.get(world)?.values() ?? [])
    await registers.then(
      r => r.close(),
      () => {},
    );
}
