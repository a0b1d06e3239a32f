// The sentences of what the check finds in document types, reminders, directories and audiences.
import type { FindingTexts } from '../../../schemas/finding.ts'
import { absent, en, meantEn, meantRo, plain, ro } from '../check-words.ts'

const notYetEn: Readonly<Record<string, string>> = {
  paper: 'Paper copies',
  missing: 'Expected documents',
  expects: 'Expected documents',
  conversion: 'Creating other documents from this one',
  convert: 'Creating other documents from this one',
  twins: 'Looking for cards that mean the same',
  activity: 'Activities',
  activities: 'Activities',
  'print-form': 'Print forms',
  print: 'Print forms',
  'hand-over': 'Handing over paper copies',
  absence: 'Noting an absence',
  'reminder-does': 'Doing something by itself in a reminder',
  'by-webhook': 'Sending a notice to another program',
  guest: 'Asking people from outside',
  'recorded-by': 'Writing down the answer of people from outside',
  'readers-of': 'Naming the readers of another document',
  'path-through-back': 'Naming fields of the documents that point here',
  file: 'Fields for files',
  files: 'Lists of files',
  signature: 'Fields for signatures',
}
const notYetRo: Readonly<Record<string, string>> = {
  paper: 'Exemplarele pe hârtie',
  missing: 'Documentele așteptate',
  expects: 'Documentele așteptate',
  conversion: 'Crearea altor documente din acesta',
  convert: 'Crearea altor documente din acesta',
  twins: 'Căutarea fișelor cu același înțeles',
  activity: 'Activitățile',
  activities: 'Activitățile',
  'print-form': 'Formularele tipărite',
  print: 'Formularele tipărite',
  'hand-over': 'Predarea exemplarelor pe hârtie',
  absence: 'Notarea unei absențe',
  'reminder-does': 'Ceva făcut automat de un memento',
  'by-webhook': 'Trimiterea unei notificări către alt program',
  guest: 'Întrebarea celor din afara biroului',
  'recorded-by': 'Notarea răspunsului celor din afara biroului',
  'readers-of': 'Numirea cititorilor altui document',
  'path-through-back': 'Numirea câmpurilor documentelor care trimit aici',
  file: 'Câmpurile pentru fișiere',
  files: 'Listele de fișiere',
  signature: 'Câmpurile pentru semnături',
}

