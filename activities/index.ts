/** What the workflows may have done in the world. */
import { discreetly, keepDiscreetly } from './discretion.ts';
import { createKeep, type Tools } from './keeping.ts';
import { createEnterNoticeStep, createLookAtNotice, createOpenNotice } from './noticing.ts';
import { createPerform } from './performing.ts';
import { createPost, hasWays, wakePost, type PostTools } from './post/index.ts';
import { createEnterProtocolStep, createLookAtProtocol, createOpenProtocol } from './protocolling.ts';
import { recordFact } from './recording.ts';
import { createWatch } from './watching.ts';

export interface ActivityTools extends Tools, PostTools {
  /** Whether no Party is named in what Temporal keeps in clear. */
  discreet?: boolean;
}

export const createActivities = (tools: ActivityTools) => {
  const perform = createPerform({ ...tools, wake: hasWays(tools.post ?? {}) ? wakePost : undefined });
  return {
    keep: keepDiscreetly(tools.discreet, createKeep(tools)),
    perform,
    ...createPost(tools),
    recordFact,
    openNotice: discreetly(tools.discreet)(createOpenNotice(tools.registers)),
    lookAtNotice: discreetly(tools.discreet)(createLookAtNotice(tools.registers)),
    enterNoticeStep: discreetly(tools.discreet)(createEnterNoticeStep(tools.registers, tools.afterAppend ?? (() => {}))),
    openProtocol: createOpenProtocol(tools.registers),
    lookAtProtocol: discreetly(tools.discreet)(createLookAtProtocol(tools.registers)),
    enterProtocolStep: createEnterProtocolStep(tools.registers),
    ...createWatch({ ...tools, perform }),
  };
};

export type Activities = ReturnType<typeof createActivities>;
