/** Labels of form fields: every field of a fact, a notice, a protocol or one of their steps. A missing one does not compile. */
import type { Changes } from '../../../../clauses/terms.ts';
import type { Fact, FactOf } from '../../../../machines/facts.ts';
import type { NoticeContent } from '../../../../machines/notice/content.ts';
import type { NoticeRequestName, NoticeRequestOf } from '../../../../machines/notice/steps.ts';
import type { ProtocolRequestName, ProtocolRequestOf } from '../../../../machines/protocol/steps.ts';
import type { Like } from '../../../cli/words.ts';
import type { fields } from './en.ts';

type KeysOf<T> = T extends unknown ? keyof T & string : never;
type Each<N extends string, R extends Record<N, unknown>> = { [K in N]: R[K] }[N];

/** Entered by forms of their own. */
type Elsewhere = FactOf<'decision.made' | 'reminder.acknowledged' | 'document.attached'>;
type Requests =
  | Each<NoticeRequestName, { [N in NoticeRequestName]: NoticeRequestOf<N> }>
  | Each<ProtocolRequestName, { [N in ProtocolRequestName]: ProtocolRequestOf<N> }>;
type Amendment = NonNullable<Changes['amendment']>;
type Then = Exclude<Extract<Amendment, { then: unknown }>['then'], string>;

type Plain = Exclude<
  KeysOf<Exclude<Fact, Elsewhere>> | KeysOf<NoticeContent> | KeysOf<Requests> | KeysOf<Changes> | 'channel' | 'title',
  'type' | 'kind' | 'content' | 'signer' | 'names' | 'changes' | 'renewal' | 'amendment' | 'organisations'
>;

export type FieldName =
  | Plain
  | `signer.${KeysOf<FactOf<'termination.notified'>['signer']>}`
  | `renewal.${KeysOf<NonNullable<Changes['renewal']>>}`
  | `amendment.${Exclude<KeysOf<Amendment>, 'then' | 'condition'>}`
  | `then.${KeysOf<Then>}`
  | `organisations.${KeysOf<NonNullable<Changes['organisations']>[number]>}`
  | 'names.firstDayOut'
  | 'changes.text'
  | 'changes.from';

export interface FieldMessages extends Omit<Like<typeof fields>, 'labels'> {
  labels: Readonly<Record<FieldName, string>>;
}
