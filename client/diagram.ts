/** The agreement's machine as a diagram to draw. `AgreementStanding.machine` lists the current states. */
import { diagramOf } from '../machines/diagram.ts';
import { machines } from '../machines/index.ts';

export const agreementDiagram = diagramOf(machines.agreement);
