/** What workflows report when no activity answers, in Kazakh. */
import type { InTroubleMessages } from './messages.ts';

export const fallbackMessage: InTroubleMessages = {
  registerSilent: 'Тізілім {since} UTC бері жауап бермейді: {why}',
  waitsForIt: 'Сұраулар оның жауабын күтеді. Әр әрекет және оның сәтсіздік себебі Pending Activities бөлімінде көрсетілген.',
  noAnswer: 'уақытында жауап болмады',
  cancelled:
    'Болдырмау сұралды, бірақ ол орындалмайды: бұл процесс құқық белгілеген күндерді бақылайды. Қателесіп енгізілген жазба алып тасталады (npx servanda strike), хабарлама алынғанға дейін қайтарылады, хаттамадан бас тартылады. Мәжбүрлеп аяқталған (terminate) процесс тізілім бойынша қайта іске қосылады.',
  cancellationIgnored: 'Болдырмау орындалмайды: User Metadata бөлімін қараңыз',
  opening: 'Процесс ашылып жатыр; сәлден кейін қайта сұраңыз.',
  notSigned:
    'Рұқсат етілмейді: сұрауда құқық жоқ. Оған өз куәлігіңізбен қол қойып, шыққан мәтінді жіберіңіз: npx servanda identity sign {workflow} {name} --request JSON (куәлікті оператор береді: npx servanda identity issue). Ештеңе жазылған жоқ.',
  delivers:
    '**{agreement} келісімі бойынша хаттарды жеткізеді**: еске салулар, хабарландырулар, түзетулер. Хат қалмағанда аяқталады; не жеткізілгенін npx servanda deliveries көрсетеді.',
  toldAgain: 'Қайта хабарлау: {workflow}',
  notTold: '{workflow} процесіне хабарлау мүмкін болмады: {why}.',
  triedAgain: 'Тағы әрекет жасалады.',
  leftToReconciliation: 'Тізіліммен салыстыру кезінде хабарланады.',
};
