/** Azerbaijani. */
import type { RehearsalMessages } from './messages.ts';

export const rehearsal: RehearsalMessages = {
  heading: '{agreement}, məşqin son günü: {until}. Heç kimə heç nə göndərilmir.',
  line: '{label} ({basis}){invented, select, true {, uydurma} other {}}',
  lived: '{from} – {reached}, {seconds} s ərzində: işə düşən taymerlər – {n}; xatırlatma və elanlar – {acts}, heç kimə göndərilməyib.',
  folded: '{from} – {reached}, serversiz hesablanıb.',
  same: 'Tarixləri timeline-ın verdiyi tarixlərlə eynidir.',
  differs: 'Tarixləri timeline-ın verdiyi tarixlərdən fərqlidir:',
  differsColumns: ['Nə fərqlidir', 'Məşq', 'timeline'],
  unrecorded: 'Hər şey daha əvvəl bitdiyi üçün daxil edilmədi: {ids}.',
  address: 'Temporal interfeysində: {address}',
  noService: 'Xidmət işləmir (npx servanda up), ona görə tarixlər yalnız hesablanıb.',
  noTimeSkipping: 'Bu Temporal serveri ayrıca bir prosesin vaxtını sürətləndirə bilmir, ona görə tarixlər yalnız hesablanıb.',
  pair: {
    columns: ['Tarix', 'Bildirişsiz', 'Bildirişlə'],
    notice: 'Bildiriş ({by}): göndərildiyi gün {sendBy}, alındığı gün {safe}.',
    noNotice: 'Burada bildirişin qarşısını ala biləcəyi heç nə yoxdur: hadisələrin yalnız bir gedişi var.',
    moves: 'Bildirişin {day} tarixinədək dəyişdirdiyi:',
    movesColumns: ['Nə fərqlidir', 'Bildirişsiz', 'Bildirişlə'],
    without: 'Bildirişsiz',
    with: 'Bildirişlə',
  },
  page: {
    title: 'Məşq',
    titleOf: 'Məşq: {title}',
    link: 'Məşq etmək',
    intro:
      'Sazişin surəti öz saatı ilə bütün tarixlərindən bir neçə saniyəyə keçir. O, məşqlərlə birlikdə saxlanılır, heç kimə heç nə göndərilmir.',
    agreement: 'Saziş',
    until: 'Hansı günədək (həmin gün daxil olmaqla)',
    untilHint: 'Məsələn, {day}. Boş qalarsa, qarşıdakı ikinci uzadılmadan sonra bitir.',
    course: 'Hadisələrin gedişi',
    both: 'Bildirişsiz və bildirişlə, yan-yana',
    story: 'Uydurma faktlar',
    storyHint:
      'docs/rehearsal-2044.yaml faylındakı kimi YAML və ya JSON siyahısı: hər fakt öz günündə daxil edilir və yalnız bu gediş keçir.',
    withStory: 'Uydurma faktlarla',
    begin: 'Məşqə başlamaq',
    running: 'Vaxt keçir: orada {day}.',
    renew: 'O vaxtdan bəri nələrin keçdiyini göstər',
    busy: 'Bir neçə məşq gedir. Biri bitənədək gözləyin.',
    stopped: 'Məşqin dayandığı gün: {day}. Səbəb: {why}',
    dates: 'Tarixlər',
  },
};
