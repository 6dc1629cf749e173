/** Ensures the namespace and its custom search attributes: creates them if allowed, otherwise refuses and lists the commands. */
import { setTimeout as pause } from 'node:timers/promises';
import { isGrpcServiceError, type ConnectionLike } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time.js';
import { OwnFailure } from '../machines/own-failure.ts';
import { searchAttributes } from '../workflows/search-attributes.ts';
import { NotStarted } from './not-started.ts';
import type { Attribute, StartFault } from './server-faults.ts';

type Services = Pick<ConnectionLike, 'workflowService' | 'operatorService'>;
type Key = (typeof searchAttributes)[number];

export interface NamespaceOptions {
  mayCreate: boolean;
  /** For the commands in a refusal. */
  address?: string;
  /** How long to wait for a new namespace and attributes to become visible. */
  milliseconds?: number;
}

/**
 * Ensures that a namespace and all search attributes exist. Waits until they are visible, which takes a while. @throws NamespaceNotReady
 * listing what is missing and the commands that create it
 */
export async function ensureNamespace(connection: Services, namespace: string, options: NamespaceOptions): Promise<void> {
  const exists = await hasNamespace(connection, namespace);
  const { missing, wrong } = exists ? await compare(connection, namespace) : { missing: [...searchAttributes], wrong: [] };
  if (exists && missing.length === 0 && wrong.length === 0) return;
  if (!options.mayCreate || wrong.length > 0) throw new NamespaceNotReady(namespace, { exists, missing, wrong }, options.address);

  const deadline = Date.now() + (options.milliseconds ?? 60_000);
  if (!exists) await createNamespace(connection, namespace);
  await eventually(deadline, { code: 'notShownYet', namespace, what: 'namespace' }, () => addAttributes(connection, namespace, missing));
  await eventually(deadline, { code: 'notShownYet', namespace, what: 'attributes' }, async () => {
    return (await compare(connection, namespace)).missing.length === 0;
  });
}

const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const codeOf = (e: unknown): number | undefined => (isGrpcServiceError(e) ? e.code : undefined);

async function hasNamespace({ workflowService }: Services, namespace: string): Promise<boolean> {
  try {
    await workflowService.describeNamespace({ namespace });
    return true;
  } catch (e) {
    if (codeOf(e) === NOT_FOUND) return false;
    throw e;
  }
}

/** How long Temporal keeps closed runs; the register is the archive. */
const retentionDays = 30;

async function createNamespace({ workflowService }: Services, namespace: string): Promise<void> {
  try {
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(`${retentionDays} days`) });
  } catch (e) {
    if (codeOf(e) !== ALREADY_EXISTS) throw e;
  }
}

/** False while the server does not know the new namespace yet. */
async function addAttributes({ operatorService }: Services, namespace: string, keys: readonly Key[]): Promise<boolean> {
  try {
    await operatorService.addSearchAttributes({ namespace, searchAttributes: attributeTypes(keys) });
    return true;
  } catch (e) {
    if (codeOf(e) === NOT_FOUND) return false;
    if (codeOf(e) === ALREADY_EXISTS) return true;
    throw e;
  }
}

/** Each type's number in the protocol and its name on the command line. */
const types: Record<SearchAttributeType, { indexed: number; named: string }> = {
  TEXT: { indexed: 1, named: 'Text' },
  KEYWORD: { indexed: 2, named: 'Keyword' },
  INT: { indexed: 3, named: 'Int' },
  DOUBLE: { indexed: 4, named: 'Double' },
  BOOL: { indexed: 5, named: 'Bool' },
  DATETIME: { indexed: 6, named: 'Datetime' },
  KEYWORD_LIST: { indexed: 7, named: 'KeywordList' },
};

/** The attributes for requests to the server: name and type number. */
export const attributeTypes = (keys: readonly Key[] = searchAttributes): Record<string, number> =>
  Object.fromEntries(keys.map(key => [key.name, types[key.type].indexed]));

/** The values of the dev server's `--search-attribute`: `ServandaAgreement=Keyword`. */
export const searchAttributeFlags = (): string[] => searchAttributes.map(key => `${key.name}=${types[key.type].named}`);

interface Wrong {
  key: Key;
  /** Null if the type is unknown. */
  is: string | null;
}

async function compare({ operatorService }: Services, namespace: string): Promise<{ missing: Key[]; wrong: Wrong[] }> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const there = (key: Key): number | undefined => customAttributes?.[key.name] ?? undefined;
  return {
    missing: searchAttributes.filter(key => there(key) === undefined),
    wrong: searchAttributes
      .filter(key => there(key) !== undefined && there(key) !== types[key.type].indexed)
      .map(key => ({ key, is: Object.values(types).find(t => t.indexed === there(key))?.named ?? null })),
  };
}

async function eventually(deadline: number, otherwise: StartFault, done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) {
    if (Date.now() > deadline) throw new NotStarted(otherwise);
    await pause(200);
  }
}

interface Gap {
  exists: boolean;
  missing: readonly Key[];
  wrong: readonly Wrong[];
}

export class NamespaceNotReady extends OwnFailure<StartFault> {
  override readonly name = 'NamespaceNotReady';

  constructor(namespace: string, gap: Gap, address?: string) {
    const { exists, missing, wrong } = gap;
    super({
      code: 'namespaceNotReady',
      namespace,
      exists,
      missing: missing.map(attributeOf),
      wrong: wrong.map(({ key, is }) => ({ ...attributeOf(key), is })),
      commands: commandsFor(`--namespace ${namespace}${address ? ` --address ${address}` : ''}`, gap),
    });
  }
}

const attributeOf = ({ name, type }: Key): Attribute => ({ name, type: types[type].named });

/** The commands that create what is missing. */
function commandsFor(where: string, { exists, missing, wrong }: Gap): string[] {
  const flags = missing.map(attributeOf).map(({ name, type }) => `--name ${name} --type ${type}`);
  return [
    ...wrong.map(({ key }) => `npx servanda temporal operator search-attribute remove ${where} --name ${key.name} --yes`),
    ...(exists ? [] : [`npx servanda temporal operator namespace create ${where} --retention ${retentionDays}d`]),
    ...(missing.length > 0 ? [`npx servanda temporal operator search-attribute create ${where} ${flags.join(' ')}`] : []),
  ];
}
