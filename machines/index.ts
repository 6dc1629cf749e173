/** The machines of the law and of the desk, by name. */
import { agreementMachine } from './agreement/machine.ts';
import { noticeMachine } from './notice/machine.ts';
import { protocolMachine } from './protocol/machine.ts';

export const machines = { agreement: agreementMachine, protocol: protocolMachine, notice: noticeMachine };
export type MachineName = keyof typeof machines;
