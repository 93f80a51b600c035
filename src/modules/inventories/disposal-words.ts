import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Capacity } from './disposal.ts';

type Words = {
  /** Parts of the names of files. */
  files: { order: string; record: string; register: string };
  order: string;
  record: string;
  register: string;
  subject: string;
  how: string;
  planned: string;
  carrier: string;
  ordered: string;
  carried: string;
  checked: string;
  intervention: string;
  ways: Record<'disposed' | 'returned' | 'transferred', string>;
  capacities: Record<Capacity, string>;
  theOrder: string;
  orderText: (count: number) => string;
  list: string;
  columns: { number: string; device: string; what: string; medium: string; method: string; note: string; because: string };
  noData: string;
  erasedBefore: string;
  none: string;
  signature: string;
  signedBy: string;
  drawn: string;
  typed: string;
  session: string;
  toSign: string;
  done: string;
  doneText: (gone: number, listed: number) => string;
  present: string;
  after: string;
  left: string;
  noneLeft: string;
  certificate: string;
  certificateGiven: (name: string, hash: string) => string;
  noCertificate: string;
  orderOf: (date: string, name: string) => string;
  draftFooter: (date: string) => string;
  orderFooter: (date: string) => string;
  recordFooter: (date: string) => string;
  registerText: string;
  registerFooter: (date: string) => string;
  registerColumns: readonly [string, string, string, string, string];
  registerNone: string;
  devices: (count: number) => string;
  /** Of the register. */
  orders: string;
  each: string;
  stayed: string;
  cancelled: (date: string) => string;
  seen: Record<'present' | 'after', string>;
  orderedBy: string;
  checkedOn: string;
};

