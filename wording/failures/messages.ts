/** Failures, as ICU messages: one for each code. A message missing in a language does not compile. An empty list is `none`. */
import type { UnknownAgreement } from '../../agreements/find.ts';
import type { FontFault } from '../../documents/font.ts';
import type { KeyFileFault, KeyFileKind } from '../../identity/files.ts';
import type { DiscoveryFault, TokenFault } from '../../identity/token-faults.ts';
import type { LimitFault } from '../../machines/beyond-limit.ts';
import type { BackupFault, DocumentFault, HeadFault, HeadsFault, LineFault, RegisterFault } from '../../register/faults.ts';
import type { CodecFault, KeyFault, KeysFileFault, KeysFileKind } from '../../secrets/faults.ts';
import type { ConfigurationFault, Mistake, Unwritable } from '../../worker/configuration-mistakes.ts';
import type { Server } from '../../worker/server-cache.ts';
import type { CommandEnd, NotTaken, Source, StartFault } from '../../worker/server-faults.ts';

/** All failures of servanda's own. */
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
  | FontFault
  | { code: 'configuration'; mistakes: readonly Mistake[] };

type Texts<Code extends string> = Readonly<Record<Code, string>>;

export interface FailureMessages {
  /** What happened, then what to do. Codes shared with refusals have their sentence there. */
  faults: Texts<Exclude<Fault['code'], 'idInUse' | 'keptElsewhere'>>;
  /** For a variable, after its name. */
  mistakes: Texts<Exclude<ConfigurationFault['code'], 'keysFile'>>;
  /** For a file, after its name. `{kind}`: its expected content. */
  keysFiles: Texts<KeysFileFault['code']>;
  keysFileKinds: Texts<KeysFileKind>;
  /** The expected content of an identity or authority file. */
  keyFileKinds: Texts<KeyFileKind>;
  /** Why a folder can't be written, or why the system refuses a file. */
  unwritable: Texts<Exclude<Unwritable, 'other'>>;
  /** `{detail}`: in the words of the system or of another program. */
  system: string;
  foreign: string;
  /** A line that has been altered, and why; follows its number. */
  line: string;
  lines: Texts<LineFault['code']>;
  /** Faults in a file of heads, and differences between a register and that file. `{name}`: the register, or the agreement's id. */
  heads: Texts<HeadsFault['code']>;
  head: Texts<HeadFault['code']>;
  /** Why an issuer's discovery document can't be used. */
  discovery: Texts<DiscoveryFault['code']>;
  servers: Texts<Server>;
  /** Remedies if no server is found. */
  remedies: Readonly<Record<Server, readonly string[]>>;
  /** Where a server was looked for, if the place has no name of its own, and why that one was not used. */
  sources: Texts<Exclude<Source['from'], 'PATH' | 'TEMPORAL_ADDRESS'>>;
  sdkDownload: string;
  notTaken: Texts<NotTaken['code']>;
  commandEnds: Texts<CommandEnd['code']>;
  /** What a namespace lacks. */
  gaps: Texts<'namespace' | 'attribute' | 'otherType'>;
}
