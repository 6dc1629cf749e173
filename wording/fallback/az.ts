/** What workflows report when no activity answers, in Azerbaijani. */
import type { InTroubleMessages } from './messages.ts';

export const fallbackMessage: InTroubleMessages = {
  registerSilent: 'Reyestr {since} UTC vaxtından cavab vermir: {why}',
  waitsForIt: 'Sorğular onun cavabını gözləyir. Hər cəhd və onun uğursuzluq səbəbi Pending Activities bölməsində göstərilir.',
  noAnswer: 'vaxtında cavab verilmədi',
  cancelled:
    'Ləğv sorğusu verilib, lakin icra olunmur: bu proses hüququn müəyyən etdiyi tarixləri izləyir. Səhvən daxil edilən qeyd çıxarılır (npx servanda strike), bildiriş alınmazdan əvvəl qaytarılır, protokoldan imtina edilir. Məcburi dayandırılmış (terminate) proses reyestr üzrə yenidən başladılır.',
  cancellationIgnored: 'Ləğv icra olunmur: User Metadata bölməsinə baxın',
  opening: 'Proses açılır; bir az sonra yenidən soruşun.',
  notSigned:
    'İcazə verilmir: sorğuda hüquq yoxdur. Onu öz vəsiqənizlə imzalayın və çap olunanı göndərin: npx servanda identity sign {workflow} {name} --request JSON (vəsiqəni operator verir: npx servanda identity issue). Heç nə yazılmayıb.',
  delivers:
    '**{agreement} sazişi üzrə məktubları çatdırır**: xatırlatmalar, elanlar, düzəlişlər. Məktub qalmadıqda bitir; nəyin çatdırıldığını npx servanda deliveries göstərir.',
  toldAgain: 'Təkrar xəbərdarlıq: {workflow}',
  notTold: '{workflow} prosesinə xəbər vermək mümkün olmadı: {why}.',
  triedAgain: 'Yenidən cəhd ediləcək.',
  leftToReconciliation: 'Reyestrlə tutuşdurma zamanı xəbər veriləcək.',
};
