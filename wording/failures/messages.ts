/** What has failed, as ICU messages: one for each code. One that is missing in a language does not compile. An empty list is `none`. */
import type { UnknownAgreement } from '../../agreements/find.ts';
import type { PaperFault } from '../../documents/font.ts';
import type { KeyFileFault, KeyFileKind } from '../../identity/files.ts';
import type { DiscoveryFault, TokenFault } from '../../identity/token-faults.ts';
import type { LimitFault } from '../../machines/beyond-limit.ts';
import type { BackupFault, DocumentFault, HeadFault, HeadsFault, LineFault, RegisterFault } from '../../register/faults.ts';
import type { CodecFault, KeyFault, KeysFileFault, KeysFileKind } from '../../secrets/faults.ts';
import type { ConfigurationFault, Mistake, Unwritable } from '../../worker/configuration-mistakes.ts';
import type { Server } from '../../worker/server-cache.ts';
import type { CommandEnd, NotTaken, Source, StartFault } from '../../worker/server-faults.ts';

/** Of every failure of our own. */
export type Fault =
  | KeyFault
  | CodecFault
  | RegisterFault
  | BackupFault
  | DocumentFault
  | StartFault
  | KeyFileFault
  | TokenFault
  | LimitFault
  | UnknownAgreement
  | PaperFault
  | { code: 'configuration'; mistakes: readonly Mistake[] };

type Texts<Code extends string> = Readonly<Record<Code, string>>;

export interface FailureMessages {
  /** What happened, then what to do. Refusals of the same name have their sentence there. */
  faults: Texts<Exclude<Fault['code'], 'idInUse' | 'keptElsewhere'>>;
  /** Of one variable, after its name. */
  mistakes: Texts<Exclude<ConfigurationFault['code'], 'keysFile'>>;
  /** Of a file, after its name. `{kind}`: what it should hold. */
  keysFiles: Texts<KeysFileFault['code']>;
  keysFileKinds: Texts<KeysFileKind>;
  /** What the file of an identity or of an authority should hold. */
  keyFileKinds: Texts<KeyFileKind>;
  /** Why nothing can be kept in a folder, or the system refuses a file. */
  unwritable: Texts<Exclude<Unwritable, 'other'>>;
  /** `{detail}`: in the words of the system, or of another program. */
  system: string;
  foreign: string;
  /** A line that is not as it was written, and why: what follows on its number. */
  line: string;
  lines: Texts<LineFault['code']>;
  /** What is wrong with a file of heads; how a register differs from one. `{name}`: of the register, or the id of the agreement. */
  heads: Texts<HeadsFault['code']>;
  head: Texts<HeadFault['code']>;
  /** Why what an issuer says of itself can't be used. */
  discovery: Texts<DiscoveryFault['code']>;
  servers: Texts<Server>;
  /** What helps where no server is found. */
  remedies: Readonly<Record<Server, readonly string[]>>;
  /** Where a server was looked for, as far as the place has no name of its own, and why nothing was taken from there. */
  sources: Texts<Exclude<Source['from'], 'PATH' | 'TEMPORAL_ADDRESS'>>;
  sdkDownload: string;
  notTaken: Texts<NotTaken['code']>;
  commandEnds: Texts<CommandEnd['code']>;
  /** What a namespace lacks. */
  gaps: Texts<'namespace' | 'attribute' | 'otherType'>;
}
