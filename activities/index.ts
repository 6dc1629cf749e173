/** What the workflows may have done in the world. */
import { discreetly, stepDiscreetly } from './discretion.ts';
import { onlyHere } from './own-workflows-only.ts';
import { createPerform } from '../dossier/outbox.ts';
import { createPost, hasWays, wakePost, type PostTools } from '../delivery/index.ts';
import type { SigningKey } from '../secrets/signing-key.ts';
import { createRecordFact } from './record-fact.ts';
import { refusingWhatCantBeFolded } from './refusing.ts';
import type { SignAsService } from './rights.ts';
import { createStepAgreement, type StepTools } from './step-agreement.ts';
import { createStepNotice } from './step-notice.ts';
import { createStepProtocol } from './step-protocol.ts';
import { createWatch } from './watch.ts';

export interface ActivityTools extends StepTools, PostTools {
  /** Whether no Party is named in what Temporal keeps in clear. */
  discreet?: boolean;
  /** How the service shows its own right where it records a fact; needed where an authority is trusted. */
  sign?: SignAsService | undefined;
  /** By which the heads in the daily log are signed, where there is a key. */
  signing?: SigningKey | undefined;
}

export const createActivities = (tools: ActivityTools) => {
  const wake = (agreement: string): Promise<void> => wakePost(agreement, tools.language);
  const waking = { ...tools, wake: hasWays(tools.post ?? {}) ? wake : undefined };
  const perform = createPerform(waking);
  const { deliver, lettersOwed, giveUp } = createPost(tools);
  const local = {
    stepAgreement: stepDiscreetly(tools.discreet, createStepAgreement(tools)),
    stepNotice: discreetly(tools.discreet)(createStepNotice(waking)),
    stepProtocol: discreetly(tools.discreet)(createStepProtocol(waking)),
    lettersOwed,
    giveUp,
  };
  return refusingWhatCantBeFolded({
    ...onlyHere(tools, local),
    wakePost: ({ agreement }: { agreement: string }) => wake(agreement),
    deliver,
    recordFact: createRecordFact(tools),
    ...createWatch({ ...tools, perform }),
  });
};

export type Activities = ReturnType<typeof createActivities>;
