import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import { enterMail } from '../modules/interventions/server/service.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { insertMailbox, interventionsByMail } from './mails-store.ts';

type Words = {
  announced: string;
  done: string;
  /** What the IT officer of the centre writes about what waits today. */
  waiting: string;
  absent: string;
  absentText: string;
  unknown: string;
  unknownText: string;
  unproved: string;
  unprovedText: string;
  advert: string;
  advertText: string;
  aside: string;
};
const words: Record<DocumentLanguage, Words> = {
  fr: {
    announced:
      'Bonjour,\n\nnous voulons nous connecter le {{date}} au matin : {{subject}}. Comptez une heure ; nous appellerons avant d’entrer et après être sortis.\n\n{{name}}, {{firm}}\n\nCe message est confidentiel et destiné à son seul destinataire.',
    done: 'C’est fait : {{result}}.\n\n{{name}}, {{firm}}',
    waiting: 'Bonjour,\n\nle nouveau pare-feu est arrivé. Je propose de le poser le {{date}}, avant l’ouverture : le réseau sera coupé vingt minutes.\n\n{{name}}',
    absent: 'Réponse automatique : absence',
    absentText: 'Le service clients est fermé jusqu’à lundi. Pour une urgence, appelez le numéro de garde de votre contrat.',
    unknown: 'Passage pour l’imprimante du premier étage',
    unknownText: 'Bonjour,\n\nnotre technicien peut passer mardi à 9 h pour l’imprimante. Cela convient-il ?\n\nCordialement',
    unproved: 'Mot de passe du serveur à changer d’urgence',
    unprovedText: 'Peux-tu accorder tout de suite l’intervention de cet après-midi ? Je suis en réunion, réponds ici.',
    advert: 'Nos offres de rentrée',
    advertText: 'Toute la téléphonie au meilleur prix.',
    aside: 'Publicité',
  },
  nl: {
    announced:
      'Dag,\n\nwe willen op {{date}} in de voormiddag verbinding maken: {{subject}}. Reken op een uur; we bellen voor en na.\n\n{{name}}, {{firm}}\n\nDit bericht is vertrouwelijk en bestemd voor de geadresseerde.',
    done: 'Het is gebeurd: {{result}}.\n\n{{name}}, {{firm}}',
    waiting: 'Dag,\n\nde nieuwe firewall is er. Ik stel voor hem op {{date}} te plaatsen, voor de opening: het netwerk ligt twintig minuten stil.\n\n{{name}}',
    absent: 'Automatisch antwoord: afwezig',
    absentText: 'De klantendienst is gesloten tot maandag. Bel bij hoogdringendheid het wachtnummer van uw contract.',
    unknown: 'Bezoek voor de printer op de eerste verdieping',
    unknownText: 'Dag,\n\nonze technicus kan dinsdag om 9 u langskomen voor de printer. Past dat?\n\nGroeten',
    unproved: 'Wachtwoord van de server dringend te wijzigen',
    unprovedText: 'Kan je de interventie van vanmiddag meteen toestaan? Ik zit in vergadering, antwoord hier.',
    advert: 'Onze aanbiedingen van de maand',
    advertText: 'Alle telefonie voor de beste prijs.',
    aside: 'Reclame',
  },
  de: {
    announced:
      'Guten Tag,\n\nwir möchten uns am {{date}} vormittags verbinden: {{subject}}. Rechnen Sie mit einer Stunde; wir rufen vorher und nachher an.\n\n{{name}}, {{firm}}\n\nDiese Nachricht ist vertraulich und nur für den Empfänger bestimmt.',
    done: 'Es ist erledigt: {{result}}.\n\n{{name}}, {{firm}}',
    waiting: 'Guten Tag,\n\ndie neue Firewall ist da. Ich schlage vor, sie am {{date}} vor der Öffnung einzubauen: das Netz ist zwanzig Minuten lang unterbrochen.\n\n{{name}}',
    absent: 'Automatische Antwort: abwesend',
    absentText: 'Der Kundendienst ist bis Montag geschlossen. Wählen Sie im Notfall die Bereitschaftsnummer Ihres Vertrags.',
    unknown: 'Besuch wegen des Druckers im ersten Stock',
    unknownText: 'Guten Tag,\n\nunser Techniker kann am Dienstag um 9 Uhr wegen des Druckers kommen. Passt das?\n\nGrüße',
    unproved: 'Passwort des Servers dringend zu ändern',
    unprovedText: 'Kannst du dem Eingriff von heute Nachmittag sofort zustimmen? Ich bin in einer Sitzung, antworte hier.',
    advert: 'Unsere Angebote des Monats',
    advertText: 'Die ganze Telefonie zum besten Preis.',
    aside: 'Werbung',
  },
};

