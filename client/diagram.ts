/** The machine of the agreement as a diagram, for whoever draws it; in which of its states one is, its standing says. */
import { diagramOf } from '../machines/diagram.ts';
import { machines } from '../machines/index.ts';

export const agreementDiagram = diagramOf(machines.agreement);
