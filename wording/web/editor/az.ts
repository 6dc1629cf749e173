/** Azerbaijani: what the pages say on which an agreement is described, and its description changed. */
import type { EditorMessages } from './en.ts';

export const editor: EditorMessages = {
  newTitle: 'Sazişi təsvir etmək',
  intro:
    'Suallar müqavilənin yekun müddəalarının ardıcıllığı ilə verilir; onun mətninə görə cavab verin. Bundan irəli gələn bütün tarixləri görməyincə heç nə saxlanılmır.',
  asQuestions: 'Suallar şəklində',
  asText: 'Fayl şəklində (YAML)',
  toText: 'Fayl şəklində davam etmək',
  kind: 'O, həqiqidir?',
  kinds: { real: 'Həqiqi saziş', rehearsal: 'Məşq: faktları uydurmadır' },
  kindHints: {
    real: 'Daimi reyestrə daxil edilir. Oradan heç vaxt heç nə silinmir.',
    rehearsal: 'Ayrıca saxlanılır; məktubları heç kimə göndərilmir.',
  },
  suchAs: 'Məsələn: {example}',
  otherwise: 'Boş saxlanılsa: {otherwise}',
  yaml: 'Təsvir',
  yamlHint: 'agreements/ qovluğundakı faylda olduğu kimi. «rehearsal: true» onu məşq edir.',
  update: 'Yoxlamaq və növbəti sualları göstərmək',
  check: 'Yoxlamaq',
  go: 'Bundan nə irəli gəldiyinə baxmaq',
  beside: 'Müddəaların yoxlanılması',
  soFar: 'Suallara cavab verin: müddəalarda mənası olmayan burada deyiləcək.',
  noFinding: 'Müddəalara dair qeyd yoxdur.',
  findings: '{count, plural, other {{n} qeyd}}',
  dates: 'Bu gün bundan irəli gələn tarixlər',
  noDates: 'Hələlik bundan heç bir tarix irəli gəlmir.',
  exists: 'Reyestrdə artıq {id} sazişi var. Buna başqa işarə verin və ya onun təsvirini dəyişin.',
  openReal: 'O, həqiqi saziş kimi daimi reyestrdə açılacaq.',
  openRehearsal: 'O, məşq kimi, həqiqi sazişlərdən ayrı açılacaq.',
  text: 'Təsvir fayl şəklində',
  open: { real: 'Həqiqi saziş kimi açmaq', rehearsal: 'Məşq kimi açmaq' },
  reviseTitle: 'Təsviri dəyişmək',
  reviseIntro:
    'Sazişin təsvirində yazı səhvi və ya çatışmayan dəyər, fakt deyil: faktlar reyestrə daxil edilir, orada düzəldilir və çıxarılır. Daxil edilməzdən əvvəl yerini dəyişən bütün tarixlər sadalanır.',
  reason: 'Səbəb',
  reasonHint: 'Dəyişikliklə birlikdə reyestrdə qalır, məsələn: 13-cü maddə rusca mətn üzrə yenidən oxundu.',
  revise: 'İstifadəyə vermək',
  otherId: 'Bu, {other} sazişinin təsviridir, burada isə {id}. Sazişin işarəsi heç vaxt dəyişmir.',
  otherKind: 'Həqiqi sazişlər və məşqlər heç vaxt qarışdırılmır: «rehearsal» dəyərini olduğu kimi saxlayın.',
  same: 'Bu, istifadədə olan təsvirdir: heç nə dəyişməyib.',
};
