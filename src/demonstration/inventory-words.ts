import type { DocumentLanguage } from '../kernel/language.ts';

type Words = {
  old: string;
  disposals: readonly [string, string, string];
  open: string;
  draft: string;
  wrong: string;
  wrongReason: string;
  stayed: string;
  seen: string;
  certificate: { title: string; text: string; file: string };
  counts: string;
  repair: string;
  stolen: string;
  wiped: string;
  function: string;
};

/** What the centres of the demonstration wrote of counts, erasures and disposals. */
export const inventoryWords: Record<DocumentLanguage, Words> = {
  fr: {
    old: 'ANCIEN',
    disposals: ['Postes de l’ancien service médiation', 'Ordinateurs sous Windows 7 et imprimante', 'Fin de vie : postes et disque de sauvegarde'],
    open: 'Trois postes remplacés cet été',
    draft: 'Tri du local du serveur',
    wrong: 'Matériel du rez-de-chaussée',
    wrongReason: 'Liste dressée par erreur : ces postes resservent à l’accueil.',
    stayed: 'Introuvable le jour de l’enlèvement, retrouvé ensuite à la cave',
    seen: 'Disques percés devant moi, débris remis à la firme.',
    certificate: { title: 'Attestation de destruction', text: 'Les supports confiés ce jour ont été broyés à 6 mm ; aucune donnée n’est récupérable.', file: 'attestation-de-destruction.pdf' },
    counts: 'Deux écrans prêtés à la commune, retrouvés après le comptage.',
    repair: 'Four de l’imprimante, disque retiré',
    stolen: 'Volée dans une voiture pendant une visite à domicile ; plainte déposée.',
    wiped: 'Ordre d’effacement confirmé par l’opérateur à 9 h 12.',
    function: 'Même fonction au service social, reprise des dossiers.',
  },
  nl: {
    old: 'OUD',
    disposals: ['Computers van de vroegere dienst bemiddeling', 'Computers met Windows 7 en printer', 'Einde levensduur: computers en back-upschijf'],
    open: 'Drie computers vervangen deze zomer',
    draft: 'Opruimen van het serverlokaal',
    wrong: 'Materiaal van het gelijkvloers',
    wrongReason: 'Lijst bij vergissing opgemaakt: deze computers dienen opnieuw aan het onthaal.',
    stayed: 'Onvindbaar op de dag van de ophaling, later teruggevonden in de kelder',
    seen: 'Schijven in mijn bijzijn doorboord, resten aan de firma gegeven.',
    certificate: { title: 'Vernietigingsattest', text: 'De vandaag toevertrouwde dragers zijn vermalen tot 6 mm; geen gegevens zijn herstelbaar.', file: 'vernietigingsattest.pdf' },
    counts: 'Twee schermen uitgeleend aan de gemeente, teruggevonden na de telling.',
    repair: 'Fuser van de printer, schijf uitgehaald',
    stolen: 'Gestolen uit een auto tijdens een huisbezoek; klacht ingediend.',
    wiped: 'Wisbevel bevestigd door de operator om 9.12 uur.',
    function: 'Zelfde functie bij de sociale dienst, dossiers overgenomen.',
  },
  de: {
    old: 'ALT',
    disposals: ['Computer des früheren Mediationsdienstes', 'Computer mit Windows 7 und Drucker', 'Lebensende: Computer und Sicherungsplatte'],
    open: 'Drei im Sommer ersetzte Computer',
    draft: 'Aufräumen des Serverraums',
    wrong: 'Geräte des Erdgeschosses',
    wrongReason: 'Liste irrtümlich erstellt: Diese Computer dienen wieder am Empfang.',
    stayed: 'Am Tag der Abholung unauffindbar, später im Keller gefunden',
    seen: 'Platten in meinem Beisein durchbohrt, Reste der Firma übergeben.',
    certificate: {
      title: 'Vernichtungsbescheinigung',
      text: 'Die heute anvertrauten Datenträger wurden auf 6 mm geschreddert; keine Daten sind wiederherstellbar.',
      file: 'vernichtungsbescheinigung.pdf',
    },
    counts: 'Zwei der Gemeinde geliehene Bildschirme, nach der Zählung gefunden.',
    repair: 'Fixiereinheit des Druckers, Datenträger entnommen',
    stolen: 'Bei einem Hausbesuch aus einem Auto gestohlen; Anzeige erstattet.',
    wiped: 'Löschbefehl vom Betreiber um 9.12 Uhr bestätigt.',
    function: 'Gleiche Funktion im Sozialdienst, Akten übernommen.',
  },
};