export const cardFindingTexts: FindingTexts = {
  'not-supported-yet': {
    en: ({ what }) => `${notYetEn[String(what)] ?? en(what)}: not supported yet.`,
    ro: ({ what }) => `${notYetRo[String(what)] ?? ro(what)}: încă nu se poate.`,
  },
  'unknown-field': {
    en: ({ found, name, type, didYouMean }) =>
      `${en(found)} leads nowhere: ${en(name)} does not exist in ${en(type)}.${meantEn(didYouMean)}`,
    ro: ({ found, name, type, didYouMean }) => `${ro(found)} nu duce nicăieri: ${ro(name)} nu există în ${ro(type)}.${meantRo(didYouMean)}`,
  },
  'unknown-type': absent(
    (found) => `No document type ${found} exists.`,
    (found) => `Nu există tipul de document ${found}.`,
  ),
  'unknown-schema': absent(
    (found) => `No approval schema ${found} exists.`,
    (found) => `Nu există schema de aprobare ${found}.`,
  ),
  'unknown-directory': absent(
    (found) => `No list of choices ${found} exists.`,
    (found) => `Nu există nomenclatorul ${found}.`,
  ),
  'unknown-item': absent(
    (found) => `The list has no choice ${found}.`,
    (found) => `În listă nu există ${found}.`,
  ),
  'unknown-status': absent(
    (found) => `The document type has no status ${found}.`,
    (found) => `Tipul de document nu are starea ${found}.`,
  ),
  'unknown-table': absent(
    (found) => `No table ${found} exists here.`,
    (found) => `Aici nu există tabelul ${found}.`,
  ),
  'unknown-rollup': absent(
    (found) => `There is no table ${found} here, and no document points here under this name.`,
    (found) => `Aici nu există tabelul ${found} și niciun document nu trimite aici sub acest nume.`,
  ),
  'unknown-back': absent(
    (found) => `No document points here as ${found}.`,
    (found) => `Niciun document nu trimite aici ca ${found}.`,
  ),
  'unknown-conversion': absent(
    (found) => `No ${found} exists among what can be created.`,
    (found) => `Nu există ${found} printre cele ce se pot crea.`,
  ),
  'unknown-paper': absent(
    (found) => `No paper copy ${found} exists.`,
    (found) => `Nu există exemplarul pe hârtie ${found}.`,
  ),
  'webhook-without-address': absent(
    (found) => `The webhook ${found} has no address here, so nothing would be sent. An administrator gives it one.`,
    (found) => `Webhook-ul ${found} nu are aici o adresă, deci nu s-ar trimite nimic. Un administrator i-o dă.`,
  ),
  'unknown-person': absent(
    (found) => `No person ${found} exists on this site.`,
    (found) => `În acest birou nu există persoana ${found}.`,
  ),
  'unknown-role': absent(
    (found) => `No role ${found} exists on this site.`,
    (found) => `În acest birou nu există rolul ${found}.`,
  ),
  'unknown-group': absent(
    (found) => `No group ${found} exists on this site.`,
    (found) => `În acest birou nu există grupul ${found}.`,
  ),
  'unknown-department': absent(
    (found) => `No department ${found} exists on this site.`,
    (found) => `În acest birou nu există departamentul ${found}.`,
  ),
  'nobody-has-role': {
    en: ({ role }) => `Nobody has the role ${en(role)} now.`,
    ro: ({ role }) => `Acum nimeni nu are rolul ${ro(role)}.`,
  },
  'nobody-in-group': { en: ({ group }) => `The group ${en(group)} is empty now.`, ro: ({ group }) => `Grupul ${ro(group)} este gol acum.` },
  'nobody-in-department': {
    en: ({ department }) => `The department ${en(department)} is empty now.`,
    ro: ({ department }) => `Departamentul ${ro(department)} este gol acum.`,
  },
  'nobody-there': {
    en: ({ who }) =>
      who === 'assignee'
        ? 'Nobody is asked here, so whoever is asked names nobody.'
        : 'Nobody looks on here, so whoever looks names nobody.',
    ro: ({ who }) =>
      who === 'assignee'
        ? 'Aici nu este întrebat nimeni, deci cel întrebat nu numește pe nimeni.'
        : 'Aici nu privește nimeni, deci cel care privește nu numește pe nimeni.',
  },
  'nobody-is-asked': {
    en: ({ type }) => `Nobody is ever asked about ${en(type)}: it has no approval schema.`,
    ro: ({ type }) => `Despre ${ro(type)} nu este întrebat nimeni: nu are schemă de aprobare.`,
  },
  'node-in-rule': {
    en: ({ node }) => `Only an approval schema may speak of its steps, such as ${en(node)}; elsewhere name statuses.`,
    ro: ({ node }) => `Doar schema de aprobare poate vorbi despre pașii ei, ca ${ro(node)}; în alte locuri numește stări.`,
  },
  'field-of-no-person': {
    en: ({ field }) => `${en(field)} holds neither a person nor a department.`,
    ro: ({ field }) => `${ro(field)} nu conține nici o persoană, nici un departament.`,
  },
  'confidential-in-text': {
    en: ({ field }) => `${en(field)} is confidential and would go out with this.`,
    ro: ({ field }) => `${ro(field)} este confidențial și ar ieși odată cu acest text.`,
  },
  'hidden-in-title': {
    en: ({ field }) => `Every reader sees the title, and only some may see ${en(field)}.`,
    ro: ({ field }) => `Titlul îl văd toți cititorii, iar ${ro(field)} îl pot vedea doar unii.`,
  },
  'hidden-in-text': {
    en: ({ field }) => `Only some may see ${en(field)}, so its place stays empty in this text.`,
    ro: ({ field }) => `${ro(field)} îl pot vedea doar unii, deci locul lui rămâne gol în acest text.`,
  },
  'hidden-is-searched': {
    en: ({ field }) => `${en(field)} is hidden from some readers, so its words cannot be found by search.`,
    ro: ({ field }) => `${ro(field)} este ascuns unor cititori, deci cuvintele lui nu pot fi găsite la căutare.`,
  },
  'formula-circle': {
    en: ({ fields }) => `These are calculated from each other: ${en(fields)}.`,
    ro: ({ fields }) => `Acestea se calculează unul din altul: ${ro(fields)}.`,
  },
  'formula-reads-too-far': {
    en: ({ path }) => `A calculated field reads its own card and one link away; ${en(path)} lies further.`,
    ro: ({ path }) => `Un câmp calculat citește fișa proprie și cel mult o legătură mai departe; ${ro(path)} este prea departe.`,
  },
  'clock-is-kept': {
    en: ({ field }) => `${en(field)} changes with the clock or with whoever looks, so it cannot be searched, unique or added up.`,
    ro: ({ field }) => `${ro(field)} se schimbă cu ceasul sau cu cel care privește, deci nu poate fi căutat, unic sau totalizat.`,
  },
  'filter-by-clock': {
    en: ({ field }) => `${en(field)} changes with the clock, so a list cannot be filtered by it.`,
    ro: ({ field }) => `${ro(field)} se schimbă cu ceasul, deci o listă nu poate fi filtrată după el.`,
  },
  'not-filterable': {
    en: ({ at }) => `A list cannot be filtered by ${en(at)}: only comparisons, "and", "or", "not", "in", "between", "starts with".`,
    ro: ({ at }) => `O listă nu poate fi filtrată după ${ro(at)}: doar comparații, „and”, „or”, „not”, „in”, „between”, „starts with”.`,
  },
  'step-in-rule': plain('No rule may speak of the step; name the status.', 'Nicio regulă nu poate vorbi despre pas; numește starea.'),
  'copy-of-no-link': {
    en: ({ found }) => `${en(found)} takes nothing over: it must begin with a link.`,
    ro: ({ found }) => `${ro(found)} nu preia nimic: trebuie să înceapă cu o legătură.`,
  },
  'copy-of-another-type': {
    en: ({ path, found, expected }) => `${en(path)} is of the kind ${en(found)}, this field of the kind ${en(expected)}.`,
    ro: ({ path, found, expected }) => `${ro(path)} este de felul ${ro(found)}, iar acest câmp de felul ${ro(expected)}.`,
  },
  'from-is-in-use': {
    en: ({ field }) => `This takes over from ${en(field)}, which is still in use: retire it.`,
    ro: ({ field }) => `Preia valorile de la ${ro(field)}, care este încă folosit: scoate-l din uz.`,
  },
  'from-of-calculated': {
    en: ({ field }) => `${en(field)} is calculated and takes nothing over.`,
    ro: ({ field }) => `${ro(field)} se calculează și nu preia nimic.`,
  },
  'min-above-max': {
    en: ({ min, max }) => `The smallest value, ${min}, is above the largest, ${max}.`,
    ro: ({ min, max }) => `Valoarea minimă, ${min}, este peste cea maximă, ${max}.`,
  },
  'pattern-not-supported': {
    en: ({ found }) => `The pattern ${en(found)} cannot be tested quickly enough, or cannot be read.`,
    ro: ({ found }) => `Modelul ${ro(found)} nu poate fi verificat destul de repede sau nu poate fi citit.`,
  },
  'currency-of-no-choice': {
    en: ({ field }) => `${en(field)} does not hold a currency.`,
    ro: ({ field }) => `${ro(field)} nu conține o valută.`,
  },
  'cannot-be-added': {
    en: ({ field }) => `${en(field)} cannot be totalled in this way.`,
    ro: ({ field }) => `${ro(field)} nu poate fi totalizat astfel.`,
  },
  'rollup-of-another-type': {
    en: ({ found, expected }) => `The total is of the kind ${en(found)}, this field of the kind ${en(expected)}.`,
    ro: ({ found, expected }) => `Totalul este de felul ${ro(found)}, iar acest câmp de felul ${ro(expected)}.`,
  },
  'rollup-of-another-currency': {
    en: ({ found, expected }) => `A total in ${expected} cannot add up ${found}.`,
    ro: ({ found, expected }) => `Un total în ${expected} nu poate aduna ${found}.`,
  },
  'back-is-a-field': {
    en: ({ back, type }) => `${en(type)} has a field ${en(back)} already, so the link cannot be seen there under this name.`,
    ro: ({ back, type }) => `${ro(type)} are deja câmpul ${ro(back)}, deci legătura nu poate apărea acolo sub acest nume.`,
  },
  'back-twice': {
    en: ({ back, field }) => `${en(field)} is seen from the other side as ${en(back)} already.`,
    ro: ({ back, field }) => `${ro(field)} apare deja din cealaltă parte ca ${ro(back)}.`,
  },
  'not-in-layout': {
    en: ({ field, type }) => `${en(field)} has to be filled in, and does not stand in the form of ${en(type)}.`,
    ro: ({ field, type }) => `${ro(field)} trebuie completat, dar nu se află în formularul ${ro(type)}.`,
  },
  'twice-in-layout': {
    en: ({ field }) => `${en(field)} stands twice in the form.`,
    ro: ({ field }) => `${ro(field)} apare de două ori în formular.`,
  },
  'sorted-by-hidden': {
    en: ({ field }) => `The list is sorted by ${en(field)}, which only some may see: for the others it is blank.`,
    ro: ({ field }) => `Lista este ordonată după ${ro(field)}, pe care îl văd doar unii: pentru ceilalți este gol.`,
  },
  'filtered-by-hidden': {
    en: ({ field }) => `The list is filtered by ${en(field)}, which only some may see: the others cannot open it.`,
    ro: ({ field }) => `Lista este filtrată după ${ro(field)}, pe care îl văd doar unii: ceilalți nu o pot deschide.`,
  },
  'right-by-card': {
    en: ({ path }) => `A right hangs here on the person alone, not on ${en(path)}; put that into the condition of the rule.`,
    ro: ({ path }) => `Un drept ține aici doar de persoană, nu de ${ro(path)}; pune acest lucru în condiția regulii.`,
  },
  'value-does-not-fit': {
    en: ({ found, field }) => `${en(found)} cannot stand in ${en(field)}.`,
    ro: ({ found, field }) => `${ro(found)} nu poate sta în ${ro(field)}.`,
  },
  'not-sortable': {
    en: ({ field }) => `A list cannot be sorted by ${en(field)}.`,
    ro: ({ field }) => `O listă nu poate fi ordonată după ${ro(field)}.`,
  },
  'not-groupable': {
    en: ({ field }) => `Nothing can be grouped by ${en(field)}.`,
    ro: ({ field }) => `Nu se poate grupa după ${ro(field)}.`,
  },
  'board-without-group': plain(
    'A board needs something to make its columns by.',
    'Un panou are nevoie de ceva după care să-și facă coloanele.',
  ),
  'calendar-without-date': plain('A calendar needs a date.', 'Un calendar are nevoie de o dată.'),
  'no-date': { en: ({ field }) => `${en(field)} is no date.`, ro: ({ field }) => `${ro(field)} nu este o dată.` },
  'schema-never-chosen': {
    en: () => 'The approval schemas after this one are never chosen: this one always is.',
    ro: () => 'Schemele de aprobare de după aceasta nu se aleg niciodată: aceasta se alege mereu.',
  },
  'no-statuses': plain(
    'Its documents travel an approval schema and have no statuses.',
    'Documentele lui urmează o schemă de aprobare, dar nu au stări.',
  ),
  'repeated-definition': {
    en: ({ found }) => `${en(found)} is defined twice.`,
    ro: ({ found }) => `${ro(found)} este definit de două ori.`,
  },
  'definition-deleted': {
    en: ({ found }) => `${en(found)} is in use and cannot be deleted.`,
    ro: ({ found }) => `${ro(found)} este în uz și nu poate fi șters.`,
  },
  'field-deleted': {
    en: ({ found }) => `Documents have the field ${en(found)}: retire it instead of deleting it.`,
    ro: ({ found }) => `Există documente cu câmpul ${ro(found)}: scoate-l din uz în loc să-l ștergi.`,
  },
  'status-deleted': {
    en: ({ found }) => `Documents may have the status ${en(found)}: retire it instead of deleting it.`,
    ro: ({ found }) => `Pot exista documente în starea ${ro(found)}: scoate-o din uz în loc să o ștergi.`,
  },
  'item-deleted': {
    en: ({ found }) => `Cards may hold the choice ${en(found)}: retire it instead of deleting it.`,
    ro: ({ found }) => `Pot exista fișe cu opțiunea ${ro(found)}: scoate-o din uz în loc să o ștergi.`,
  },
  'action-deleted': {
    en: ({ found }) => `The button ${en(found)} stands in histories: retire it instead of deleting it.`,
    ro: ({ found }) => `Butonul ${ro(found)} apare în istorice: scoate-l din uz în loc să-l ștergi.`,
  },
  'field-changed-kind': {
    en: ({ field, found, expected }) =>
      `${en(field)} was of the kind ${en(expected)} and cannot become ${en(found)}: make a new field that takes over from it.`,
    ro: ({ field, found, expected }) =>
      `${ro(field)} era de felul ${ro(expected)} și nu poate deveni ${ro(found)}: fă un câmp nou care îi preia valorile.`,
  },
  'kind-changed': {
    en: ({ found, expected }) => `This was of the kind ${en(expected)} and cannot become ${en(found)}.`,
    ro: ({ found, expected }) => `Era de felul ${ro(expected)} și nu poate deveni ${ro(found)}.`,
  },
  'text-not-translated': {
    en: ({ languages }) => `This text is missing in: ${[languages ?? []].flat().join(', ')}.`,
    ro: ({ languages }) => `Textul lipsește în: ${[languages ?? []].flat().join(', ')}.`,
  },
}
