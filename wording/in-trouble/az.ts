/** Əməliyyatlar cavab vermədikdə proseslərin dedikləri, azərbaycanca. */
import type { InTroubleMessages } from './messages.ts';

export const inTrouble: InTroubleMessages = {
  registerSilent: 'Reyestr {since} UTC vaxtından cavab vermir: {why}',
  waitsForIt: 'Sorğular onun cavabını gözləyir.',
  cancelled:
    'Ləğv sorğusu verilib, lakin icra olunmur: bu proses hüququn müəyyən etdiyi tarixləri izləyir. Səhvən daxil edilən qeyd pozulur (npx servanda strike), bildiriş alınmazdan əvvəl qaytarılır, protokoldan imtina edilir; silinməli olan proses məcburi dayandırılır (terminate).',
  opening: 'Proses açılır; bir az sonra yenidən soruşun.',
  toldAgain: 'Təkrar xəbərdarlıq: {workflow}',
  notTold: '{workflow} prosesinə xəbər vermək mümkün olmadı: {why}',
  triedAgain: 'Yenidən cəhd ediləcək.',
  leftToReconciliation: 'Reyestrlə tutuşdurma zamanı xəbər veriləcək.',
};
