/** The sentences of refusals, in English and Romanian: the cause first, then what to do. Never blaming, never cheering. */
import type { Problem, ProblemCode } from '../engine/problem.ts'

/** How ids are called on the screen; what is not known is shown as it is. */
export interface ProblemNames {
  person(id: string): string
  field(path: string): string
  node(id: string): string
  action(id: string): string
  status(id: string): string
  instant(at: string): string
}

type Of<Code extends ProblemCode> = Extract<Problem, { code: Code }>
type Sentence<Code extends ProblemCode> = [title: string, detail: (problem: Of<Code>, names: ProblemNames) => string]
type Catalog = { readonly [Code in ProblemCode]: Sentence<Code> }

const quoted = (items: readonly string[], language: 'en' | 'ro') =>
  items.map((item) => (language === 'en' ? `“${item}”` : `„${item}”`)).join(', ')
const reasons = (errors: Of<'card-invalid'>['errors'], names: ProblemNames, found: string, expected: string) =>
  errors
    .map(
      (error) =>
        `${error.path ? `${names.field(error.path)}: ` : ''}${found} ${JSON.stringify(error.found) ?? '∅'}, ${expected} ${error.expected}`,
    )
    .join('; ')

const uses = ({ people, definitions, documents }: Of<'in-use'>, [who, where, what]: readonly [string, string, string]) =>
  [
    ...(people > 0 ? [`${who} ${people}`] : []),
    ...(definitions.length > 0 ? [`${where} ${definitions.join(', ')}`] : []),
    ...(documents > 0 ? [`${what} ${documents}`] : []),
  ].join('; ')

