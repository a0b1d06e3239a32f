import type { Translation } from './message.ts'
import type { webhooksEn } from './webhooks-en.ts'

/** Cuvintele webhook-urilor. */
export const webhooksRo: Translation<typeof webhooksEn> = {
  'webhooks.title': 'Alte programe',
  'webhooks.text':
    'Schemele de aprobare pot anunța alte programe ce s-a întâmplat: un webhook. Aici fiecare primește adresa la care ascultă.',
  'webhooks.key': 'Ele verifică prin cheie că suntem noi:',
  'webhooks.copy': 'Copiază cheia',
  'webhooks.copied': 'Copiată',
  'webhooks.add': 'Adaugă un webhook',
  'webhooks.edit': 'Modifică webhook-ul {name}',
  'webhooks.name': 'Nume',
  'webhooks.name.help': 'Litere mici, cifre și cratime: numele pe care îl folosesc schemele de aprobare.',
  'webhooks.name.wrong': 'Scrie un nume din litere mici, cifre și cratime, de exemplu contabilitate.',
  'webhooks.address': 'Adresă',
  'webhooks.address.help': 'Unde ascultă celălalt program, de exemplu https://contabilitate.example.org/dosar.',
  'webhooks.address.wrong': 'Scrie o adresă care începe cu https://.',
  'webhooks.noAddress': 'încă fără adresă: nu se trimite nimic',
  'webhooks.drop': 'Scoate adresa',
  'webhooks.none': 'Niciun alt program nu este anunțat',
  'webhooks.none.text': 'Un pas „Anunță alt program” dintr-o schemă de aprobare numește un webhook; adresa lui se dă aici.',
}
