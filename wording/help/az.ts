/** Azerbaijani. */
import type { HelpMessages } from './en.ts';

export const help: HelpMessages = {
  headings: {
    usage: 'İSTİFADƏ',
    aliases: 'BAŞQA ADLARI',
    commands: 'ƏMRLƏR',
    flags: 'BAYRAQLAR',
    arguments: 'ARQUMENTLƏR',
    examples: 'NÜMUNƏLƏR',
  },
  keywords: { default: 'susmaya görə:', separator: 'ayırıcı:' },
  root: `Beynəlxalq sazişlərin müddətlərinə riayət edir: hər tarix irəli gəldiyi maddə ilə birlikdə göstərilir.

timeline, explain, simulate, deadlines və diagram əmrlərinə server lazım deyil. Yalnız reyestri oxuyan əmrlərə və keys əmrlərinə də lazım deyil. Qalanları işləyən xidmətə müraciət edir: npx servanda up.
Bitmə kodları: 0 – yerinə yetirildi; 1 – istənildiyi kimi olmadı; 2 – daxil edilən məlumatda səhv var. Bir əmr üzrə kömək: npx servanda <command> --help.

İstənilən əmrdən əvvəl və ya sonra --language {languages} cavabın dilini müəyyən edir (susmaya görə – LC_ALL, LC_MESSAGES və ya LANG dili).`,
  help: 'Köməyi göstərib bitirmək',
  version: 'Versiyanı göstərib bitirmək',
  rehearsal: 'Təlim nümunəsi həqiqi sazişlərdən ayrı saxlanılır. Onu açmaq üçün: npx servanda agreement open docs/rehearsal.yaml.',
  groups: {
    agreement: 'Aparılan sazişlər',
    notice: 'İşdə olan bildirişlər, bizim və digər Tərəfin',
    protocol: 'İşdə olan protokollar',
    document: 'Daxil olmuş və ya imzalanmış sənədlər',
    register: 'Reyestrin özü: yoxlama, tutuşdurma, imza, ehtiyat nüsxə',
    identity: 'Kim nə istəyə bilər',
    calendar: 'Təqvim proqramları üçün ünvanlar',
    keys: 'Şifrələmə və imza açarları',
    dev: 'servanda əsasında proqram hazırlayanlar üçün',
  },
  commands: {
    up: {
      brief: 'Hər şeyi başlatmaq: Temporal serveri, işçi proses, sazişlər',
      text: `Verilənlər bazası ev qovluğunda olan Temporal serverini və işçi prosesi başladır. agreements/ içində hələ açılmamış sazişləri açır. Onların vəziyyətini və Temporal interfeysinin ünvanını göstərir.
Ctrl-C hər şeyi dayandırır; növbəti başlatma həmin yerdən davam edir. TEMPORAL_ADDRESS verilibsə, həmin server istifadə olunur, özününkü başladılmır. Port tutulubsa, başqası seçilib göstərilir.`,
    },
    worker: {
      brief: 'Server işləyərkən yalnız işçi prosesi başlatmaq',
      text: 'Sazişləri aparan işçi prosesi TEMPORAL_ADDRESS (və ya Temporal-ın öz konfiqurasiya faylı) ilə göstərilən Temporal serveri, yaxud ev qovluğunun serveri ilə başladır. Ctrl-C və ya SIGTERM zamanı başlanmış iş axıra çatdırılır.',
    },
    web: {
      brief: 'İş masasını açmaq: brauzer üçün səhifələr',
      text: 'İş masasının səhifələrini 127.0.0.1 ünvanında göstərir və ünvanını çap edir: onu açan daxil olur. npx servanda up bunu özü edir; əmr xidmət başqa yerdə işləyəndə və ya ikinci masa üçün lazımdır. SERVANDA_OIDC_ISSUER verilibsə, girişi o aparır, SERVANDA_DESK_URL isə brauzerlərin masaya çatdığı ünvandır.',
    },
    'agreement open': {
      brief: 'Saziş açmaq: bundan sonra aparılır',
      text: 'Sazişin təsvirini və faylındakı faktları reyestrə daxil edir və onu aparmağa başlayır. Təkrar açma heç nəyi dəyişmir: dəyişmiş fayl barədə məlumat verilir və o, agreement revise icra edilənədək tətbiq olunmur.',
    },
    'agreement new': {
      brief: 'Suallara cavab verərək saziş faylını tərtib etmək',
      text: `Tərəflər, imzalanma və yekun müddəalar barədə müqavilələrdə qəbul edilmiş ardıcıllıqla soruşur: qüvvəyə minmə, müvəqqəti tətbiq, qüvvədə olma müddəti, uzadılma, bildiriş, xitam, dəyişiklik, xitamdan sonra nəyin qüvvədə qaldığı, mənbələr. Hər suala nümunə verilir. Cavab yararsızdırsa, səbəbi göstərilir və sual təkrar verilir.
Yazılmazdan əvvəl fayl agreement check kimi yoxlanılır; mövcud faylın üstünə yazılmır. Terminal lazımdır.`,
    },
    'agreement check': {
      brief: 'Faylda mənasız müddəaları tapmaq',
      text: `Hər sazişi uydurma faktlarla izləyir: imzalanmadan başlayaraq bir neçə dövr boyunca, əhəmiyyətli günlərdəki bildirişlərlə. Mənasız olanı göstərir: dövrdən uzun bildiriş; qarşısı alına bilməyən uzadılma; heç bir tarixin asılı olmadığı təfsir. Hər qeydin adı, fayldakı yeri, maddəsi və ən qısa nümunəsi var. Fayl göstərilməyibsə, bütün agreements/ yoxlanılır.
Səhv o deməkdir ki, heç bir tarix çıxmır; belə fayl heç yerdə qəbul edilmir. Xəbərdarlıq o deməkdir ki, tarixlər çıxır.
Bitmə kodu 0 – qeyd yoxdur; 1 – yalnız xəbərdarlıqlar; 2 – səhv var və ya fayl oxunmur.`,
    },
    'agreement import': {
      brief: 'Cədvəldəki sazişləri açmaq, hər sətrə biri',
      text: `Cədvəlin hər sətri üçün bir saziş açır (vergüllü və ya nöqtəli vergüllü CSV, UTF-8, yaxud .xlsx kitabının birinci vərəqi), müddəaları və tarixləri sətirdə verildiyi qədər; heç nə özündən əlavə edilmir. Qəbul edilə bilməyən sətir bütün səbəbləri ilə göstərilir, qalanları qəbul edilir. Artıq olan dəyişmir, ona görə yarımçıq qalmış yükləməni təkrar etmək olar. Reyestrlə uyğun gəlməyən sətir göstərilir və qəbul edilmir.
Bitmə kodu 1 – qəbul edilməyən sətir var; 2 – cədvəlin özündə səhv var.

Sütunlar, istənilən ardıcıllıqla (hər biri docs/import.md içində izah edilib; məcburi olanlar: number, title, parties və signed):
{columns}`,
    },
    'agreement list': {
      brief: 'Reyestrdəki sazişlər və hər birinin növbəti tarixi',
      text: 'Reyestrdəki sazişlər, soruşulmadıqda təlim nümunələri olmadan: hər birinin statusu, ehtiyatla götürülmüş növbəti tarixi, həmin tarixə nə düşdüyü və neçə gün qaldığı. Reyestri oxuyur; server lazım deyil.',
    },
    'agreement show': {
      brief: 'Sazişin vəziyyəti və reyestrindəki bütün qeydlər',
      text: 'Reyestrə görə sazişin vəziyyəti və onun hər sətri: faktlar, düzəlişlər, çıxarmalar, təsvirlər və onları kimin daxil etdiyi. Reyestri oxuyur; server lazım deyil.',
    },
    'agreement revise': {
      brief: 'Dəyişmiş faylı tətbiq etmək, əvvəlcə hansı tarixlərin dəyişdiyini görmək',
      text: 'Dəyişmiş fayldakı təsviri reyestrə daxil edir və hər şeyi yenidən hesablayır; ona qədər fayl tətbiq olunmur. Əvvəlcə nəyin dəyişəcəyini göstərir, sonra soruşur. Faylın faktları oxunmur: onları record əmri daxil edir.',
    },
    'notice draft': {
      brief: 'Bizim bildirişin layihəsini tərtib etmək',
      text: `Bizim bildirişi başladır: layihəsi burada tərtib olunur, başqa şəxs təsdiq edir, göndərilir, alınır. Alındıqda onun faktı sazişin reyestrinə daxil edilir. Cavabda bildirişin təhlükəsiz gündən gec olmayaraq çatması üçün göndərmənin son günü göstərilir.

Növləri və bayraqları:
{contents}`,
    },
    'notice change': {
      brief: 'Layihənin məzmununu və ya göndərmə üsulunu dəyişmək',
      text: 'Layihənin bütün məzmununu və ya göndərmə üsulunu əvəz edir. Təsdiq qüvvəsini itirir, layihəni dəyişən şəxs isə onu təsdiq edə bilməz.',
    },
    'notice approve': {
      brief: 'Başqa şəxsin tərtib etdiyi layihəni təsdiq etmək',
      text: 'Layihəni təsdiq edir. Onu tərtib edən və ya sonuncu dəyişən şəxs təsdiq edə bilməz. Təsdiqdən sonra dəyişdirilərsə, yeni təsdiq lazımdır.',
    },
    'notice dispatch': {
      brief: 'Bildirişin göndərildiyini daxil etmək, əvvəlcə nəticələrini görmək',
      text: 'Təsdiq edilmiş bildirişin göndərildiyini daxil edir. Əvvəlcə sınaq hesablaması hər iki xronologiyanı, onunla və onsuz, və onu hansı günədək geri götürməyin mümkün olduğunu göstərir; sonra, --yes göstərilməyibsə, soruşur. Alınması təsdiqlənənədək bildirişin nəticəsi yoxdur.',
    },
    'notice received': {
      brief: 'Təsdiqlənmiş alınmanı daxil etmək: həmin gündən nəzərə alınır',
      text: 'Digər Tərəfin bizim bildirişi aldığını, onun təqvimi ilə hansı gün aldığını və bunun nə ilə təsdiqləndiyini daxil edir. Fakt sazişin reyestrinə bildirişin nömrəsi ilə daxil edilir. Nəticə göstərilir: istənilən təfsirə görə vaxtında, bəzilərinə görə və ya gecikib.',
    },
    'notice return': {
      brief: 'Geri qayıtdığını və ya itdiyini daxil etmək: yenidən göndərmək olar',
      text: 'Göndərilmiş bildirişin geri qayıtdığını və ya itdiyini daxil edir. Onun təsdiqi qüvvədə qalır və yenidən göndərilə bilər; göndərmənin son günü yenidən tətbiq olunur.',
    },
    'notice recall': {
      brief: 'Bildirişi alınmazdan əvvəl qaytarmaq',
      text: 'Bildirişi qaytarır: layihəni, təsdiq edilmiş və ya göndərilmiş, lakin alınmamış bildirişi. Alındıqdan sonra geri götürmə lazımdır: notice revoke.',
    },
    'notice revoke': {
      brief: 'Alınmış bildirişin geri götürülməsini tərtib etmək',
      text: 'Xitam barədə alınmış bildiriş ikinci bildirişlə geri götürülür; o, birincisi nəticə doğurmazdan əvvəl alınmalıdır. Layihəsi burada tərtib olunur və hər bir bildirişin addımlarından keçir.',
    },
    'notice enter': {
      brief: 'Digər Tərəfin daxil olmuş bildirişini daxil etmək',
      text: 'Digər Tərəfin bildirişinin alındığını daxil edir. O, nəzərdən keçirilir (yazılıdırmı, imzalanıbmı, kim tərəfindən və hansı əsasla), sonra bildiriş kimi qəbul edilir və ya nöqsanlı sayılır. Hər iki halda onun faktı sazişin reyestrinə daxil edilir; nöqsanlıdırsa – nəticəsiz, səbəbi ilə. Nəzərdən keçirilməsi xatırladılır: ona qədər bildiriş nəzərə alınmır.',
    },
    'notice examine': {
      brief: 'Daxil olmuş bildirişi nəzərdən keçirmək: qəbul etmək və ya nöqsanını göstərmək',
      text: 'Digər Tərəfin bildirişinin nəzərdən keçirilməsini bitirir: o, bildiriş kimi qəbul edilib və ya nöqsanlıdır, səbəbi ilə. Hər iki halda onun faktı sazişin reyestrinə daxil edilir; nöqsanlıdırsa, nəticəsi yoxdur.',
    },
    'notice list': {
      brief: 'İşdə olan bildirişlər',
      text: 'Göstərilən sazişlər və ya hamısı üzrə işdə olan bildirişlər: vəziyyəti, göndərmənin son günü, növbəti addım. Heç biri yoxdursa, bitmə kodu 1.',
    },
    'notice show': {
      brief: 'Bildirişin vəziyyəti və bugünkü nəticəsi',
      text: 'Bildirişin vəziyyəti: addımları, tarixləri, nəyin gözlənildiyi və bugünkü hüquqi nəticəsi, sonrakı düzəlişdən sonra da. --dry-run hər iki xronologiyanı, onunla və onsuz, və onu hansı günədək geri götürməyin mümkün olduğunu göstərir. Reyestri oxuyur; server lazım deyil.',
    },
    'notice document': {
      brief: 'Bildirişi dörd dildən birində sənəd kimi tərtib etmək',
      text: `Bizim bildirişi verbal nota kimi, digər Tərəfinkini alınmış bildirişin titul vərəqi kimi tərtib edir: nömrə, tarix, maddələr, hesablanmış tarixlər, imza yeri və hansı mətnin üstün olduğu. Təsdiq edilməmiş bildiriş layihə kimi işarələnir. Eyni bildiriş baytına qədər eyni PDF verir; onun heşi çap olunur. DOCX redaktə üçündür: imzalanmışı document attach əmri ilə əlavə edin.
Reyestri oxuyur; server lazım deyil.`,
    },
    'protocol propose': {
      brief: 'Protokol təklifini daxil etmək',
      text: 'Protokolu onun təklifi ilə başladır. Nəyi dəyişdiyi məlumat kimi verilir: müddəaların qiymətləri və ya yalnız mətn.',
    },
    'protocol agree': {
      brief: 'Protokolun mətninin razılaşdırıldığını daxil etmək',
      text: 'Hər iki Tərəfin mətnlə razı olduğunu daxil edir. Sonra o, hər autentik dildə müəyyən edilir və imzalanır.',
    },
    'protocol text': {
      brief: 'Protokolun mətninin bir dildə müəyyən edildiyini daxil etmək',
      text: 'Mətnin autentik dillərdən birində müəyyən edildiyini daxil edir. İmzalanmaya qədər hamısı lazımdır.',
    },
    'protocol sign': {
      brief: 'Protokolun imzalanmasını daxil etmək',
      text: 'Mətn hər autentik dildə müəyyən edildikdən sonra imzalanmanı daxil edir. --changes başqa cür göstərmirsə, protokol təklif olunanı dəyişir. O, saziş kimi qüvvəyə minir; bildiriş göndərməyən Tərəf barədə xatırladılır.',
    },
    'protocol abandon': {
      brief: 'Protokoldan qüvvəyə minənədək imtina edildiyini daxil etmək',
      text: 'Protokoldan imtina edildiyini daxil edir. Qüvvədə olan protokol sazişin ayrılmaz hissəsidir və ona ayrıca xitam verilə bilməz.',
    },
    'protocol list': {
      brief: 'Protokollar və hər biri üzrə nəyin gözlənildiyi',
      text: 'Göstərilən sazişlərin və ya hamısının protokolları. Heç biri yoxdursa, bitmə kodu 1.',
    },
    'protocol show': {
      brief: 'Protokolun vəziyyəti və nəyin çatışmadığı',
      text: 'Protokolun vəziyyəti: mərhələsi, nəyi dəyişdiyi, kimin bildiriş göndərmədiyi. Reyestri oxuyur; server lazım deyil.',
    },
    'protocol document': {
      brief: 'Protokolun titul vərəqini dörd dildən birində tərtib etmək',
      text: 'Protokolun titul vərəqini tərtib edir: nəyi dəyişdiyi, harada və nə vaxt imzalandığı, kimin bildiriş göndərdiyi, hansı gündən qüvvədə olduğu və hansı mətnin üstün olduğu. Eyni protokol baytına qədər eyni PDF verir. Reyestri oxuyur; server lazım deyil.',
    },
    'document attach': {
      brief: 'Sənəd əlavə etmək: reyestrin yanında heşi ilə saxlanılır',
      text: 'Daxil olmuş və ya imzalanmış sənədi saxlayır: baytları SHA-256 heşi ilə reyestrin yanındakı documents qovluğunda, heşi, adı və həcmi olan qeyd isə reyestrdə; açarlar varsa (SERVANDA_KEYS_FILE) – şifrələnmiş şəkildə. O, heşi ilə tutuşdurularaq dəyişmədən qaytarılır, heç vaxt açılmır və icra edilmir. Ən çoxu {megabytes} MB. documents qovluğunu reyestrlə birlikdə köçürün.',
    },
    'document list': {
      brief: 'Sazişin sənədləri, hər biri heşi ilə tutuşdurulub',
      text: 'Əlavə edilmiş sənədlər; hər biri oxunur və qeydindəki heşlə tutuşdurulur. Sənəd yoxdursa, yaxud biri itib və ya dəyişibsə, bitmə kodu 1.',
    },
    'document save': {
      brief: 'Sənədi heşi ilə tutuşdurub fayla yazmaq',
      text: 'Sənədin baytlarını qeydindəki heşlə tutuşdurub onu əlavə edildiyi şəkildə fayla yazır. Mövcud faylın üstünə yazılmır.',
    },
    'register verify': {
      brief: 'Hər sətri möhürü, hər sənədi heşi ilə tutuşdurmaq',
      text: 'Reyestri yenidən hesablayır: hər sətri möhürü ilə, birincidən başlayaraq bir zəncirdə, hər sənədi qeydindəki heşlə tutuşdurur. Dəyişdirilmiş, çıxarılmış, yeri dəyişdirilmiş və ya əlavə edilmiş sətir göstərilir; bitmə kodu 1. Reyestrin başı onun bütün məzmununu ifadə edir: onu başqa yerdə saxlayın (register head --out FILE) və --head ilə göstərin. O vaxtdan reyestr böyümüş ola bilər; baş öz yerində deyilsə, sonu kəsilib və ya tarixçəsi yenidən yazılıb. --public-key olduqda baş həmin açarla imzalanmış olmalıdır. Server lazım deyil.',
    },
    'register head': {
      brief: 'Reyestrlərin imzalanmış başları, başqa yerdə saxlamaq üçün',
      text: 'Baş reyestrin bütün məzmununu ifadə edir: sətirlərin sayı və sonuncusunun heşi. Başqa yerdə saxlandıqda, sonradan sonun kəsilib-kəsilmədiyini və tarixçənin yenidən yazılıb-yazılmadığını göstərir: register verify --head FILE. O, SERVANDA_SIGNING_KEY_FILE açarı ilə imzalanır: imzanın özündən başqa hər şeyin kanonik JSON-una (RFC 8785) ayrıca JWS (EdDSA). Server lazım deyil.',
    },
    'register backup': {
      brief: 'Saxlanmalı olan hər şeyin yoxlanılmış nüsxəsini işi dayandırmadan çıxarmaq',
      text: `Hər iki reyestri bir andakı vəziyyətində, kimsə yazsa belə, onlarda göstərilən bütün sənədlərlə, istifadədə olan açarlar barədə qeydlə və SERVANDA_SIGNING_KEY_FILE açarı göstərirsə, imzalanmış başlarla köçürür. PostgreSQL-dən də nüsxə hər reyestr üçün bir SQLite faylıdır: qovluq ev qovluğudur və onu istənilən əmr oxuyur (register verify --home FOLDER). Nüsxə ya tam və yoxlanılmış olur, ya da heç olmur.

Açarlar köçürülmür: açarlar faylını və imza açarını başqa yerdə saxlayın. Temporal verilənlər bazası ona daxil deyil: o itərsə və ya nüsxə bərpa edilərsə, npx servanda up hər sazişi reyestr üzrə yenidən başladır.`,
    },
    'register restore': {
      brief: 'Nüsxəni əvvəlcə yoxlayıb boş ev qovluğuna bərpa etmək',
      text: 'Ehtiyat nüsxəni boş ev qovluğuna bərpa edir: qovluğun fayllarına və ya DATABASE_URL verilənlər bazasına. Əvvəlcə hər sətir möhürü ilə, sonra sənədlər və nüsxənin başları tutuşdurulur; --public-key olduqda başlar həmin açarla imzalanmış olmalıdır. Yarımçıq qalarsa, əmri təkrarlayın: davam edəcək. Sonra açarlar faylını qaytarın; npx servanda up hər sazişi, bildirişi və protokolu reyestr üzrə yenidən başladır.',
    },
    'register rebuild': {
      brief: 'Temporal-da olmayanı reyestr üzrə başlatmaq',
      text: 'Temporal-da olmayan, işdə olan hər saziş, bildiriş və protokol üçün prosesləri yalnız reyestr üzrə başladır və göndərilməli məktubların göndərilməsini başladır: Temporal verilənlər bazası itdikdən sonra və ya register restore icra edilmiş boş maşında. Heç nə iki dəfə edilmir və göndərilmir: edilən reyestrdə var. npx servanda up başlayanda eynisini edir. Nəyisə başlatmaq mümkün olmadıqda bitmə kodu 1.',
    },
    'register compare': {
      brief: 'Temporal-ı reyestrlə tutuşdurmaq; fərqləri aradan qaldırmaq',
      text: `Reyestrdəki hər sazişi, bildirişi və protokolu onun prosesi ilə tutuşdurur: işləyirmi və irəliləyirmi, nə deyir, tarixçəsində hansı taymerlər həqiqətən gözləyir – bunları reyestrin bu gün üçün verdiyi ilə. --repair olduqda çatışmayan başladılır, sazişlər yenidən hesablanır, bildirişlər və protokollar yenidən yoxlanılır; sonra hər şey bir daha tutuşdurulur. Eynisi hər gecə və npx servanda up başlayanda edilir (servanda-reconciliation cədvəli); qüvvədə olan sazişin tarixlərini heç nə gözləmirdisə, onun alıcılarına xəbər verilir.
Fərq olduqda bitmə kodu 1.`,
    },
    record: {
      brief: 'Fakt daxil etmək, əvvəlcə ondan nə çıxdığını görmək',
      text: `Reyestrə fakt daxil edir: Tərəflər arasında nə baş verdiyini, tarixləri ilə. Əvvəlcə nəticələr göstərilir: əvvəlki və sonrakı vəziyyət və nəyin dəyişdiyi. Sonra, --yes göstərilməyibsə, soruşur. Fayldan daxil edildikdə birincisindən əvvəl bütün faktlar yoxlanılır.

Növləri: {types}.`,
    },
    correct: {
      brief: 'Qeydin sahələrini düzəltmək',
      text: 'Qeydin sahələrini sonrakı qeydlə müəyyən edir; əvvəlkisi reyestrdə dəyişmədən qalır. Onun işarəsini, növünü, Tərəfini, protokolunu və «of» qiymətini düzəltmək olmaz: qeydi çıxarıb doğru faktı daxil edin. Əvvəlcə nəticələri göstərir, sonra soruşur.',
    },
    strike: {
      brief: 'Qeydi çıxarmaq',
      text: 'Qeydi səbəbi ilə çıxarır: o, daha nəzərə alınmır, lakin reyestrdə qalır. Düzəlişin çıxarılması əvvəlkini bərpa edir; çıxarmanın çıxarılması qeydi qaytarır. Elan edilmiş və daha doğru olmayan geri çağırılır. Əvvəlcə nəticələri göstərir, sonra soruşur.',
    },
    decide: {
      brief: 'Dövr bitənədək qərar vermək: uzatmaq, bildirmək, danışıqlar, müddətin bitməsi',
      text: 'Hər təhlükəsiz günədək tələb olunan qərarı daxil edir: onu kim və hansı əsasla qəbul edib. Təhlükəsiz günədək onu sonrakı ilə dəyişmək olar; özünün hüquqi nəticəsi yoxdur, lakin --terminate nəticəsi olan bildirişin layihəsini başladır. --renew dövr barədə xatırlatmaları dayandırır. Müddət bitənədək qərar – razılıqla uzatmaq (--renew), danışıqlar aparmaq və ya müddətin bitməsinə yol verməkdir (--lapse); xatırlatmalar Tərəflərin uzadılma barədə razılığı daxil edildikdə və ya --lapse olduqda dayanır.',
    },
    acknowledge: {
      brief: 'Xatırlatmaların nəzərə alındığını təsdiq etmək',
      text: 'Şəxsin gəlmiş xatırlatmaları nəzərə aldığını daxil edir: onlar növbəti alıcıya ötürülmür. Bu heç nəyi həll etmir, növbəti xatırlatma öz günündə gəlir. Cavab gözləyən xatırlatma yoxdursa, təsdiq qəbul edilmir; cavabda növbətinin nə vaxt göndəriləcəyi bildirilir.',
    },
    timeline: {
      brief: 'Sazişin müəyyən gündə vəziyyəti',
      text: `Sazişin müəyyən gündə vəziyyəti: statusu, dövrü, bildiriş üçün son gün, bildirişlər, xitam və protokollar, bütün tarixləri ilə.

Saziş reyestrdə aparılırsa, işarə reyestrdəki saziş deməkdir, yoxsa agreements/<id>.yaml; yol, --facts və --add-facts fayl deməkdir. Hər ikisi varsa, cavabın hansı üzrə verildiyi bildirilir. Reyestrin bütün qeydləri: npx servanda agreement show <id>.`,
    },
    certificate: {
      brief: 'Sazişin müəyyən gündə qüvvədə olması barədə arayış',
      text: `Status haqqında arayış: saziş qüvvədədirmi, hansı gündən, cari dövr, bildiriş üçün son gün, bildirişlər, protokollar, hər tarix maddəsi və başqa təfsirlərin verdiyi ilə; və reyestrlərin başları. Qüvvədə olmaması, bunun müəyyən edilməməsi və ya həmin gün heç nəyin məlum olmaması cavabdır, səhv deyil. --known-on olduqda sonradan daxil edilən nəzərə alınmır.

SERVANDA_SIGNING_KEY_FILE açarı göstərirsə, JSON imzalanır və keys verify ilə yoxlanılır; PDF onu əlavə edilmiş fayl kimi ehtiva edir. Eyni reyestrə eyni sual eyni baytları verir. Reyestri oxuyur; server lazım deyil.`,
    },
    explain: {
      brief: 'Hər tarix: maddəsi, necə hesablandığı, başqa təfsirlər',
      text: 'Sazişin hər tarixi: irəli gəldiyi maddə, nədən və necə hesablandığı və mətnin başqa təfsirlərinə görə necə olduğu, hər birinin şərti ilə.',
    },
    deadlines: {
      brief: 'Nə hansı günədək edilməlidir, ən yaxını birinci',
      text: `Bildiriş üçün qarşıdakı son günlər və xitamlar, hərəkət edilməli olan son günlərin sırası ilə: bildiriş üçün bu, göndərmənin son günüdür, qalanlar üçün – günün özü. Təhlükəsiz gündən (ikinci sütun) gec olmayaraq alınan bildiriş mətnin istənilən təfsirinə görə vaxtında verilib. Qərar və ya bildiriş olmadan keçən təhlükəsiz gün saziş sükut edildikdə uzadılan günədək siyahıda qalır; göndərmə günü keçmiş bildirişin vaxtı keçib. Reyestrdəki bütün sazişlər və ya göstərilənlər üzrə; --files olduqda – agreements/ və ya göstərilən fayllar üzrə.
Müddət yoxdursa, bitmə kodu 1. --undecided olduqda – yalnız qərar qəbul edilməyənlər: təhlükəsiz günədək uzatmaq, bildiriş göndərmək və ya danışıqlar aparmaq; müddət bitənədək razılıqla uzatmaq, müddətin bitməsinə yol vermək və ya danışıqlar aparmaq. Belələri varsa, bitmə kodu 1.`,
    },
    simulate: {
      brief: 'Bu bildirişin nəticəsi necə olardı? Heç nə yazılmır',
      text: 'Bildirişin və ya başqa faktın nəticəsi: əvvəlki və sonrakı vəziyyət, nəyin dəyişdiyi və onu hansı günədək geri götürməyin mümkün olduğu. Fakt gələcəyə aid ola bilər. Heç nə yazılmır.',
    },
    deliveries: {
      brief: 'Hansı məktublar kimə göndərilib, hansılar göndərilməyib',
      text: 'Aktlar barədə məktublar (xatırlatmalar, növbəti şəxsə ötürmələr, elanlar, nəticələr): nə vaxt, kimə, hansı üsulla və qarşı tərəfin cavabı. Nəticəsi «məlum deyil» olan məktub çatmış ola bilər, onu yenidən göndərmək mümkün olanda isə artıq tələb olunmurdu. İşdə olanlar Temporal interfeysində delivery/<agreement> kimi, cəhdləri ilə görünür. Biri çatdırılmayıbsa və ya xidmət işləmədiyi üçün göndərilməyibsə, bitmə kodu 1.',
    },
    rehearse: {
      brief: 'Sazişin bütün tarixlərindən surətdə bir neçə saniyəyə keçmək',
      text: `Sazişin surətini təlim nümunələri arasında öz işarəsi ilə açır və işləyən xidmətdə onun vaxtını müddətdən müddətə sürətləndirir: hər taymer işə düşür, hər hərəkət daxil edilir, hamısı Temporal interfeysində görünür. Heç kimə heç nə göndərilmir. Hər tarixi keçdiyi anda, sonra neçə saniyə çəkdiyini, neçə taymerin işə düşdüyünü və tarixlərin timeline tarixləri ilə eyni olub-olmadığını çap edir.
--story verilərsə, faylın faktları günü gələndə daxil edilir. O olmadıqda bu gündən iki surət yan-yana gedir: saziş olduğu kimi və qarşıdakı birinci uzadılmadan əvvəl göndərmə müddətinin son günü göndərilmiş bildirişlə; sonda onların fərqi çap edilir.
Xidmət işləmirsə və ya onun Temporal serveri ayrıca bir prosesin vaxtını sürətləndirə bilmirsə, tarixlər yalnız hesablanır və əmr bunu bildirir.`,
    },
    'dev story': {
      brief: 'Məşqi servanda/testing testi kimi çap etmək',
      text: 'Reyestrdəki məşqi test kimi çap edir: təsviri, hər biri öz günündə daxil edilən faktları və sonda vəziyyəti. Onu .test.ts faylı kimi saxlayın: çap edildiyi kimi keçir.',
    },
    replan: {
      brief: 'Qaydalar düzəldildikdən sonra yenidən hesablamaq; taymerlər uyğunlaşır',
      text: 'Açıq sazişləri indiki qaydalarla yenidən hesablayır: taymerlər yeni plana keçir, daha doğru olmayan geri çağırılır və cavabda hansı tarixlərin dəyişdiyi göstərilir. Tarixlərin hesablanmasını düzəldən servanda yeniləməsindən sonra icra edin.',
    },
    diagram: {
      brief: 'Sənədin ömrü Mermaid sxemi kimi',
      text: 'Sazişin, protokolun və ya bildirişin ömrü, sonra nəyin baş verə biləcəyini müəyyən edən avtomat üzrə. GitHub və bir çox redaktorun göstərdiyi Mermaid mətni.',
    },
    completion: {
      brief: 'Əmr örtüyü üçün tamamlama skriptini çıxarmaq',
      text: `Əmrləri, bayraqları, onların məlum qiymətlərini və bu qovluğun reyestrində (SERVANDA_HOME) olan sazişlərin işarələrini tamamlayır. Server lazım deyil. servanda və npx servanda üçün işləyir; hər örtükdə yüklənir:
  bash, ~/.bashrc faylında: source <(npx servanda completion bash)
  zsh, ~/.zshrc faylında: source <(npx servanda completion zsh)`,
    },
    codec: {
      brief: 'Başqa Temporal serverinin interfeysində açıq mətni göstərmək',
      text: `Kodek serveri servanda-nın şifrələdiyini (SERVANDA_KEYS_FILE) bu maşının brauzerindəki Temporal interfeysi və Temporal-ın əmr sətri üçün açır. O, yalnız 127.0.0.1 ünvanında, SERVANDA_CODEC_PORT portunda dinləyir və bir mənbənin səhifələrinə cavab verir. SERVANDA_CODEC_TOKEN verilibsə, hər müraciət edən onu göndərməlidir (Authorization: Bearer …). İnterfeysdə onun ünvanı «codec server» sahəsində göstərilir.
Ona müraciət edə bilən hər şeyi oxuyur. Daxili interfeys üçün up əmri onu özü başladır.`,
    },
    temporal: {
      brief: 'Bu xidmət üçün Temporal-ın öz əmr sətri',
      text: `Temporal-ın öz əmr sətrini (servanda-nın tapdığı və ya yüklədiyi proqramı) sonra göstərilən arqumentlərlə işə salır və onun kodu ilə bitir. Ona ev qovluğunda işləyən xidmətin ünvanı və ad məkanı, yaxud TEMPORAL_ADDRESS və Temporal-ın digər dəyişənlərinin dedikləri verilir; açarlar olduqda (SERVANDA_KEYS_FILE) mətnin açıq görünməsi üçün yalnız bu əmrə aid kodek serveri də verilir. Özünüzün göstərdiyiniz bayraqlar üstündür.
Yalnız arqumentlərdən əvvəlki --home və --language servanda-ya aiddir. Hüquq tələb olunan yerdə sorğu npx servanda identity sign əmrinin əlavə etdiyi hüquqla göndərilir.`,
    },
    'identity issue': {
      brief: 'Vəsiqə vermək: kimə, kimin adından, hansı rollarla',
      text: `Orqanın açarı ilə vəsiqə verir: şəxsin kim olduğunu bildirən token və hər sorğunu imzalayan öz açarı. Ev qovluğunun identities/ içində o, şəxsin adı ilə tapılır; başqa yerdəki SERVANDA_IDENTITY ilə göstərilir. Orada şəxsin bir vəsiqəsi olur: eyni Tərəf və rollar üçün yenidən verilən əvvəlkini əvəz edir; başqaları üçün --replace lazımdır. Eyni görünən adlar bir şəxsin sayılır.

Rollar:
  reader      oxucu: oxuyur, başqalarının layihələrini görmür
  drafter     tərtibçi: Tərəfin bildirişlərini və protokollarını tərtib edir, həmin Tərəfin etdiyini daxil edir
  approver    təsdiqləyən: başqalarının layihələrini təsdiq edir; xitam barədə bildirişləri və Tərəfin qərarlarını daxil edir
  registrar   qeydiyyatçı: hər iki Tərəfin və ya digər Tərəfin etdiyini daxil edir; düzəldir, çıxarır, sazişləri açır, təsvirini dəyişir
  operator    operator: yenidən hesablayır, etibar edilən orqanları göstərir, ləğv edir
  service     xidmət: şəxsin deyil, işçi prosesin rolu`,
    },
    'identity exchange': {
      brief: 'OIDC naşirinin tokenini vəsiqəyə dəyişmək',
      text: 'SERVANDA_OIDC_ISSUER ilə göstərilən naşirin SERVANDA_OIDC_AUDIENCE auditoriyası üçün tokenini naşirin dərc edilmiş açarları ilə yoxlayır və tokenin müddətinə vəsiqə verir. Şəxs SERVANDA_OIDC_PERSON ilə adlandırılan iddiada (sub), Tərəf və rollar servanda iddiasında göstərilir: {"for":"KZ","roles":["drafter"]}.',
    },
    'identity revoke': {
      brief: 'Hüququ dərhal almaq',
      text: 'Bu andan reyestr bu vəsiqə üzrə və ya şəxsə indiyədək verilmiş istənilən vəsiqə üzrə heç nə qəbul etmir: əvvəl imzalanmışı da, birbaşa Temporal-a göndərilmişi də. Operator rolu lazımdır. Bu, reyestrin daimi sətridir; şəxsi yenidən buraxmaq üçün yeni vəsiqə verin.',
    },
    'identity sign': {
      brief: 'Temporal interfeysi və ya əmr sətri üçün sorğunu imzalamaq',
      text: 'Sorğunu ona olan hüquqla birlikdə, prosesin yeniləməsinin və ya başladılmasının qəbul etdiyi JSON şəklində çap edir. Ad – yeniləmənin adıdır (record, correct və strike üçün record), yaxud bildirişi, protokolu, sazişi başlatmaq üçün draft, openProtocol, open. Bir saat, yalnız bu proses və bu sorğu üçün etibarlıdır.',
    },
    'identity list': {
      brief: 'Orqanlar, bu ev qovluğunun vəsiqələri, ləğv edilənlər',
      text: 'Reyestrin etibar etdiyi orqanlar, ev qovluğundakı vəsiqələr və onların rolları, nəyin ləğv edildiyi. Qeydin hansı əsasla daxil edildiyini bilmək üçün: npx servanda agreement show <agreement> --json.',
    },
    'identity authority': {
      brief: 'Vəsiqə verən orqanın açarını yaratmaq',
      text: 'Orqan üçün Ed25519 açarı yaradır. Reyestrdə birincisinə dərhal etibar edilir və bundan sonra hər sorğu etibar edilən orqanın verdiyi vəsiqə üzrə hüquqla birlikdə gəlməlidir; sonrakına operatorun qərarı ilə etibar edilir (identity trust). Öz maşınınızda bunu npx servanda up özü edir. Açar itdikdə --recover istifadə edin: verilənlər bazasının özünə yaza bilən yenisini daxil edir və reyestr bunu həmişəlik saxlayır.',
    },
    'identity trust': {
      brief: 'Orqana etibar etmək və ya etibarı dayandırmaq',
      text: 'Orqanın verdiyi vəsiqələrə etibar edildiyini və ya daha edilmədiyini reyestrə daxil edir. Operator rolu lazımdır; sonuncu orqan qalır. Reyestr bunu dərhal nəzərə alır; xidmət işləyirsə, hər prosesə xəbər verilir və o, bundan sonra nəzərə alır.',
    },
    'calendar new': {
      brief: 'Təqvim proqramının müddətləri göstərdiyi ünvan yaratmaq',
      text: 'Outlook, Thunderbird və ya telefonda abunə olunan təqvimin ünvanını yaradır: növbəti ilin hər müddəti xatırlatması olan bütöv bir gündür və bildirişin göndərilməli olduğu son günə düşür; reyestrlə birlikdə yerini dəyişir, görüləsi iş qalmadıqda üstündən xətt çəkilir. Bütün sazişlər, bir saziş, Tərəfin sazişləri və ya göstərilən əməkdaşa birinci xatırladılan sazişlər üzrə; --language dilində. Ünvan bir dəfə göstərilir: onu bilən hər kəs təqvimi giriş etmədən oxuyur. --desk iş yerinin ünvanıdır.',
    },
    'calendar list': {
      brief: 'Təqvim ünvanlarını göstərmək',
      text: 'Yaradılmış və geri götürülməmiş ünvanlar: hər biri nəyi göstərir, kim və nə vaxt yaradıb. Ünvanın özü saxlanılmır, yalnız onun xeşi saxlanılır.',
    },
    'calendar revoke': {
      brief: 'Təqvimin ünvanını geri götürmək',
      text: 'Ünvan dərhal açılmaz olur. Başqasının yaratdığını operator geri götürür.',
    },
    mcp: {
      brief: 'Model Context Protocol alətləri kimi cavab vermək',
      text: 'Bu protokolla işləyən köməkçilər üçün Model Context Protocol xidmətini standart giriş və çıxış vasitəsilə göstərir: list, standing, timeline, explain, deadlines, ledger, notices və simulate reyestri oxuyur; draft bildirişi başlayır, onu başqa şəxs təsdiq edir. Heç nə göndərilmir və daxil edilmir. Hər cavabda maddələr, təfsirlər və reyestrin başı var.',
    },
    'keys new': {
      brief: 'Şifrələmə və ya imza açarı yaratmaq',
      text: `Yeni təsadüfi açarı SERVANDA_KEYS_FILE ilə göstərilən, yalnız sahibinin oxuya bildiyi fayl üçün id:key sətri kimi çap edir. Birinci sətir şifrələyir, bütün sətirlər şifrəni açır. Açarı əvəz etmək üçün servanda-nın işlədiyi hər yerdə yeni sətri əvvəlkilərin üstünə qoyub yenidən başladın; onların şifrələdiyi oxunsun deyə əvvəlkiləri saxlayın. Açarın işarəsi onun şifrələdiyi hər şeyin yanında açıq saxlanılır.

--signing olduqda: SERVANDA_SIGNING_KEY_FILE ilə göstərilən fayl üçün JWK şəklində Ed25519 açarı. Onunla başlar, arayışlar və ehtiyat nüsxələr imzalanır. Əvəz etdikdən sonra əvvəlki açıq açarı saxlayın: əvvəlki ilə imzalanan yenə onunla yoxlanılır.`,
    },
    'keys public': {
      brief: 'İmza açarının vermək üçün açıq yarısı',
      text: 'SERVANDA_SIGNING_KEY_FILE ilə göstərilən açarın açıq yarısını JWK şəklində çap edir. Onu etibarlı yolla, məsələn nota ilə verin: onunla başları, arayışları və ehtiyat nüsxələri yoxlamaq olar (--public-key), heç nə imzalamaq olmaz.',
    },
    'keys verify': {
      brief: 'Başların və ya arayışın açarla imzalanıb-imzalanmadığını yoxlamaq',
      text: 'Başların (register head --out və ya ehtiyat nüsxənin heads.json faylı), yaxud status haqqında arayışın (certificate --format json) açarla imzalandığını və dəyişmədiyini bildirir; belə deyilsə, bitmə kodu 1. Açıq açarı olan hər kəs reyestr olmadan yoxlaya bilər. Başqa proqramlar da yoxlaya bilər: imza – fayldakı qalan hər şeyin kanonik JSON-una (RFC 8785) ayrıca JWS-dir (RFC 7515, EdDSA).',
    },
  },
  flags: {
    calendarAgreement: 'Yalnız bu saziş',
    calendarParty: 'Yalnız bu Tərəfin sazişləri, məsələn KZ',
    calendarPerson: 'Yalnız bu əməkdaşa birinci xatırladılan sazişlər',
    calendarDesk: 'İş yerinin ünvanı (susmaya görə: verilənlər qovluğundakı xidmətin iş yeri, əks halda http://127.0.0.1:8080)',
    calendarId: 'Təqvimin işarəsi, calendar list göstərdiyi kimi',
    mcpPerson: 'Kim soruşur (susmaya görə: istifadəçi adınız)',
    json: 'Proqramlar üçün JSON çıxarmaq',
    home: 'Reyestrin qovluğu (susmaya görə: SERVANDA_HOME və ya .servanda)',
    asOf: 'Cavab verilən gün, məsələn 2028-02-01 (susmaya görə: bu gün, günün ən gec bitdiyi yerdə)',
    knownOn: 'Göstərilən günə olan məlumata görə cavab vermək: sonradan daxil edilən nəzərə alınmır',
    facts: 'Sazişin faylındakı faktların əvəzinə YAML və ya JSON siyahısı',
    addFacts: 'Sazişin faylındakı faktlara əlavə YAML və ya JSON siyahısı',
    register: 'Yalnız reyestr üzrə cavab vermək',
    yes: 'Yazmazdan əvvəl soruşmamaq',
    enteredBy: 'Kim daxil edir (susmaya görə: istifadəçi adınız)',
    fileOrId: 'Fayl və ya işarə: saziş reyestrdə aparılırsa, reyestrdəki, yoxsa agreements/<id>.yaml',
    file: 'Fayl və ya işarə: onda agreements/<id>.yaml',
    files: 'Fayllar və ya işarələr: onda agreements/<id>.yaml',
    agreement: 'Reyestrdəki sazişin işarəsi',
    agreements: 'Reyestrdəki sazişlər',
    agreementsOrFiles: 'Reyestrdəki sazişlər; --files olduqda – fayllar və ya işarələr',
    newFile: 'Yazılacaq fayl (susmaya görə: <id>.yaml)',
    table: 'Cədvəl',
    instrument: 'agreement (saziş), protocol (protokol) və ya notice (bildiriş)',
    shell: 'Örtük: {shells}',
    type: 'Faktın növü',
    document: 'Sənəd',
    documentId: 'Onun qeydinin işarəsi',
    entry: 'Reyestrindəki qeydin işarəsi',
    identityId: 'Vəsiqənin işarəsi (identity list)',
    workflowId: 'Sorğu göndərilən proses',
    requestName: 'Nə istənilir: yeniləmənin adı, yaxud draft, openProtocol, open',
    ofTemporal: 'Temporal-ın əmr sətrinə verilən',
    publicKeyFile: 'Orqanın açarının açıq hissəsi',
    tokenFile: 'Token olan fayl',
    signedFile: 'İmzası yoxlanılan fayl',
    number: 'Bildirişin nömrəsi',
    protocolId: 'Protokolun işarəsi, məsələn p1',
    newFolder: 'Yaradılacaq qovluq',
    backupFolder: 'Ehtiyat nüsxənin qovluğu',

    importDryRun: 'Yalnız yoxlamaq: heç nə yazılmır, xidmət lazım deyil',
    importRehearsal: 'Cədvəl uydurmadır: təlim nümunələri ilə saxlamaq',
    importReport: 'Hər sətrin nəticəsini ayrıca cədvələ yazmaq',
    importBy: 'Kim yükləyir (susmaya görə: istifadəçi adınız)',
    openBy: 'Kim açır (susmaya görə: istifadəçi adınız)',
    reviseReason: 'Təsvir nə üçün dəyişir',
    reviseBy: 'Kim dəyişir (susmaya görə: istifadəçi adınız)',
    certificateFormat: 'insanlar üçün pdf və ya proqramlar üçün json (susmaya görə: pdf)',
    printLanguage: 'Sənədin dili: kk, az, ru və ya en',
    printFormat: 'imza üçün pdf və ya redaktə üçün docx (susmaya görə: pdf)',
    printOut: 'Hara yazılsın (susmaya görə: öz adı ilə bu qovluqda)',
    within: 'Nə qədər irəli, məsələn P90D, P6M və ya P2Y',
    fromFiles: 'Reyestr üzrə deyil, fayllar üzrə',
    undecided: 'Yalnız qərar qəbul edilməyənlər; belələri varsa, bitmə kodu 1',
    story: 'Uydurma faktlar, YAML və ya JSON siyahısı (bax: docs/rehearsal-2044.yaml)',
    rehearseUntil: 'Hansı günədək (susmaya görə: xitamadək və ya qarşıdakı ikinci uzadılmadan sonra)',
    timelineUntil: 'Göstərilən gün daxil olmaqla düşən hər şeyi sadalamaq',

    byParty: 'Bildirişi göndərən Tərəf, məsələn KZ',
    of: 'Geri götürülən bildiriş və ya razılıq verilən geri götürmə',
    protocol: 'Protokol, məsələn p1',
    entryId: 'Qeydin işarəsi (susmaya görə: növündən, tarixindən və Tərəfdən)',
    on: 'Nə vaxt edilib (hər iki Tərəfin etdiyi)',
    dated: 'Bildirişin üzərindəki tarix',
    dispatched: 'Bildiriş nə vaxt göndərilib',
    received: 'Bildiriş nə vaxt alınıb, alan Tərəfin təqvimi ilə: bu nəzərə alınır',
    namesFirstDayOut: 'Xitam barədə bildirişə görə sazişin qüvvədən düşdüyü gün',
    firstDayOut: 'Razılığa görə sazişin qüvvədən düşdüyü gün',
    date: 'Qüvvəyə minmənin razılaşdırılmış və ya dərc edilmiş tarixi',
    from: 'Dayandırma və ya bərpa hansı gündən (susmaya görə: --on)',
    length: 'Uzadılma hansı müddətə razılaşdırılıb, məsələn P10Y və ya P1Y6M',
    until: 'Uzadılmanın razılaşdırıldığı dövrün son günü',
    changes: 'Protokol nəyi dəyişir, məsələn {"periodLength":"P3Y"}',
    place: 'Harada imzalanıb və ya mübadilə harada olub',
    laterTreaty: 'Sonrakı müqavilə',
    condition: 'Yerinə yetirilmiş şərt, müddəadakı adı ilə',
    oral: 'Şifahi edilib, ona görə nəticəsi yoxdur',
    defect: 'Bildiriş nə üçün etibarsızdır',
    published: 'Tarix dərc edilib, bildirişlərin özü məlum deyil',
    evidence: 'Nə ilə təsdiqlənir: notanın nömrəsi, arxiv işi',
    note: 'Qeyd',
    recorded: 'Bizə nə vaxt məlum olub (susmaya görə: bu gün)',
    recordFile: 'YAML və ya JSON siyahısında faktlar, düzəlişlər və çıxarmalar',
    clear: 'Qiyməti silinən sahə, məsələn dispatched',
    correctReason: 'Nə üçün düzəldilir',
    correctId: 'Düzəlişin işarəsi (susmaya görə: qeyddən və müəyyən ediləndən)',
    strikeReason: 'Nə üçün çıxarılır',
    strikeId: 'Çıxarmanın işarəsi (susmaya görə: k- və qeydin işarəsi)',
    renew: 'Uzadılmasına yol vermək; müddət bitənədək – razılıqla uzatmaq',
    terminate: 'Bildiriş göndərmək',
    negotiate: 'Danışıqlar aparmaq',
    lapse: 'Müddətin bitməsinə yol vermək',
    decidedBy: 'Kim qərar verib',
    decidedOn: 'Hansı əsasla',
    decidedFor: 'Hansı Tərəf üçün qərar verilib (susmaya görə: sazişdə göstərilən, desk.party)',
    acknowledgeBy: 'Kim nəzərə alıb (susmaya görə: istifadəçi adınız)',
    acknowledgeFor: 'Hansı Tərəf üçün (susmaya görə: sazişdə göstərilən, desk.party)',
    replanAll: 'Reyestrdəki bütün sazişlər',

    attachTo: 'Bildirişin nömrəsi, protokol və ya qeydin işarəsi',
    attachPerson: 'Kim əlavə edir (susmaya görə: istifadəçi adınız)',
    listTo: 'Yalnız bildirişin, protokolun və ya qeydin sənədləri',
    saveOut: 'Hara yazılsın',

    authorityOut: 'Yazılacaq fayl (susmaya görə: ev qovluğunda authority.json)',
    recover: 'Operatorsuz etibar etmək: sonuncu orqanın açarı itib',
    reason: 'Nə üçün',
    authorityKey: 'Orqanın açarı (susmaya görə: ev qovluğunda authority.json)',
    identityOut: 'Yazılacaq fayl (susmaya görə: ev qovluğunun identities/ içində)',
    identityReplace: 'Onu həmin şəxsin başqa Tərəf üçün və ya başqa rollarla vəsiqəsinin yerinə qoymaq',
    identityPerson: 'Şəxs',
    identityFor: 'Tərəfin kodu və ya şəxsin adından çıxış etdiyi təşkilat',
    identityRoles: 'Biri və ya bir neçəsi, vergüllə',
    identityDays: 'Neçə günlük (susmaya görə: 365)',
    revokePerson: 'Bu şəxsin indiyədək olan hər vəsiqəsi',
    request: 'Nə istənilir',
    requestFile: 'Sorğu olan fayl',
    requestPerson: 'Kim istəyir (susmaya görə: sorğuda adı olan şəxs)',
    withdraw: 'Daha etibar edilməyən orqanın işarəsi',
    signing: 'İmza üçün açar',
    keyId: 'Adı (susmaya görə: gün; imza açarı üçün RFC 7638 izi)',
    publicKey: 'İmzanın aid olmalı olduğu açıq açar, npx servanda keys public çap etdiyi şəkildə',

    person: 'Bunu kim edir (susmaya görə: istifadəçi adınız)',
    kind: 'Növü: {kinds}',
    noticeBy: 'Bildirişin aid olduğu Tərəf, məsələn KZ',
    noticeProtocol: 'Aid olduğu protokol, məsələn p1',
    noticeOf: 'Geri götürülən xitam bildirişi',
    noticeChanges: 'Təklif olunan protokol nəyi dəyişərdi, məsələn {"periodLength":"P3Y"}',
    subject: 'Nə barədə',
    scope: 'İstənilən rabitə',
    fromDay: 'Hansı gündən',
    untilDay: 'Hansı günədək',
    payer: 'Hansı Tərəf ödəyir',
    organisation: 'Yeni səlahiyyətli orqan',
    replaces: 'Əvəz etdiyi orqan',
    error: 'Mətndəki səhv',
    corrected: 'Necə düzəldilir',
    text: 'Notaya dəyişmədən daxil olan əlavə mətn',
    reference: 'Tərəfin onu göndərdiyi nömrə',
    signer: 'Kim imzalayır',
    signerAuthority: 'Hansı əsasla imzalayır: səlahiyyət və ya vəzifə',
    channel: 'Göndərmə üsulu: {channels} (susmaya görə: diplomaticNote)',
    noticeNumber: 'Bildirişin aparıldığı nömrə (susmaya görə: ilin növbətisi)',
    leftOn: 'Nə vaxt göndərilib (hər iki Tərəfdə eyni gündürsə, susmaya görə: bu gün)',
    noteDated: 'Notanın üzərindəki tarix',
    noteReference: 'Notanın nömrəsi',
    arrivedOn: 'Nə vaxt alınıb, bizim təqvimlə',
    itsDate: 'Üzərindəki tarix',
    itsDispatch: 'Nə vaxt göndərilib',
    wasOral: 'Şifahi edilib',
    accept: 'Bu, bildirişdir',
    defective: 'Nə üçün bildiriş deyil: imzalanmayıb, səlahiyyət yoxdur',
    all: 'Bitənlər də',
    rehearsals: 'Təlim nümunələri də; adı çəkilən hər halda göstərilir',
    recallReason: 'Nə üçün qaytarılır',
    receivedOn: 'Nə vaxt alınıb, alan Tərəfin təqvimi ilə',
    receiptEvidence: 'Alınması nə ilə təsdiqlənir',
    returnReason: 'Nə üçün geri qayıdıb',
    dryRun: 'Bu gün göndərilsəydi nəticələrini də göstərmək',

    abandonedOn: 'Protokoldan imtina edildiyi gün',
    agreedOn: 'Razılaşdırıldığı gün',
    proof: 'Nə ilə təsdiqlənir',
    proposedBy: 'Təklif edən Tərəf, məsələn KZ',
    proposalReceived: 'Digər Tərəf təklifi nə vaxt alıb',
    proposalDated: 'Təklifin üzərindəki tarix',
    title: 'Adı',
    protocolChanges: 'Nəyi dəyişir, məsələn {"periodLength":"P3Y","noticeBefore":"P3M"}',
    signedOn: 'İmzalanma günü',
    signedAt: 'Yeri',
    textLanguage: 'Autentik dil, məsələn ru',

    repair: 'Fərqli olanı reyestrə uyğunlaşdırmaq',
    headAgreement: 'Bu sazişin başı da',
    headOut: 'Bu fayla da JSON şəklində yazmaq',
    rebuildDryRun: 'Yalnız nəyin başladılacağını demək',
    keptHead: 'Başqa yerdə saxlanmış başlar, register head --out yazdığı şəkildə',
    origin: 'Temporal interfeysi haradadır (susmaya görə: işləyən up əmrininki)',
    agreementsFolder: 'Açılan sazişlərin qovluğu (susmaya görə: servanda içində agreements/)',
  },
};
