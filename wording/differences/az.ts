/** Differences between workflows and the register, in Azerbaijani. */
import type { DifferenceMessages } from './messages.ts';

export const differences: DifferenceMessages = {
  differences: {
    noWorkflow: 'Proses işləmir.',
    draftNotBegun: 'Proses işləmir, bildiriş vermək qərarı isə bu layihəni tələb edir.',
    lettersNotCarried: 'Göndərilməmiş məktublar: {letters}. Çatdırılma prosesi işləmir.',
    stillRuns: 'Proses işləyir, halbuki reyestrə görə hər şey başa çatıb.',
    noProgress:
      'Proses irəliləmir: onun tapşırığını icra etmək cəhdlərinin sayı: {attempt}. Səbəbi işçi prosesin jurnalında və Temporal interfeysində görünür.',
    ofOthers: 'Proses servanda proqramına məxsus olmayan {queue} növbəsində işləyir: onu başqası başladıb.',
    notTaken: 'Onun tapşırığını heç bir işçi proses götürməyib (bu vaxtdan: {since}). İşçi prosesin işlədiyini yoxlayın.',
    noAnswer: 'Proses cavab vermir. İşçi prosesin jurnalına baxın.',
    otherValue: '{name}: {found}; reyestrə görə: {expected}.',
    timerMoved: '“{summary}” taymeri bu vaxt işə düşəcək: {fires}; olmalıdır: {due}.',
    timerMissing: '“{summary}” taymeri yoxdur ({name}, {due}).',
    timerUnneeded: '“{summary}” taymeri ({fires}) əsassız qurulub.',
    notInOutbox: 'Akt reyestrdə qeyd olunmayıb: {act}',
    notWithdrawn: 'Akt geri çağırılmayıb: {act}',
    letterFailing:
      'Məktub ({on}, “{about}”) qəbul edilmir (bu vaxtdan: {since}): {recipient}, {way, select, email {elektron poçtla} other {vebhukla}}. Cəhdlərin sayı: {tries}, son cavab: “{said}”. {next, select, none {Hazırda növbəti cəhd edilir} other {Növbəti cəhd: {next}}}; son müddət: {until}.',
    notCompared: 'Tutuşdurmaq mümkün olmadı. {why}',
  },
  names: {
    law: 'qaydaların versiyası',
    description: 'təsvir',
    status: 'statusu',
    entryIntoForce: 'qüvvəyə minmə',
    period: 'dövr',
    lastDayInForce: 'qüvvədə olduğu son gün',
    underNotice: 'xitam barədə bildiriş verilib',
    within: 'yalnız hədləri məlumdur',
    noticeState: 'vəziyyəti',
    safeDay: 'təhlükəsiz gün',
    sendByDay: 'göndərməyin son günü',
    follows: 'nəticələri',
    protocolState: 'vəziyyəti',
    missing: 'çatışmır',
  },
  values: {
    nothing: 'heç nə',
    none: 'yoxdur',
    yes: 'bəli',
    no: 'xeyr',
    period:
      '{number, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr, {firstDay} – {lastDay}, bildiriş üçün son gün: {lastDayForNotice, select, none {yoxdur} other {{lastDayForNotice}}}, təhlükəsiz gün: {safe, select, none {yoxdur} other {{safe}}}',
    within:
      '{statuses}, qüvvəyə minmə: {notBefore, select, none {müəyyən edilməyib} other {{notBefore} – {notAfter}}}, təhlükəsiz gün: {safe, select, none {yoxdur} other {{safe}}}',
  },
  repairs: {
    ended: 'irəliləmədiyinə görə dayandırıldı.',
    started: 'reyestr üzrə yenidən başladıldı.',
    toldAgain: 'yenidən yoxlamaq tapşırıldı.',
    foldedAgain: 'yenidən hesablandı; {moved, select, none {öz planının tarixləri dəyişmədi} other {{moved}}}.',
    nothing: 'heç nə edilmədi: proses cavab vermir.',
    waits: 'heç nə edilmədi: məktublar avtomatik olaraq yenidən göndərilir.',
    notEnded: 'dayandırmaq mümkün olmadı. {why}',
    notStarted: 'başlatmaq mümkün olmadı. {why}',
    notTold: 'tapşırmaq mümkün olmadı. {why}',
    unanswered: '{why}',
  },
  failures: {
    noAnswer:
      '{workflowId} prosesi başladıldı, lakin {seconds} s ərzində cavab vermədi. İşçi prosesin işlədiyini (npx servanda up və ya npx servanda worker) və jurnalını yoxlayın. Sorğu hələ yerinə yetirilə bilər; əmri təkrarlamaq təhlükəsizdir.',
    denied:
      'Temporal serveri buna icazə vermir (“{why}”). Müraciət edənin giriş məlumatlarını və onların ad məkanındakı hüquqlarını yoxlayın.',
    other: '{said}',
  },
  terminated: 'Proses irəliləmirdi və ya servanda proqramına məxsus deyildi; reyestr üzrə yenidən başladılır.',
};