const english: Catalog = {
  'not-your-turn': [
    'It does not wait for you',
    (p, n) =>
      p.holder
        ? `This waits for ${n.person(p.holder)}, so only they can decide it.`
        : 'This does not wait for you, so you cannot decide it.',
  ],
  'not-allowed': [
    'Not allowed',
    (p, n) =>
      p.field
        ? `You may not change ${n.field(p.field)} at this step.`
        : `You may not do this here (${p.what}). Ask whoever manages access to this type of document.`,
  ],
  'assignment-closed': [
    'No longer open',
    (p, n) =>
      p.by && p.at
        ? `${n.person(p.by)} decided this ${n.instant(p.at)}, so it is no longer open.`
        : 'This is no longer open: it was decided, withdrawn or passed on.',
  ],
  'assignment-unknown': ['Not found', () => 'There is no such task, or it is not for you to see.'],
  'already-claimed': ['Already taken', (p, n) => `${n.person(p.by)} has taken this already.`],
  'not-claimed': ['Not taken yet', () => 'This still waits in the pool. Claim it first.'],
  'outcome-unknown': ['No such decision', (p) => `“${p.outcome}” is not one of the decisions here: ${quoted(p.expected, 'en')}.`],
  'action-unknown': [
    'No such button',
    (p, n) => `“${p.action}” is not one of the buttons at ${n.node(p.node)}: ${quoted(p.expected, 'en')}.`,
  ],
  'action-not-now': ['Not now', (p, n) => `“${n.action(p.action)}” is not possible now: its condition is not met.`],
  'not-at-node': [
    'It has moved on',
    (p, n) => `The document is not at ${n.node(p.node)} any more. It is at ${p.at.map(n.node).join(', ') || 'no step'}.`,
  ],
  'comment-missing': ['A comment is needed', () => 'Say why in a few words: this decision needs a comment.'],
  'overdue-reason-missing': [
    'Say why it is late',
    (p, n) => `This was due ${n.instant(p.due)}. Say why in a few words; the report needs it.`,
  ],
  'reason-unknown': ['No such reason', (p) => `“${p.reason}” is not in the list of reasons. Choose one of the list.`],
  'signature-missing': ['Password needed', () => 'This decision is signed with your password. Type it to go on.'],
  'card-incomplete': ['Something is missing', (p, n) => `Fill in first: ${p.fields.map(n.field).join(', ')}.`],
  'card-invalid': ['Some values do not fit', (p, n) => `${reasons(p.errors, n, 'found', 'expected')}.`],
  'check-failed': [
    'A rule is broken',
    (p) => p.checks.map((check) => check.text.en ?? Object.values(check.text)[0] ?? check.check).join(' '),
  ],
  'card-changed': [
    'Changed meanwhile',
    (p, n) => `${p.fields.map(n.field).join(', ') || 'The card'} changed while you were reading. Look again, then decide.`,
  ],
  'edit-conflict': [
    'Changed meanwhile',
    (p, n) => `Somebody else changed ${p.conflicts.map((c) => n.field(c.path)).join(', ')} at the same time. Choose which value stays.`,
  ],
  'not-unique': ['Already there', (p, n) => `Another document has the same ${n.field(p.field)}.`],
  'nobody-to-ask': [
    'Nobody to ask',
    (p, n) => `At ${n.node(p.node)} nobody could be asked (line “${p.line}”). The office manager has to say who stands in.`,
  ],
  'person-unknown': ['No such person', (p) => `There is no such person here: “${p.person}”.`],
  'person-excepted': ['Not this person', (p, n) => `${n.person(p.person)} may not decide this one: the approval schema leaves them out.`],
  'process-running': ['Already sent', () => 'The approval of this document is already running.'],
  'process-not-running': ['Not sent yet', () => 'No approval of this document is running.'],
  'document-closed': ['Closed', () => 'This document is closed, so nothing can be done with it any more.'],
  'document-suspended': ['Suspended', () => 'This document is suspended. Resume it first.'],
  'not-suspended': ['Not suspended', () => 'This is not suspended.'],
  'nowhere-to-withdraw': ['Nothing to withdraw', () => 'The document has not left a step that it could be taken back to.'],
  'node-not-visited': ['Not been there', (p, n) => `The document has not been at ${n.node(p.node)}, so it cannot return there.`],
  'cannot-move': [
    'Cannot move',
    (p, n) =>
      p.nodes
        .map(
          ({ node, why }) =>
            `${n.node(node)}: ${why === 'missing' ? 'the newest version has no such step' : why === 'other-kind' ? 'is another kind of step there' : 'lies in another block there'}`,
        )
        .join('; '),
  ],
  'too-many-steps': [
    'It goes round and round',
    (p, n) => `From ${n.node(p.node)} the approval schema goes on without stopping. The office manager has to mend it.`,
  ],
  'not-supported': ['Not available yet', (p) => `Not available yet: ${p.what}.`],
  'route-missing': [
    'No way on',
    (p, n) => `From ${n.node(p.node)} no arrow leads on for “${p.outcome}”. The office manager has to draw it.`,
  ],
  'expression-failed': ['A condition could not be worked out', (p) => `${p.where}: ${p.why}`],
  'type-unknown': [
    'No such type',
    (p) => `There is no type of document “${p.type}”${p.didYouMean ? `. Did you mean “${p.didYouMean}”?` : '.'}`,
  ],
  'document-unknown': ['Not found', () => 'There is no such document, or it is not for you to see.'],
  stale: ['Changed meanwhile', () => 'Somebody changed this document meanwhile. Load it again and repeat your change.'],
  'definition-invalid': [
    'The definitions have problems',
    (p) => `${p.findings.length} ${p.findings.length === 1 ? 'problem stands' : 'problems stand'} in the way.`,
  ],
  'request-invalid': ['The request does not fit', (p, n) => `${reasons(p.errors, n, 'found', 'expected')}.`],
  'idempotency-key-reused': ['Key used before', () => 'This Idempotency-Key was used for another command. Use a new one for each command.'],
  'signed-out': ['Signed out', () => 'Sign in first. What you typed is kept on this page.'],
  'sign-in-failed': ['That did not match', () => 'The e-mail and the password do not go together. Check both and try again.'],
  'origin-refused': ['Refused', () => 'This request came from another site, so it was refused.'],
  'too-many-requests': ['Too many tries', (p) => `Wait ${p.retryAfter} s, then try again.`],
  'site-not-empty': ['Already set up', () => 'This office is set up already.'],
  'in-use': ['Still used', (p) => `It is still used: ${uses(p, ['people', 'definitions', 'documents'])}. Take it out there first.`],
  'site-empty': ['Not set up yet', () => 'This office is not set up yet.'],
  'demo-refused': [
    'No demo here',
    (p) =>
      p.why === 'real-data'
        ? 'This office has real data, so the demo cannot be put into it.'
        : 'The demo opens only on this machine itself. Start with DOSAR_ALLOW_DEMO=1 to allow it elsewhere.',
  ],
  'not-found': ['Not found', (p) => `There is nothing at ${p.what}, or it is not for you to see.`],
  'database-away': ['The database does not answer', () => 'Nothing that was saved is lost. Try again in a moment.'],
  'disk-full': [
    'The disk is full',
    () =>
      'Nothing that was saved is lost, but nothing new can be kept. Whoever looks after the server must make room on its disk; then try again.',
  ],
  internal: ['Something failed on our side', () => 'Nothing was changed. The administrator finds the details in the log.'],
}

