// The sentences of what the check finds in approval schemas, in the words of the screen: a node is a step, a route an arrow.
import type { FindingTexts } from '../../../schemas/finding.ts'
import { absent, en, meantEn, meantRo, plain, ro } from '../check-words.ts'

export const approvalFindingTexts: FindingTexts = {
  'unknown-node': absent(
    (found) => `No step ${found} exists in this approval schema.`,
    (found) => `În această schemă de aprobare nu există pasul ${found}.`,
  ),
  'unknown-fork': absent(
    (found) => `No step ${found} exists at which ways part.`,
    (found) => `Nu există pasul ${found}, la care drumurile se despart.`,
  ),
  'unknown-action': absent(
    (found) => `No button ${found} exists here.`,
    (found) => `Aici nu există butonul ${found}.`,
  ),
  'unknown-outcome': {
    en: ({ found, node, didYouMean }) => `Nothing that comes of ${en(node)} is called ${en(found)}.${meantEn(didYouMean)}`,
    ro: ({ found, node, didYouMean }) => `Din ${ro(node)} nu rezultă nimic cu numele ${ro(found)}.${meantRo(didYouMean)}`,
  },
  'node-in-itself': {
    en: ({ node }) => `The step ${en(node)} lies inside itself.`,
    ro: ({ node }) => `Pasul ${ro(node)} se află în el însuși.`,
  },
  'join-not-beside-fork': {
    en: ({ join, fork }) => `The ways that part at ${en(fork)} must meet beside it; ${en(join)} lies in another place.`,
    ro: ({ join, fork }) =>
      `Drumurile care se despart la ${ro(fork)} trebuie să se întâlnească lângă el; ${ro(join)} se află în altă parte.`,
  },
  'fork-without-join': {
    en: ({ fork }) => `The ways that part at ${en(fork)} never meet again: a step that waits for them is missing.`,
    ro: ({ fork }) => `Drumurile care se despart la ${ro(fork)} nu se mai întâlnesc: lipsește pasul care le așteaptă.`,
  },
  'fork-with-two-joins': {
    en: ({ fork, joins }) => `The ways that part at ${en(fork)} meet in several steps: ${en(joins)}. Keep one.`,
    ro: ({ fork, joins }) => `Drumurile care se despart la ${ro(fork)} se întâlnesc în mai mulți pași: ${ro(joins)}. Păstrează unul.`,
  },
  'bar-of-no-stage': {
    en: ({ node }) => `${en(node)} is no stage, so it cannot stand on the bar.`,
    ro: ({ node }) => `${ro(node)} nu este o etapă, deci nu poate sta pe bară.`,
  },
  'join-from-outside': {
    en: ({ from, join, fork }) =>
      `The arrow from ${en(from)} leads to ${en(join)}, which waits only for the ways that part at ${en(fork)}.`,
    ro: ({ from, join, fork }) =>
      `Săgeata de la ${ro(from)} duce la ${ro(join)}, care așteaptă doar drumurile ce se despart la ${ro(fork)}.`,
  },
  'branch-begins-outside': {
    en: ({ fork, node }) => `The arrow from ${en(fork)} must lead to a step inside its block; ${en(node)} lies outside.`,
    ro: ({ fork, node }) => `Săgeata de la ${ro(fork)} trebuie să ducă la un pas din blocul lui; ${ro(node)} se află în afară.`,
  },
  'block-entered-twice': {
    en: ({ fork, nodes }) =>
      `The block of ${en(fork)} is entered from outside at several steps: ${en(nodes)}. Enter it at one, or by ${en(fork)}.`,
    ro: ({ fork, nodes }) =>
      `În blocul lui ${ro(fork)} se intră din afară la mai mulți pași: ${ro(nodes)}. Intră la unul singur sau prin ${ro(fork)}.`,
  },
  'each-entered-inside': {
    en: ({ fork, nodes }) =>
      `The block of ${en(fork)} is made for each item, so it is entered only by ${en(fork)} and not at ${en(nodes)}.`,
    ro: ({ fork, nodes }) => `Blocul lui ${ro(fork)} se face pentru fiecare rând, deci se intră doar prin ${ro(fork)}, nu la ${ro(nodes)}.`,
  },
  'unreachable-node': {
    en: ({ node }) => `No document ever comes to ${en(node)}: no arrow leads here.`,
    ro: ({ node }) => `Niciun document nu ajunge la ${ro(node)}: nicio săgeată nu duce aici.`,
  },
  'no-way-to-end': {
    en: ({ node }) => `A document that comes to ${en(node)} can never come to an end.`,
    ro: ({ node }) => `Un document ajuns la ${ro(node)} nu se mai poate încheia.`,
  },
  'no-way-to-join': {
    en: ({ node, fork }) => `What comes to ${en(node)} can never finish its part of ${en(fork)}.`,
    ro: ({ node, fork }) => `Ce ajunge la ${ro(node)} nu își mai poate încheia partea din ${ro(fork)}.`,
  },
  'only-leads-out': {
    en: ({ node, fork }) => `From ${en(node)} every way leads out of the block of ${en(fork)}. Move it out of the block.`,
    ro: ({ node, fork }) => `De la ${ro(node)}, toate drumurile ies din blocul lui ${ro(fork)}. Mută-l în afara blocului.`,
  },
  'join-without-route': {
    en: ({ join }) => `When all that it waits for has come, ${en(join)} has no arrow to go on by.`,
    ro: ({ join }) => `După ce a sosit tot ce așteaptă, ${ro(join)} nu are nicio săgeată pe care să continue.`,
  },
  'join-without-unreached': {
    en: ({ join }) => `It can happen that ${en(join)} waits in vain. Draw an arrow "not reached" from it.`,
    ro: ({ join }) => `Se poate întâmpla ca ${ro(join)} să aștepte în zadar. Desenează de la el o săgeată „nu s-a întrunit”.`,
  },
  'join-never-met': {
    en: ({ join, fork }) => `${en(join)} waits for more than the ways from ${en(fork)} can bring.`,
    ro: ({ join, fork }) => `${ro(join)} așteaptă mai mult decât pot aduce drumurile de la ${ro(fork)}.`,
  },
  'join-always-met': {
    en: ({ join }) => `The arrow "not reached" of ${en(join)} is never taken.`,
    ro: ({ join }) => `Săgeata „nu s-a întrunit” de la ${ro(join)} nu este urmată niciodată.`,
  },
  'block-passed-at-once': {
    en: ({ fork, join }) => `${en(fork)} goes on at once: enough ways to ${en(join)} ask nobody, so the others never have their turn.`,
    ro: ({ fork, join }) =>
      `${ro(fork)} trece mai departe imediat: destule drumuri până la ${ro(join)} nu întreabă pe nimeni, așa că celelalte nu ajung niciodată la rând.`,
  },
  'circle-by-itself': {
    en: ({ nodes }) => `This goes round in a circle with nobody to stop it: ${en(nodes)}.`,
    ro: ({ nodes }) => `Drumul se învârte în cerc, fără ca cineva să îl oprească: ${ro(nodes)}.`,
  },
  'too-many-steps': {
    en: ({ node, most }) => `From ${en(node)} on, more than ${most} steps follow each other with nobody asked.`,
    ro: ({ node, most }) => `De la ${ro(node)} urmează peste ${most} de pași unul după altul, fără ca cineva să fie întrebat.`,
  },
  'passed-not-parallel': {
    en: ({ passed }) => `It waits for ${en(passed)}, which does not lie on a way beside it.`,
    ro: ({ passed }) => `Așteaptă pasul ${ro(passed)}, care nu se află pe un drum paralel.`,
  },
  'passed-not-certain': {
    en: ({ passed }) => `It waits for ${en(passed)}, which its way may pass by: then it would wait for ever.`,
    ro: ({ passed }) => `Așteaptă pasul ${ro(passed)}, pe care drumul lui îl poate ocoli: atunci ar aștepta la nesfârșit.`,
  },
  'waits-in-a-circle': plain(
    'Two ways wait for each other here, and neither goes on.',
    'Aici două drumuri se așteaptă unul pe altul și niciunul nu continuă.',
  ),
  'nothing-wakes': plain('Nothing ever changes what it waits for.', 'Nimic nu schimbă vreodată condiția pe care o așteaptă.'),
  'outcome-without-route': {
    en: ({ node, outcome }) => `No arrow says where ${en(outcome)} leads from ${en(node)}.`,
    ro: ({ node, outcome }) => `Nicio săgeată nu spune unde duce ${ro(outcome)} de la ${ro(node)}.`,
  },
  'outcome-without-otherwise': {
    en: ({ node, outcome }) => `All arrows for ${en(outcome)} from ${en(node)} have a condition; one "otherwise" is missing.`,
    ro: ({ node, outcome }) => `Toate săgețile pentru ${ro(outcome)} de la ${ro(node)} au o condiție; lipsește una „altfel”.`,
  },
  'decision-without-otherwise': {
    en: ({ node }) => `${en(node)} has no arrow "otherwise": where no condition holds, the document has nowhere to go.`,
    ro: ({ node }) => `${ro(node)} nu are o săgeată „altfel”: dacă nicio condiție nu este îndeplinită, documentul nu are unde merge.`,
  },
  'fork-without-otherwise': {
    en: ({ node }) => `It can happen that ${en(node)} starts nothing. Draw an arrow "otherwise" from it.`,
    ro: ({ node }) => `Se poate întâmpla ca ${ro(node)} să nu pornească nimic. Desenează de la el o săgeată „altfel”.`,
  },
  'fork-starts-nothing': {
    en: ({ node }) => `No arrow leads from ${en(node)}.`,
    ro: ({ node }) => `De la ${ro(node)} nu pleacă nicio săgeată.`,
  },
  'route-without-when': {
    en: ({ from, to }) => `The arrow from ${en(from)} to ${en(to)} needs a condition, or to be the one "otherwise".`,
    ro: ({ from, to }) => `Săgeata de la ${ro(from)} la ${ro(to)} are nevoie de o condiție sau trebuie să fie cea „altfel”.`,
  },
  'route-without-outcome': {
    en: ({ from, to }) => `The arrow from ${en(from)} to ${en(to)} does not say on which decision it is taken.`,
    ro: ({ from, to }) => `Săgeata de la ${ro(from)} la ${ro(to)} nu spune la ce decizie se urmează.`,
  },
  'route-from-end': {
    en: ({ from }) => `Nothing leads on from ${en(from)}: there the document ends.`,
    ro: ({ from }) => `De la ${ro(from)} nu se mai merge nicăieri: acolo documentul se încheie.`,
  },
  'otherwise-with-when': {
    en: ({ from, to }) => `The arrow "otherwise" from ${en(from)} to ${en(to)} cannot have a condition too.`,
    ro: ({ from, to }) => `Săgeata „altfel” de la ${ro(from)} la ${ro(to)} nu poate avea și o condiție.`,
  },
  'at-most-without-then': {
    en: ({ from, to }) => `The arrow from ${en(from)} to ${en(to)} says how often or where to after that, and needs both.`,
    ro: ({ from, to }) => `Săgeata de la ${ro(from)} la ${ro(to)} spune de câte ori sau încotro după aceea și are nevoie de amândouă.`,
  },
  'second-route': {
    en: ({ from, to }) => `The arrow from ${en(from)} to ${en(to)} is never taken: one before it always is.`,
    ro: ({ from, to }) => `Săgeata de la ${ro(from)} la ${ro(to)} nu este urmată niciodată: o ia înainte alta, fără condiție.`,
  },
  'action-without-who': {
    en: ({ action }) => `Nobody is named who may press ${en(action)}.`,
    ro: ({ action }) => `Nu este numit nimeni care poate apăsa ${ro(action)}.`,
  },
  'action-of-nobody': {
    en: ({ action }) => `${en(action)} is left to a deadline, and no deadline here chooses it.`,
    ro: ({ action }) => `${ro(action)} este lăsat în seama unui termen, dar niciun termen de aici nu îl alege.`,
  },
  'who-is-asked': {
    en: ({ action }) => `Whoever is asked may press ${en(action)}; the people named here are not looked at.`,
    ro: ({ action }) => `${ro(action)} îl apasă cine este întrebat; persoanele numite aici nu contează.`,
  },
  'nothing-counts-for': {
    en: ({ node }) => `No decision at ${en(node)} counts as a yes, so it can never be approved.`,
    ro: ({ node }) => `La ${ro(node)} nicio decizie nu contează ca acord, deci nu se poate aproba niciodată.`,
  },
  'lead-missing': {
    en: ({ node }) => `${en(node)} is done when the responsible one reports, and no line says who that is.`,
    ro: ({ node }) => `${ro(node)} se încheie când raportează responsabilul, dar niciun rând nu spune cine este acesta.`,
  },
  'lead-last-without-lead': {
    en: ({ node }) => `${en(node)} asks the responsible one last, and has no rule that speaks of one.`,
    ro: ({ node }) => `${ro(node)} întreabă responsabilul la urmă, dar regula lui nu vorbește despre un responsabil.`,
  },
  'nobody-to-ask': {
    en: ({ node, line }) => `The line ${en(line)} of ${en(node)} finds nobody on this site whom it may ask.`,
    ro: ({ node, line }) => `Rândul ${ro(line)} de la ${ro(node)} nu găsește pe nimeni din acest birou pe care să îl întrebe.`,
  },
  'nobody-to-ask-for-some': {
    en: ({ node, line, authors }) => `The line ${en(line)} of ${en(node)} finds nobody to ask when the author is ${en(authors)}.`,
    ro: ({ node, line, authors }) => `Rândul ${ro(line)} de la ${ro(node)} nu găsește pe nimeni când autorul este ${ro(authors)}.`,
  },
  'as-without-each': {
    en: ({ node }) => `${en(node)} names an item, and makes nothing for each item of a list.`,
    ro: ({ node }) => `${ro(node)} dă nume unui rând, dar nu face nimic pentru fiecare rând al unei liste.`,
  },
  'each-of-no-list': {
    en: ({ field }) => `${en(field)} is no list and no table.`,
    ro: ({ field }) => `${ro(field)} nu este nici listă, nici tabel.`,
  },
  'each-of-no-table': {
    en: ({ field }) => `${en(field)} is no table.`,
    ro: ({ field }) => `${ro(field)} nu este un tabel.`,
  },
  'edit-of-calculated': {
    en: ({ field }) => `${en(field)} is calculated, so nobody can fill it in.`,
    ro: ({ field }) => `${ro(field)} se calculează, deci nu îl poate completa nimeni.`,
  },
  'edit-of-retired': {
    en: ({ field }) => `${en(field)} is out of use.`,
    ro: ({ field }) => `${ro(field)} nu mai este folosit.`,
  },
  'set-of-calculated': {
    en: ({ field }) => `${en(field)} is calculated, so it cannot be set.`,
    ro: ({ field }) => `${ro(field)} se calculează, deci nu poate primi altă valoare.`,
  },
  'register-without-number': {
    en: ({ type }) => `This gives a number, and ${en(type)} does not say what its numbers look like.`,
    ro: ({ type }) => `Aici se dă un număr, dar ${ro(type)} nu spune cum arată numerele.`,
  },
  'schema-unused': plain('No document type travels this approval schema.', 'Niciun tip de document nu urmează această schemă de aprobare.'),
  'not-in-a-reminder': {
    en: ({ key }) => `A reminder only tells people: ${en(key)} belongs to a deadline.`,
    ro: ({ key }) => `Un memento doar anunță: ${ro(key)} ține de un termen.`,
  },
}
