/** Log messages in Azerbaijani. */
import type { LogMessages } from './messages.ts';

export const log: LogMessages = {
  notes: {
    found: '{server}: {how}.',
    passedOver: 'Götürülmədi: {why}.',
    fetchedAgain: 'İstifadə olunmur: {why}. Yenidən yüklənir.',
    fetching: 'Temporal serverləri pip ilə yüklənir, bir dəfə (təxminən 70 MB) …',
    fetchingBySdk: 'Temporal SDK yükləyir: {server} …',
    portTaken:
      '{port} portunu başqa proqram tutub; {whose, select, server {Temporal serveri} ui {Temporal interfeysi} other {kodek serveri}} {instead} portundan istifadə edir.',
    serverEnded:
      'Temporal serveri bitdi ({how}{words, select, none {} other {; çıxışı:\n{words}}}). Yenidən başladın; təsdiqlənmişlərdən heç nə itməyib.',
    serverShared: '{pid} prosesinin Temporal serverindən istifadə olunur, ünvanı {address}; o, həmin proseslə birlikdə bitir.',
    serverInherited: 'Temporal serveri ({pid} prosesi) hələ {file} üzərində işləyirdi; ondan {address} ünvanında istifadə olunur.',
    stopping: '{signal}: başlanmış iş bitirilir. Təkrar siqnal dərhal dayandırır.',
    stoppedByForce: 'Nə isə öz-özünə bitmir: dərhal dayandırıldı. Təsdiqlənmişlərdən heç nə itməyib.',
    leftUnderWay: 'Başlanmış iş bitmir və saxlanılır: növbəti başlanğıcda reyestr üzrə davam edəcək.',
    workerRuns: 'İşçi proses işləyir.',
    noMail: 'Poçt göndərilmir: xatırlatmalar çıxış növbəsində və bu jurnalda qalır. Poçt üçün: SERVANDA_SMTP_URL və SERVANDA_MAIL_FROM.',
    noWebhooks: 'Vebhuklar göndərilmir. Vebhuklar üçün: SERVANDA_WEBHOOK_SECRET.',
    uiWithoutToken: 'Buradakı Temporal interfeysi SERVANDA_CODEC_TOKEN göndərə bilmir: şifrələnmişi olduğu kimi göstərir.',
    notScheduled:
      'Tutuşdurma cədvəlini yaratmaq mümkün olmadı: sazişlər hər gün reyestrlə tutuşdurulmur. Səbəbini aydınlaşdırın və yenidən başladın.',
    reconciliationNotStarted: 'Tutuşdurmanı başlatmaq mümkün olmadı.',
    openToOthers: 'Sizdən başqaları da oxuya bilər: {paths}. Bağlayın: chmod -R go= {home}',
    sent: '{recipient} alıcısına göndərildi ({way}): {about}',
    notDelivered: '{recipient} alıcısına çatdırılmadı ({way}): {about}',
    notCompared: '{agreement} sazişini reyestrlə tutuşdurmaq mümkün olmadı: {failure}',
    differed: '{agreement}: reyestrlə fərqlər aşkar edildi. {differences}',
    notRepaired: '{agreement}: reyestrlə fərqlər var və tutuşdurma onları aradan qaldıra bilmədi. {differences}',
    dailyLog:
      'Günlük jurnal: tutuşdurulmuş sazişlər – {agreements} (proseslər – {workflows}); {differed, plural, =0 {hamısı reyestrə uyğundur} other {fərqli olanlar – {differed}, düzəldilənlər – {repaired}, qalanlar – {left}, xəbərdarlıqlar – {alarms}}}. Reyestrin son qeydi: {seq} {hash}; məşqlərin: {rehearsalsSeq} {rehearsalsHash}.',
  },
  found: {
    runsAlready: '{address} ünvanındakı server (TEMPORAL_ADDRESS)',
    onPath: '{path} (PATH-dan)',
    cached: '{path} (keşdən, yoxlama cəmi təsdiqlənib)',
    fetched: '{path} (indi yüklənib, {by})',
  },
};
