/** The server, the namespace or the worker can't be started. */
import { OwnFailure } from '../machines/own-failure.ts';
import type { StartFault } from './server-faults.ts';

export class NotStarted extends OwnFailure<StartFault> {
  override readonly name = 'NotStarted';
}
