/** The machines by name: agreement and protocol for the law, notice for the desk. */
import type { StateValueFrom } from 'xstate';
import { agreementMachine } from './agreement/machine.ts';
import { noticeMachine } from './notice/machine.ts';
import { protocolMachine } from './protocol/machine.ts';

export const machines = { agreement: agreementMachine, protocol: protocolMachine, notice: noticeMachine };
export type MachineName = keyof typeof machines;

/** Every state of the agreement machine, by its path: `inForce_period_running`. */
export type AgreementState = StatesOf<StateValueFrom<typeof agreementMachine>>;
type StatesOf<V, Path extends string = ''> = V extends string
  ? `${Path}${V}`
  : { [K in keyof V & string]: `${Path}${K}` | StatesOf<V[K], `${Path}${K}_`> }[keyof V & string];
