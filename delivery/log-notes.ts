/** Log entries about letters, as data. */
import type { Way } from '../register/types.ts';

/** `about`: the act and its day, as codes. */
export interface DeliveryNote {
  code: 'sent' | 'notDelivered';
  way: Way;
  recipient: string;
  about: string;
}