/** The words of orders and records of disposal, in the languages of documents. */
export const disposalWords: Record<DocumentLanguage, Words> = {
  fr: {
    files: { order: 'ordre-de-mise-au-rebut', record: 'pv-de-mise-au-rebut', register: 'mises-au-rebut' },
    order: 'Ordre de mise au rebut',
    record: 'Procès-verbal de mise au rebut',
    register: 'Registre des mises au rebut',
    subject: 'Objet',
    how: 'Sortie',
    planned: 'À exécuter le',
    carrier: 'Exécutant',
    ordered: 'Ordonné',
    carried: 'Exécuté',
    checked: 'Conseiller en sécurité',
    intervention: 'Intervention',
    ways: { disposed: 'mise au rebut', returned: 'restitution au bailleur', transferred: 'cession' },
    capacities: { directorGeneral: 'directeur général', adviser: 'conseiller en sécurité de l’information', other: 'autre personne désignée' },
    theOrder: 'L’ordre',
    orderText: (count) =>
      `${count === 1 ? 'L’appareil de la liste quitte' : `Les ${count} appareils de la liste quittent`} définitivement le centre. Avant leur départ, les données sont effacées, ou les supports détruits, par la méthode indiquée pour chacun, en présence du conseiller en sécurité de l’information ou sous son contrôle. Rien ne sort de l’inventaire avant ce contrôle.`,
    list: 'La liste',
    columns: { number: 'N°', device: 'Appareil', what: 'Marque, modèle, série', medium: 'Support', method: 'Méthode', note: 'Remarque', because: 'Pourquoi' },
    noData: 'sans données',
    erasedBefore: 'effacé auparavant',
    none: 'Aucun appareil.',
    signature: 'Signature',
    signedBy: 'Signé par',
    drawn: 'Signature tracée à l’écran',
    typed: 'Nom écrit en guise de signature',
    session: 'Dans sa propre session de Beffroi',
    toSign: 'Lu et approuvé',
    done: 'Ce qui a été fait',
    doneText: (gone, listed) =>
      gone === listed
        ? `${gone === 1 ? 'L’appareil de l’ordre est parti' : `Les ${gone} appareils de l’ordre sont partis`}.`
        : `${gone} des ${listed} appareils de l’ordre ${gone === 1 ? 'est parti' : 'sont partis'}.`,
    present: 'Le conseiller en sécurité de l’information était présent à l’effacement ou à la destruction.',
    after: 'Le conseiller en sécurité de l’information a contrôlé ensuite que les supports étaient vides ou détruits.',
    left: 'Restés au centre',
    noneLeft: 'Tout est parti.',
    certificate: 'Attestation de la firme',
    certificateGiven: (name, hash) => `${name}, empreinte SHA-256 ${hash}`,
    noCertificate: 'Aucune attestation n’est jointe.',
    orderOf: (date, name) => `${date}, ${name}`,
    draftFooter: (date) => `Projet au ${date}, non signé.`,
    orderFooter: (date) => `Ordre signé le ${date}.`,
    recordFooter: (date) => `Procès-verbal signé le ${date}.`,
    registerText: 'Tous les ordres signés, avec ce qu’ils sont devenus. Chaque mise au rebut exécutée figure aussi dans l’inventaire des interventions.',
    registerFooter: (date) => `État au ${date}.`,
    registerColumns: ['Ordonné', 'Objet', 'Appareils', 'Exécuté', 'Contrôlé'],
    registerNone: 'Aucun ordre n’a été signé.',
    devices: (count) => (count === 1 ? '1 appareil' : `${count} appareils`),
    orders: 'Les ordres',
    each: 'Ordre par ordre',
    stayed: 'Resté au centre',
    cancelled: (date) => `Annulé le ${date}`,
    seen: { present: 'sur place', after: 'après coup' },
    orderedBy: 'Ordonné par',
    checkedOn: 'Contrôlé',
  },
  nl: {
    files: { order: 'bevel-tot-afdanking', record: 'pv-van-afdanking', register: 'afdankingen' },
    order: 'Bevel tot afdanking',
    record: 'Proces-verbaal van afdanking',
    register: 'Register van afdankingen',
    subject: 'Onderwerp',
    how: 'Bestemming',
    planned: 'Uit te voeren op',
    carrier: 'Uitvoerder',
    ordered: 'Bevolen',
    carried: 'Uitgevoerd',
    checked: 'Veiligheidsconsulent',
    intervention: 'Interventie',
    ways: { disposed: 'afdanking', returned: 'teruggave aan de verhuurder', transferred: 'overdracht' },
    capacities: { directorGeneral: 'algemeen directeur', adviser: 'informatieveiligheidsconsulent', other: 'andere aangewezen persoon' },
    theOrder: 'Het bevel',
    orderText: (count) =>
      `${count === 1 ? 'Het toestel op de lijst verlaat' : `De ${count} toestellen op de lijst verlaten`} het centrum definitief. Vooraf worden de gegevens gewist of de dragers vernietigd, volgens de methode die bij elk vermeld is, in aanwezigheid van de informatieveiligheidsconsulent of onder zijn controle. Niets gaat voor die controle uit de inventaris.`,
    list: 'De lijst',
    columns: { number: 'Nr.', device: 'Toestel', what: 'Merk, model, serie', medium: 'Drager', method: 'Methode', note: 'Opmerking', because: 'Waarom' },
    noData: 'zonder gegevens',
    erasedBefore: 'eerder gewist',
    none: 'Geen toestellen.',
    signature: 'Handtekening',
    signedBy: 'Ondertekend door',
    drawn: 'Handtekening op het scherm',
    typed: 'Naam als handtekening',
    session: 'In de eigen sessie van Beffroi',
    toSign: 'Gelezen en goedgekeurd',
    done: 'Wat er gebeurd is',
    doneText: (gone, listed) =>
      gone === listed
        ? `${gone === 1 ? 'Het toestel van het bevel is vertrokken' : `De ${gone} toestellen van het bevel zijn vertrokken`}.`
        : `${gone} van de ${listed} toestellen van het bevel ${gone === 1 ? 'is' : 'zijn'} vertrokken.`,
    present: 'De informatieveiligheidsconsulent was aanwezig bij het wissen of vernietigen.',
    after: 'De informatieveiligheidsconsulent heeft nadien gecontroleerd dat de dragers leeg of vernietigd waren.',
    left: 'In het centrum gebleven',
    noneLeft: 'Alles is vertrokken.',
    certificate: 'Attest van de firma',
    certificateGiven: (name, hash) => `${name}, SHA-256-afdruk ${hash}`,
    noCertificate: 'Er is geen attest bijgevoegd.',
    orderOf: (date, name) => `${date}, ${name}`,
    draftFooter: (date) => `Ontwerp op ${date}, niet ondertekend.`,
    orderFooter: (date) => `Bevel ondertekend op ${date}.`,
    recordFooter: (date) => `Proces-verbaal ondertekend op ${date}.`,
    registerText: 'Alle ondertekende bevelen, met wat ervan geworden is. Elke uitgevoerde afdanking staat ook in het register van interventies.',
    registerFooter: (date) => `Stand op ${date}.`,
    registerColumns: ['Bevolen', 'Onderwerp', 'Toestellen', 'Uitgevoerd', 'Gecontroleerd'],
    registerNone: 'Er is geen bevel ondertekend.',
    devices: (count) => (count === 1 ? '1 toestel' : `${count} toestellen`),
    orders: 'De bevelen',
    each: 'Bevel per bevel',
    stayed: 'In het centrum gebleven',
    cancelled: (date) => `Geannuleerd op ${date}`,
    seen: { present: 'ter plaatse', after: 'nadien' },
    orderedBy: 'Bevolen door',
    checkedOn: 'Gecontroleerd',
  },
  de: {
    files: { order: 'entsorgungsanordnung', record: 'entsorgungsprotokoll', register: 'entsorgungen' },
    order: 'Anordnung zur Entsorgung',
    record: 'Entsorgungsprotokoll',
    register: 'Verzeichnis der Entsorgungen',
    subject: 'Gegenstand',
    how: 'Verbleib',
    planned: 'Auszuführen am',
    carrier: 'Ausführender',
    ordered: 'Angeordnet',
    carried: 'Ausgeführt',
    checked: 'Sicherheitsberater',
    intervention: 'Eingriff',
    ways: { disposed: 'Entsorgung', returned: 'Rückgabe an den Leasinggeber', transferred: 'Abtretung' },
    capacities: { directorGeneral: 'Generaldirektor', adviser: 'Informationssicherheitsberater', other: 'andere bezeichnete Person' },
    theOrder: 'Die Anordnung',
    orderText: (count) =>
      `${count === 1 ? 'Das Gerät auf der Liste verlässt' : `Die ${count} Geräte auf der Liste verlassen`} das Zentrum endgültig. Zuvor werden die Daten nach der jeweils angegebenen Methode gelöscht oder die Datenträger zerstört, in Anwesenheit des Informationssicherheitsberaters oder unter seiner Kontrolle. Vor dieser Kontrolle verlässt nichts das Inventar.`,
    list: 'Die Liste',
    columns: { number: 'Nr.', device: 'Gerät', what: 'Marke, Modell, Seriennummer', medium: 'Datenträger', method: 'Methode', note: 'Bemerkung', because: 'Warum' },
    noData: 'ohne Daten',
    erasedBefore: 'zuvor gelöscht',
    none: 'Keine Geräte.',
    signature: 'Unterschrift',
    signedBy: 'Unterschrieben von',
    drawn: 'Unterschrift auf dem Bildschirm',
    typed: 'Name anstelle der Unterschrift',
    session: 'In der eigenen Sitzung von Beffroi',
    toSign: 'Gelesen und genehmigt',
    done: 'Was geschehen ist',
    doneText: (gone, listed) =>
      gone === listed
        ? `${gone === 1 ? 'Das Gerät der Anordnung ist abgegangen' : `Die ${gone} Geräte der Anordnung sind abgegangen`}.`
        : `${gone} von ${listed} Geräten der Anordnung ${gone === 1 ? 'ist' : 'sind'} abgegangen.`,
    present: 'Der Informationssicherheitsberater war bei der Löschung oder Zerstörung anwesend.',
    after: 'Der Informationssicherheitsberater hat danach geprüft, dass die Datenträger leer oder zerstört waren.',
    left: 'Im Zentrum geblieben',
    noneLeft: 'Alles ist abgegangen.',
    certificate: 'Bescheinigung der Firma',
    certificateGiven: (name, hash) => `${name}, SHA-256-Prüfsumme ${hash}`,
    noCertificate: 'Es ist keine Bescheinigung beigefügt.',
    orderOf: (date, name) => `${date}, ${name}`,
    draftFooter: (date) => `Entwurf vom ${date}, nicht unterschrieben.`,
    orderFooter: (date) => `Anordnung unterschrieben am ${date}.`,
    recordFooter: (date) => `Protokoll unterschrieben am ${date}.`,
    registerText: 'Alle unterschriebenen Anordnungen und was daraus geworden ist. Jede ausgeführte Entsorgung steht auch im Verzeichnis der Eingriffe.',
    registerFooter: (date) => `Stand am ${date}.`,
    registerColumns: ['Angeordnet', 'Gegenstand', 'Geräte', 'Ausgeführt', 'Kontrolliert'],
    registerNone: 'Es wurde keine Anordnung unterschrieben.',
    devices: (count) => (count === 1 ? '1 Gerät' : `${count} Geräte`),
    orders: 'Die Anordnungen',
    each: 'Anordnung für Anordnung',
    stayed: 'Im Zentrum geblieben',
    cancelled: (date) => `Aufgehoben am ${date}`,
    seen: { present: 'vor Ort', after: 'im Nachhinein' },
    orderedBy: 'Angeordnet von',
    checkedOn: 'Kontrolliert',
  },
};
