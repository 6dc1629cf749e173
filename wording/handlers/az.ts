/** Descriptions of workflow updates, queries and signals, in Azerbaijani. */
import type { HandlerMessages } from './messages.ts';

export const handlers: HandlerMessages = {
  record: 'Bu sazişin faktını reyestrə daxil edir.',
  correct: 'Qeydi düzəldir: bundan sonra onun yerinə burada göstərilən qüvvədədir.',
  strike: 'Səhvən daxil edilmiş qeydi pozur.',
  revise: 'Sazişin dəyişdirilmiş təsvirini qəbul edir və yenidən hesablayır.',
  replan: 'İndiki qaydalarla yenidən hesablayır.',
  trust: 'Reyestrin hansı orqanlara etibar etdiyini ondan götürür. Bunu servanda özü göndərir.',
  plan: 'Qüvvədə olan plan: vəziyyət və qurulmuş taymerlər.',
  standing: 'Sazişin son hesablamaya görə vəziyyəti.',
  amend: 'Layihəni dəyişir. Təsdiq qüvvəsini itirir.',
  approve: 'Layihəni təsdiq edir; təsdiq edən onu hazırlayan şəxs olmamalıdır.',
  dispatch: 'Bildirişin göstərilən gündə göndərildiyini qeyd edir.',
  confirmReceipt: 'Alındığı günü və onun sübutunu daxil edir. Sonra fakt sazişə daxil edilir.',
  markReturned: 'Bildirişin çatdırılmadan geri qayıtdığını qeyd edir. Onu yenidən göndərmək olar.',
  recall: 'Bildirişi alınmazdan əvvəl qaytarır.',
  accept: 'Digər Tərəfin bildirişini qəbul edir. Sonra fakt sazişə daxil edilir.',
  findDefective: 'Digər Tərəfin bildirişini qüsurlu sayır.',
  agree: 'Hər iki Tərəfin protokola razılıq verdiyi günü daxil edir.',
  settleText: 'Protokolun mətninin göstərilən dildə razılaşdırıldığını qeyd edir.',
  sign: 'Protokolun imzalanmasını daxil edir.',
  abandon: 'Protokoldan imtina edildiyini qeyd edir.',
  status: 'Vəziyyəti, nəyin gözlənildiyi və qurulmuş taymerlər.',
  recheck: 'Reyestrə yenidən baxır. Bunu servanda özü göndərir.',
};