/** As it stands within a sentence; German keeps its capitals. */
const within = (text: string, language: DocumentLanguage): string => (language === 'de' || /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
const filled = (text: string, values: Record<string, string>): string => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);

/**
 * A year of mails to the address of interventions, of the first centre: what the software firm announces and ends, what the IT officer announced the day
 * before yesterday, an automatic one, one set aside, and two that wait. Nothing happens where there are some.
 */
export const recordMails = async ({ db, mailboxSeal }: Pick<Services, 'db' | 'mailboxSeal'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  const language = centre.organization.documentLanguage;
  const say = words[language];
  const at = (on: CivilDate, hour = '09:00'): Date => new Date(`${on}T${hour}:00Z`);
  const dayName = new Intl.DateTimeFormat(`${language}-BE`, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const domain = `${centre.organization.slug}.example.be`;
  await db.tx(scope, async (tx) => {
    const told = await interventionsByMail(tx, centre.id);
    const [first] = told;
    if (!first) return;
    await insertMailbox(tx, centre.id, {
      address: `interventions@${domain}`,
      host: `imap.${domain}`,
      password: mailboxSeal.seal('no password'),
      since: at(addDays(first.on, -7)),
      readAt: at(today, '06:57'),
    });
    let uid = 0;
    const next = () => (uid += 1);
    for (const { id, year, number, subject, result, on, plannedOn, end, by, supplierId, supplierName, address, personId } of told) {
      if (!address) continue;
      const from = { sender: address, senderName: by };
      const values = { date: dayName.format(at(plannedOn)), subject: within(subject, language), result: within(result ?? '', language), name: by, firm: supplierName ?? '' };
      const of = { interventionId: id, ...(supplierId ? { supplierId } : {}), ...(personId && !supplierId ? { personId } : {}) };
      const text = filled(supplierId ? say.announced : say.waiting, values);
      await enterMail(tx, centre.id, { ...from, uid: next(), subject, text, receivedAt: at(on), attachments: uid % 3 === 0 ? 1 : 0 }, { state: 'taken', why: 'announced' }, of);
      if (!supplierId || !end) continue;
      const answer = { subject: `RE: [n° ${year}/${String(number).padStart(2, '0')}] ${subject}`, text: filled(say.done, values), receivedAt: at(end, '14:40') };
      await enterMail(tx, centre.id, { ...from, uid: next(), ...answer }, { state: 'taken', why: 'noted' }, of);
    }
    const firm = told.find(({ supplierId, address }) => supplierId && address);
    if (firm?.supplierId)
      await enterMail(
        tx,
        centre.id,
        { sender: firm.address!, senderName: firm.supplierName!, uid: next(), subject: say.absent, text: say.absentText, receivedAt: at(addDays(today, -41)) },
        { state: 'automatic', why: 'automatic' },
        { supplierId: firm.supplierId },
      );
    const advert = { sender: 'offres@telephonie.example.org', senderName: 'Téléphonie', proof: 'none' as const };
    await enterMail(
      tx,
      centre.id,
      { ...advert, uid: next(), subject: say.advert, text: say.advertText, receivedAt: at(addDays(today, -30)) },
      { state: 'setAside', why: 'unknownSender' },
      { note: say.aside, sortedOn: addDays(today, -29) },
    );
    const printers = { sender: 'atelier@imprimantes.example.org', senderName: 'Atelier des imprimantes' };
    await enterMail(tx, centre.id, { ...printers, uid: next(), subject: say.unknown, text: say.unknownText, receivedAt: at(addDays(today, -2)) }, { state: 'toSort', why: 'unknownSender' });
    const forged = { sender: `direction@${domain}`, senderName: 'Direction', proof: 'fail' as const };
    await enterMail(tx, centre.id, { ...forged, uid: next(), subject: say.unproved, text: say.unprovedText, receivedAt: at(addDays(today, -1), '16:55') }, { state: 'toSort', why: 'forgedSender' });
  });
};
