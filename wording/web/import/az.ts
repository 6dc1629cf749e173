/** Azerbaijani: what the page that imports a table says. */
import type { ImportingMessages } from './en.ts';

export const importing: ImportingMessages = {
  title: 'Cədvəlin idxalı',
  intro: 'Hər sətir bir saziş olur. Əvvəlcə cədvəl yoxlanılır; nəyin daxil ediləcəyini görməyincə heç nə daxil edilmir.',
  file: 'Cədvəl',
  fileHint:
    '.csv və ya .xlsx faylını bura gətirin və ya seçin: ən çoxu {megabytes} MB. Kitabın birinci vərəqi oxunur; düsturlar hesablanmır.',
  text: 'Və ya cədvəli yapışdırın',
  textHint: 'Sütunların adlandırıldığı birinci sətirlə birlikdə.',
  columns: 'Sütunlar',
  columnsText: 'İstənilən ardıcıllıqla; vacibdir: {needed}. Digərləri: {others}.',
  kind: 'Onda nə var',
  kinds: { real: 'Həqiqi sazişlər', rehearsal: 'Məşq: orada hər şey uydurulub' },
  kindHints: {
    real: 'Daimi reyestrdə saxlanılır. Oradan heç vaxt heç nə silinmir.',
    rehearsal: 'Ayrıca saxlanılır; məktubları heç kimə göndərilmir.',
  },
  check: 'Cədvəli yoxla',
  noTable: 'Cədvəl: fayl seçin və ya cədvəli yapışdırın',
  noKind: 'Onda nə var: birini seçin',
  tooLarge: 'Cədvəl {megabytes} MB-dan böyükdür. Onu hissə-hissə və ya əmr sətrində idxal edin: npx servanda agreement import.',
  tooMany:
    'Cədvəldə {n} sətir var, burada isə bir dəfəyə ən çoxu {most} sətir idxal edilir. Onu hissə-hissə və ya əmr sətrində idxal edin: npx servanda agreement import.',
  checked: 'Nəyin daxil ediləcəyini yoxlayın',
  count: 'Sətirlər: {count, plural, other {{n}}}; daxil edilə bilər: {taken}, artıq var: {there}, rədd edildi: {left}.',
  rehearsal: 'Məşqlər kimi daxil edilir.',
  real: 'Həqiqi sazişlər kimi daxil edilir.',
  changed: 'Cədvəli yoxladığınızdan bəri nə isə dəyişib. Heç nə daxil edilmədi. Baxın və yenidən göndərin.',
  refused: 'Rədd edildi',
  refusedIntro:
    'Səhv xanalar qeyd edilib, hər birinin səbəbi göstərilib. Onları burada düzəldin və ya bu sətirləri daxil etmədən saxlayın.',
  row: 'Sətir {line}',
  cell: '{column}, sətir {line}',
  ofRow: 'Bütövlükdə sətir:',
  taken: 'Daxil edilə bilər',
  there: 'Artıq var, dəyişmir',
  headings: { line: 'Sətir', number: 'Nömrə', title: 'Ad', agreement: 'Saziş', warnings: 'Xəbərdarlıqlar' },
  more: '{count, plural, other {və daha {n} sətir}}',
  again: 'Yenidən yoxla',
  take: '{count, plural, other {{n} sətri daxil et}}',
  whole: 'Düzəltmək üçün bütün cədvəl',
  other: 'Başqa cədvəl',
  done: '{count, plural, =0 {Heç bir sətir daxil edilmədi} other {{n} sətir daxil edildi}}',
  doneRest: 'Artıq var: {there}, daxil edilmədi: {left}.',
};
