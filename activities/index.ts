/** What the workflows may have done in the world. */
import { createKeep, type Tools } from './keeping.ts';
import { createEnterNoticeStep, createLookAtNotice, createOpenNotice } from './noticing.ts';
import { createPerform } from './performing.ts';
import { createPost, hasWays, wakePost, type PostTools } from './post/index.ts';
import { createEnterProtocolStep, createLookAtProtocol, createOpenProtocol } from './protocolling.ts';
import { recordFact } from './recording.ts';

export const createActivities = (tools: Tools & PostTools) => ({
  keep: createKeep(tools),
  perform: createPerform({ ...tools, wake: hasWays(tools.post ?? {}) ? wakePost : undefined }),
  ...createPost(tools),
  recordFact,
  openNotice: createOpenNotice(tools.registers),
  lookAtNotice: createLookAtNotice(tools.registers),
  enterNoticeStep: createEnterNoticeStep(tools.registers, tools.afterAppend ?? (() => {})),
  openProtocol: createOpenProtocol(tools.registers),
  lookAtProtocol: createLookAtProtocol(tools.registers),
  enterProtocolStep: createEnterProtocolStep(tools.registers),
});

export type Activities = ReturnType<typeof createActivities>;
