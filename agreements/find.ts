/** Finds agreements: a folder of YAML files, each named after the id of the agreement it describes. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inPackage } from '../package-root.ts';
import { OwnFailure } from '../machines/own-failure.ts';
import { nearestIds } from './nearest.ts';

/** The agreements shipped with servanda. */
export const agreementsFolder = inPackage('agreements');

export type UnknownAgreement =
  | { code: 'noAgreementsFolder'; folder: string }
  | { code: 'noAgreementFile'; file: string }
  /** `near`: ids that may have been meant. */
  | { code: 'noAgreementOfId'; id: string; near: readonly string[]; folder: string };

/** No agreement with that id, or no such file. */
export class UnknownAgreementError extends OwnFailure<UnknownAgreement> {
  override readonly name = 'UnknownAgreementError';
}

/** Lists the agreements of a folder, sorted by id. @throws UnknownAgreementError if the folder does not exist. */
export function listAgreements(folder: string = agreementsFolder): { id: string; file: string }[] {
  if (!existsSync(folder)) throw new UnknownAgreementError({ code: 'noAgreementsFolder', folder });
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => ({ id: basename(name, '.yaml'), file: join(folder, name) }));
}

/** Returns whether the argument is a path rather than an id. */
export const isPath = (given: string): boolean => /[/\\]|\.(ya?ml|json)$/.test(given);

/**
 * Resolves an id to `<folder>/<id>.yaml`; an argument with a slash, or ending in .yaml, .yml or .json, is a path. `kept`: other ids that
 * may have been meant. @throws UnknownAgreementError with the nearest ids and the folder that has all of them.
 */
export function agreementFile(idOrPath: string, { folder = agreementsFolder, kept = [] }: FindIn = {}): string {
  if (isPath(idOrPath)) {
    if (existsSync(idOrPath)) return idOrPath;
    throw new UnknownAgreementError({ code: 'noAgreementFile', file: idOrPath });
  }
  const all = listAgreements(folder);
  const known = all.find(a => a.id === idOrPath);
  if (known) return known.file;
  const near = nearestIds(idOrPath, [...new Set([...kept, ...all.map(a => a.id)])]);
  throw new UnknownAgreementError({ code: 'noAgreementOfId', id: idOrPath, near, folder });
}

interface FindIn {
  folder?: string;
  kept?: readonly string[];
}
