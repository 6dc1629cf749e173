/**
 * The workflow of one protocol: proposed, agreed, its text settled in each language, signed, notified by each Party. Its facts are recorded
 * with the agreement. It completes when the protocol is in force or can no longer enter into force. VCLT art. 39; here art. 10.
 */
import { continueAsNew } from '@temporalio/workflow';
import type { ProtocolRequestName } from '../machines/protocol/steps.ts';
import type { Refusal } from '../machines/refusal.ts';
import { authorizeProtocolUpdate, type Holder } from '../machines/rights.ts';
import { uncancelled } from './loop.ts';
import * as messages from './messages.ts';
import { Instrument } from './instrument.ts';
import { assertOwnId } from './own-id.ts';
import { runSteadily } from './run-activity.ts';
import { decoded } from './undecoded.ts';

export function protocol(input: messages.ProtocolInput = {} as messages.ProtocolInput): Promise<messages.ProtocolShown> {
  return uncancelled(() => keep(decoded(input)));
}

async function keep(input: messages.ProtocolInput): Promise<messages.ProtocolShown> {
  const { agreement, protocol: id } = input;
  const instrument = new Instrument(
    (summary, asked) => runSteadily('stepProtocol', summary, asked),
    { agreement, id },
    messages.protocolStatus,
    authorizeProtocol,
  );
  // The notifications of completion that follow signature are separate notices and reach it through the ledger.
  instrument.takes('agree', 'settleText', 'sign', 'abandon');

  assertOwnId('protocol', ['agreement', 'protocol'], input, messages.protocolWorkflowId, ['by']);
  const ended = await instrument.keep(input);
  return ended === 'over' ? instrument.shown : continueAsNew<typeof protocol>({ agreement, protocol: id, by: 'servanda' });
}

const authorizeProtocol = (name: ProtocolRequestName, holder: Holder): Refusal | undefined => authorizeProtocolUpdate(holder, name);
