/** Differences between workflows and the register, in Kazakh. */
import type { DifferenceMessages } from './messages.ts';

export const differences: DifferenceMessages = {
  differences: {
    noWorkflow: 'Процесс іске қосылмаған.',
    draftNotBegun: 'Процесс іске қосылмаған, ал хабарлама беру туралы шешім осы жобаны талап етеді.',
    lettersNotCarried: 'Жіберілмеген хаттар: {letters}. Жеткізу процесі іске қосылмаған.',
    stillRuns: 'Процесс жұмыс істеп тұр, бірақ тізілім бойынша бәрі аяқталған.',
    noProgress:
      'Процесс ілгерілемейді: оның тапсырмасын орындау әрекеті – {attempt}-ші. Себебі жұмыс процесінің журналында және Temporal интерфейсінде көрсетілген.',
    ofOthers: 'Процесс servanda бағдарламасына тиесілі емес {queue} кезегінде жұмыс істейді: оны басқа біреу іске қосқан.',
    notTaken: '{since} уақытынан бері оның тапсырмасын бірде-бір жұмыс процесі алған жоқ. Жұмыс процесінің іске қосылғанын тексеріңіз.',
    noAnswer: 'Процесс жауап бермейді. Жұмыс процесінің журналын қараңыз.',
    otherValue: '{name}: {found}; тізілім бойынша: {expected}.',
    timerMoved: '«{summary}» таймері {due} емес, {fires} іске қосылады.',
    timerMissing: '«{summary}» таймері жоқ ({name}, {due}).',
    timerUnneeded: '«{summary}» таймері ({fires}) негізсіз қойылған.',
    notInOutbox: 'Әрекет тізілімде белгіленбеген: {act}',
    notWithdrawn: 'Әрекет кері қайтарылмаған: {act}',
    letterFailing:
      'Хат ({on}, «{about}») {since} уақытынан бері қабылданбай тұр: {recipient}, {way, select, email {электрондық поштамен} other {вебхукпен}}. Әрекет саны: {tries}, соңғы жауап: «{said}». {next, select, none {Қазір кезекті әрекет жасалуда} other {Келесі әрекет: {next}}}; соңғы мерзімі: {until}.',
    notCompared: 'Салыстыру мүмкін болмады. {why}',
  },
  names: {
    law: 'ережелердің нұсқасы',
    description: 'сипаттама',
    status: 'мәртебесі',
    entryIntoForce: 'күшіне енуі',
    period: 'кезең',
    lastDayInForce: 'күшіндегі соңғы күн',
    underNotice: 'тоқтату туралы хабарлама берілген',
    within: 'тек шектері белгілі',
    noticeState: 'жай-күйі',
    safeDay: 'қауіпсіз күн',
    sendByDay: 'жіберудің соңғы күні',
    follows: 'салдары',
    protocolState: 'жай-күйі',
    missing: 'жетіспейді',
  },
  values: {
    nothing: 'ештеңе',
    none: 'жоқ',
    yes: 'иә',
    no: 'жоқ',
    period:
      '{number}-кезең, {firstDay} – {lastDay}, хабарламаның соңғы күні: {lastDayForNotice, select, none {жоқ} other {{lastDayForNotice}}}, қауіпсіз күн: {safe, select, none {жоқ} other {{safe}}}',
    within:
      '{statuses}, күшіне енуі: {notBefore, select, none {анықталмаған} other {{notBefore} – {notAfter}}}, қауіпсіз күн: {safe, select, none {жоқ} other {{safe}}}',
  },
  repairs: {
    ended: 'ілгерілемегендіктен тоқтатылды.',
    started: 'тізілім бойынша қайта іске қосылды.',
    toldAgain: 'қайта тексеруге нұсқау берілді.',
    foldedAgain: 'қайта есептелді; {moved, select, none {өз жоспарының күндері жылжыған жоқ} other {{moved}}}.',
    nothing: 'ештеңе жасалған жоқ: процесс жауап бермейді.',
    waits: 'ештеңе жасалған жоқ: хаттар автоматты түрде қайта жіберіледі.',
    notEnded: 'тоқтату мүмкін болмады. {why}',
    notStarted: 'іске қосу мүмкін болмады. {why}',
    notTold: 'нұсқау беру мүмкін болмады. {why}',
    unanswered: '{why}',
  },
  failures: {
    noAnswer:
      '{workflowId} процесі іске қосылды, бірақ {seconds} с бойы жауап бермейді. Жұмыс процесінің іске қосылғанын (npx servanda up немесе npx servanda worker) және журналын тексеріңіз. Сұрау әлі орындалуы мүмкін; команданы қайталау қауіпсіз.',
    denied:
      'Temporal сервері бұған рұқсат бермейді («{why}»). Сұраушының тіркелу деректерін және олардың аттар кеңістігіндегі құқықтарын тексеріңіз.',
    other: '{said}',
  },
  terminated: 'Процесс ілгерілемеді немесе servanda бағдарламасына тиесілі болмады; ол тізілім бойынша қайта іске қосылады.',
};
