/** Protocols as the register has them. */
import { protocolSteps } from './description.ts';

/** The protocols that the desk has opened and not closed: their workflows are told of what is entered. */
export function protocolsUnderWay(rows: Parameters<typeof protocolSteps>[0]): string[] {
  const ids = new Set(rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : [])));
  return [...ids].filter(id => !protocolSteps(rows, id).some(s => s.step.type === 'protocol.closed'));
}