const romanian: Catalog = {
  'not-your-turn': [
    'Nu te așteaptă pe tine',
    (p, n) =>
      p.holder ? `Aceasta este la ${n.person(p.holder)}; numai de acolo se poate decide.` : 'Aceasta nu este la tine, deci nu poți decide.',
  ],
  'not-allowed': [
    'Nu ai dreptul',
    (p, n) =>
      p.field
        ? `La acest pas nu poți schimba ${n.field(p.field)}.`
        : `Nu ai dreptul să faci asta aici (${p.what}). Întreabă cine administrează accesul la acest tip de document.`,
  ],
  'assignment-closed': [
    'Nu mai e deschisă',
    (p, n) =>
      p.by && p.at
        ? `${n.person(p.by)} a decis ${n.instant(p.at)}, deci nu mai e deschisă.`
        : 'Nu mai e deschisă: s-a decis, s-a retras sau s-a transmis altcuiva.',
  ],
  'assignment-unknown': ['Nu există', () => 'Nu există o asemenea sarcină sau nu ai voie să o vezi.'],
  'already-claimed': ['Deja preluată', (p, n) => `${n.person(p.by)} a preluat-o deja.`],
  'not-claimed': ['Încă nepreluată', () => 'Așteaptă încă la comun. Preia-o mai întâi.'],
  'outcome-unknown': [
    'Nu există această decizie',
    (p) => `„${p.outcome}” nu este una dintre deciziile de aici: ${quoted(p.expected, 'ro')}.`,
  ],
  'action-unknown': [
    'Nu există acest buton',
    (p, n) => `„${p.action}” nu este unul dintre butoanele de la ${n.node(p.node)}: ${quoted(p.expected, 'ro')}.`,
  ],
  'action-not-now': ['Nu acum', (p, n) => `„${n.action(p.action)}” nu se poate acum: condiția nu este îndeplinită.`],
  'not-at-node': [
    'A plecat mai departe',
    (p, n) => `Documentul nu mai este la ${n.node(p.node)}. Este la ${p.at.map(n.node).join(', ') || 'niciun pas'}.`,
  ],
  'comment-missing': ['Lipsește comentariul', () => 'Scrie pe scurt de ce: această decizie cere un comentariu.'],
  'overdue-reason-missing': [
    'Spune de ce întârzie',
    (p, n) => `Termenul a fost ${n.instant(p.due)}. Scrie pe scurt de ce; intră în raport.`,
  ],
  'reason-unknown': ['Nu există acest motiv', (p) => `„${p.reason}” nu este în lista de motive. Alege unul din listă.`],
  'signature-missing': ['E nevoie de parolă', () => 'Această decizie se semnează cu parola ta. Scrie-o ca să mergi mai departe.'],
  'card-incomplete': ['Lipsește ceva', (p, n) => `Completează mai întâi: ${p.fields.map(n.field).join(', ')}.`],
  'card-invalid': ['Unele valori nu se potrivesc', (p, n) => `${reasons(p.errors, n, 's-a găsit', 'se aștepta')}.`],
  'check-failed': [
    'O regulă nu este respectată',
    (p) => p.checks.map((check) => check.text.ro ?? Object.values(check.text)[0] ?? check.check).join(' '),
  ],
  'card-changed': [
    'S-a schimbat între timp',
    (p, n) => `${p.fields.map(n.field).join(', ') || 'Fișa'} s-a schimbat între timp. Mai uită-te o dată, apoi decide.`,
  ],
  'edit-conflict': [
    'S-a schimbat între timp',
    (p, n) => `Altcineva a schimbat în același timp ${p.conflicts.map((c) => n.field(c.path)).join(', ')}. Alege ce valoare rămâne.`,
  ],
  'not-unique': ['Există deja', (p, n) => `Alt document are aceeași valoare la ${n.field(p.field)}.`],
  'nobody-to-ask': [
    'Nu e cine',
    (p, n) => `La ${n.node(p.node)} nu s-a găsit nimeni (rândul „${p.line}”). Office managerul trebuie să spună cine ține locul.`,
  ],
  'person-unknown': ['Nu există această persoană', (p) => `Aici nu există persoana „${p.person}”.`],
  'person-excepted': [
    'Nu această persoană',
    (p, n) => `${n.person(p.person)} nu poate decide aici: schema de aprobare exclude această persoană.`,
  ],
  'process-running': ['Deja trimis', () => 'Aprobarea acestui document este deja în curs.'],
  'process-not-running': ['Încă netrimis', () => 'Nu este în curs nicio aprobare a acestui document.'],
  'document-closed': ['Închis', () => 'Documentul este închis, deci nu se mai poate face nimic cu el.'],
  'document-suspended': ['Suspendat', () => 'Documentul este suspendat. Reia-l mai întâi.'],
  'not-suspended': ['Nu este suspendat', () => 'Nu este suspendat.'],
  'nowhere-to-withdraw': ['Nimic de retras', () => 'Documentul nu a plecat de la niciun pas la care să fie adus înapoi.'],
  'node-not-visited': ['Nu a trecut pe acolo', (p, n) => `Documentul nu a fost la ${n.node(p.node)}, deci nu se poate întoarce acolo.`],
  'cannot-move': [
    'Nu se poate muta',
    (p, n) =>
      p.nodes
        .map(
          ({ node, why }) =>
            `${n.node(node)}: ${why === 'missing' ? 'versiunea nouă nu are acest pas' : why === 'other-kind' ? 'acolo este alt fel de pas' : 'acolo este în alt bloc'}`,
        )
        .join('; '),
  ],
  'too-many-steps': [
    'Se învârte în cerc',
    (p, n) => `De la ${n.node(p.node)} schema de aprobare merge fără oprire. Office managerul trebuie să o corecteze.`,
  ],
  'not-supported': ['Încă indisponibil', (p) => `Încă indisponibil: ${p.what}.`],
  'route-missing': [
    'Nu există drum',
    (p, n) => `De la ${n.node(p.node)} nicio săgeată nu duce mai departe pentru „${p.outcome}”. Office managerul trebuie să o deseneze.`,
  ],
  'expression-failed': ['O condiție nu s-a putut calcula', (p) => `${p.where}: ${p.why}`],
  'type-unknown': [
    'Nu există acest tip',
    (p) => `Nu există tipul de document „${p.type}”${p.didYouMean ? `. Te-ai gândit la „${p.didYouMean}”?` : '.'}`,
  ],
  'document-unknown': ['Nu există', () => 'Nu există un asemenea document sau nu ai voie să îl vezi.'],
  stale: ['S-a schimbat între timp', () => 'Altcineva a schimbat documentul între timp. Încarcă-l din nou și repetă modificarea.'],
  'definition-invalid': [
    'Definițiile au probleme',
    (p) =>
      p.findings.length === 1
        ? 'O problemă stă în cale.'
        : `${p.findings.length}${p.findings.length % 100 > 19 || p.findings.length % 100 === 0 ? ' de' : ''} probleme stau în cale.`,
  ],
  'request-invalid': ['Cererea nu se potrivește', (p, n) => `${reasons(p.errors, n, 's-a găsit', 'se aștepta')}.`],
  'idempotency-key-reused': [
    'Cheie folosită',
    () => 'Acest Idempotency-Key a fost folosit pentru altă comandă. Folosește unul nou pentru fiecare comandă.',
  ],
  'signed-out': ['Sesiune închisă', () => 'Intră mai întâi în cont. Ce ai scris rămâne pe această pagină.'],
  'sign-in-failed': ['Nu se potrivesc', () => 'E-mailul și parola nu se potrivesc. Verifică-le pe amândouă și încearcă din nou.'],
  'origin-refused': ['Refuzat', () => 'Cererea a venit de pe alt site, deci a fost refuzată.'],
  'too-many-requests': ['Prea multe încercări', (p) => `Așteaptă ${p.retryAfter} s, apoi încearcă din nou.`],
  'site-not-empty': ['Deja pregătit', () => 'Acest birou este deja pregătit.'],
  'in-use': ['Încă folosit', (p) => `Este încă folosit: ${uses(p, ['persoane', 'definiții', 'documente'])}. Scoate-l mai întâi de acolo.`],
  'site-empty': ['Încă nepregătit', () => 'Acest birou nu este încă pregătit.'],
  'demo-refused': [
    'Fără demonstrație aici',
    (p) =>
      p.why === 'real-data'
        ? 'Biroul are date reale, deci demonstrația nu se poate pune peste ele.'
        : 'Demonstrația se deschide numai pe această mașină. Pornește cu DOSAR_ALLOW_DEMO=1 ca să o permiți și de altundeva.',
  ],
  'not-found': ['Nu există', (p) => `La ${p.what} nu este nimic sau nu ai voie să vezi.`],
  'database-away': ['Baza de date nu răspunde', () => 'Nu s-a pierdut nimic din ce a fost salvat. Încearcă din nou peste câteva clipe.'],
  'disk-full': [
    'Discul este plin',
    () =>
      'Nu s-a pierdut nimic din ce a fost salvat, dar nu se mai poate păstra nimic nou. Cine are grijă de server trebuie să elibereze spațiu pe disc; apoi încearcă din nou.',
  ],
  internal: ['Ceva nu a mers la noi', () => 'Nu s-a schimbat nimic. Administratorul găsește detaliile în jurnal.'],
}

const same: ProblemNames = {
  person: (id) => id,
  field: (path) => path,
  node: (id) => id,
  action: (id) => id,
  status: (id) => id,
  instant: (at) => at,
}

/** The short title of a kind of refusal. */
export function problemTitle(code: ProblemCode, language: string): string {
  return (language.startsWith('ro') ? romanian : english)[code][0]
}

/** A short title and a whole sentence; English for a language that there is no catalog of. */
export function problemText(problem: Problem, language: string, names: Partial<ProblemNames> = {}): { title: string; detail: string } {
  const catalog: Catalog = language.startsWith('ro') ? romanian : english
  const [title, detail] = catalog[problem.code] as Sentence<ProblemCode>
  return { title, detail: (detail as (problem: Problem, names: ProblemNames) => string)(problem, { ...same, ...names }) }
}
