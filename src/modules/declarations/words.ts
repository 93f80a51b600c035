import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Variant, Way } from './declaration.ts';

type Words = {
  signatory: string;
  fields: { name: string; function: string; service: string; employer: string; mission: string; organization: string };
  additions: string;
  text: (number: number) => string;
  signature: string;
  signed: { on: string; how: string; hash: string; typed: string; drawn: string; handedBy: string };
  ways: Record<Way, string>;
  undersigned: string;
  forTheCentre: string;
  date: string;
  sheetNote: string;
  sheetFooter: (date: string) => string;
  signedFooter: (date: string) => string;
  certificate: {
    title: string;
    intro: string;
    facts: string;
    number: string;
    person: string;
    variant: string;
    language: string;
    place: string;
    countersigned: string;
    notCountersigned: string;
    binds: string;
    bindsText: string;
    footer: (date: string) => string;
  };
  variants: Record<Variant, string>;
  languages: Record<DocumentLanguage, string>;
  register: {
    title: string;
    people: string;
    open: string;
    signed: string;
    columns: [string, string, string, string, string];
    openColumns: [string, string, string, string];
    none: string;
    noneOpen: string;
    sentence: (open: number, all: number) => string;
    footer: (date: string) => string;
    states: { missing: string; renewal: string };
  };
  file: { signed: string; sheet: string; certificate: string; register: string };
};

export const words: Record<DocumentLanguage, Words> = {
  fr: {
    signatory: 'Qui s’engage',
    fields: { name: 'Nom et prénom', function: 'Fonction', service: 'Service', employer: 'Entreprise ou organisation', mission: 'Mission', organization: 'Organisation' },
    additions: 'Dispositions propres au centre',
    text: (number) => `version ${number} du texte`,
    signature: 'Signature',
    signed: { on: 'Signé le', how: 'Manière', hash: 'Empreinte du texte montré', typed: 'Nom écrit en toutes lettres', drawn: 'Signature dessinée à l’écran', handedBy: 'Adresse remise par' },
    ways: {
      session: 'dans Beffroi, dans la session personnelle du signataire',
      screen: 'sur un écran du centre, par une adresse à usage unique',
      link: 'sur l’appareil du signataire, par une adresse personnelle à usage unique',
      paper: 'sur papier, feuille scannée',
      earlier: 'sur papier, avant Beffroi',
    },
    undersigned: 'La personne qui s’engage',
    forTheCentre: 'Pour le centre',
    date: 'Date',
    sheetNote: 'Datez et signez cette feuille, puis remettez-la à l’accueil ou au conseiller en sécurité. Le code en haut de page sert à la classer ; il ne contient aucun nom.',
    sheetFooter: (date) => `Feuille à signer, établie le ${date}`,
    signedFooter: (date) => `Signé le ${date}`,
    certificate: {
      title: 'Attestation d’engagement de confidentialité',
      intro: 'Le registre des engagements du centre contient l’engagement suivant.',
      facts: 'Engagement',
      number: 'Numéro au registre',
      person: 'Personne',
      variant: 'Texte',
      language: 'Langue',
      place: 'Original conservé',
      countersigned: 'Contresigné pour le centre',
      notCountersigned: 'pas encore',
      binds: 'Portée',
      bindsText:
        'L’obligation de secret vient de la loi, du contrat ou du mandat. L’engagement ne se retire pas et ne s’éteint pas avec le contrat ou la mission ; un renouvellement le confirme sans que le précédent ait cessé.',
      footer: (date) => `Attestation établie le ${date}`,
    },
    variants: {
      staff: 'Membres du personnel',
      council: 'Conseil et participants aux séances',
      outsider: 'Personnes extérieures',
      firm: 'Personnes envoyées par une entreprise',
      partner: 'Partenaires et fournisseurs',
    },
    languages: { fr: 'français', nl: 'néerlandais', de: 'allemand' },
    register: {
      title: 'Registre des engagements de confidentialité',
      people: 'État',
      open: 'À signer',
      signed: 'Engagements signés',
      columns: ['N°', 'Nom', 'Texte', 'Signé le', 'Contresigné'],
      openColumns: ['Nom', 'Texte', 'État', 'Depuis'],
      none: 'Aucun engagement n’est encore inscrit au registre.',
      noneOpen: 'Personne ne doit signer.',
      sentence: (open, all) => (open === 0 ? `Toutes les personnes liées au centre ont signé (${all}).` : `${open} personnes sur ${all} doivent encore signer.`),
      footer: (date) => `Registre au ${date}`,
      states: { missing: 'non signé', renewal: 'redemandé' },
    },
    file: { signed: 'engagement', sheet: 'engagement-a-signer', certificate: 'attestation-engagement', register: 'registre-engagements' },
  },
  nl: {
    signatory: 'Wie zich verbindt',
    fields: { name: 'Naam en voornaam', function: 'Functie', service: 'Dienst', employer: 'Onderneming of organisatie', mission: 'Opdracht', organization: 'Organisatie' },
    additions: 'Eigen bepalingen van het centrum',
    text: (number) => `versie ${number} van de tekst`,
    signature: 'Handtekening',
    signed: {
      on: 'Ondertekend op',
      how: 'Wijze',
      hash: 'Vingerafdruk van de getoonde tekst',
      typed: 'Naam voluit geschreven',
      drawn: 'Handtekening op het scherm getekend',
      handedBy: 'Adres overhandigd door',
    },
    ways: {
      session: 'in Beffroi, in de eigen sessie van de ondertekenaar',
      screen: 'op een scherm van het centrum, via een adres voor eenmalig gebruik',
      link: 'op het eigen toestel van de ondertekenaar, via een persoonlijk adres voor eenmalig gebruik',
      paper: 'op papier, gescand blad',
      earlier: 'op papier, vóór Beffroi',
    },
    undersigned: 'De persoon die zich verbindt',
    forTheCentre: 'Voor het centrum',
    date: 'Datum',
    sheetNote: 'Dateer en onderteken dit blad en geef het af aan het onthaal of aan de veiligheidsconsulent. De code bovenaan dient om het te klasseren; zij bevat geen naam.',
    sheetFooter: (date) => `Te ondertekenen blad, opgemaakt op ${date}`,
    signedFooter: (date) => `Ondertekend op ${date}`,
    certificate: {
      title: 'Attest van vertrouwelijkheidsverklaring',
      intro: 'Het register van de verklaringen van het centrum bevat de volgende verklaring.',
      facts: 'Verklaring',
      number: 'Nummer in het register',
      person: 'Persoon',
      variant: 'Tekst',
      language: 'Taal',
      place: 'Origineel bewaard',
      countersigned: 'Medeondertekend voor het centrum',
      notCountersigned: 'nog niet',
      binds: 'Draagwijdte',
      bindsText:
        'De geheimhoudingsplicht volgt uit de wet, de overeenkomst of het mandaat. De verklaring kan niet worden ingetrokken en vervalt niet met de overeenkomst of de opdracht; een hernieuwing bevestigt haar zonder dat de vorige was vervallen.',
      footer: (date) => `Attest opgemaakt op ${date}`,
    },
    variants: {
      staff: 'Personeelsleden',
      council: 'Raad en deelnemers aan de vergaderingen',
      outsider: 'Buitenstaanders',
      firm: 'Personen gestuurd door een onderneming',
      partner: 'Partners en leveranciers',
    },
    languages: { fr: 'Frans', nl: 'Nederlands', de: 'Duits' },
    register: {
      title: 'Register van de vertrouwelijkheidsverklaringen',
      people: 'Stand',
      open: 'Te ondertekenen',
      signed: 'Ondertekende verklaringen',
      columns: ['Nr.', 'Naam', 'Tekst', 'Ondertekend op', 'Medeondertekend'],
      openColumns: ['Naam', 'Tekst', 'Stand', 'Sinds'],
      none: 'In het register staat nog geen enkele verklaring.',
      noneOpen: 'Niemand moet nog ondertekenen.',
      sentence: (open, all) => (open === 0 ? `Alle personen die aan het centrum verbonden zijn, hebben ondertekend (${all}).` : `${open} van de ${all} personen moeten nog ondertekenen.`),
      footer: (date) => `Register op ${date}`,
      states: { missing: 'niet ondertekend', renewal: 'opnieuw gevraagd' },
    },
    file: { signed: 'verklaring', sheet: 'te-ondertekenen-verklaring', certificate: 'attest-verklaring', register: 'register-verklaringen' },
  },
  de: {
    signatory: 'Wer sich verpflichtet',
    fields: { name: 'Name und Vorname', function: 'Funktion', service: 'Dienst', employer: 'Unternehmen oder Organisation', mission: 'Auftrag', organization: 'Organisation' },
    additions: 'Eigene Bestimmungen des Zentrums',
    text: (number) => `Fassung ${number} des Textes`,
    signature: 'Unterschrift',
    signed: {
      on: 'Unterzeichnet am',
      how: 'Art',
      hash: 'Prüfsumme des gezeigten Textes',
      typed: 'Name ausgeschrieben',
      drawn: 'Am Bildschirm gezeichnete Unterschrift',
      handedBy: 'Adresse ausgehändigt von',
    },
    ways: {
      session: 'in Beffroi, in der persönlichen Sitzung des Unterzeichners',
      screen: 'an einem Bildschirm des Zentrums, über eine einmalige Adresse',
      link: 'auf dem eigenen Gerät der unterzeichnenden Person, über eine persönliche einmalige Adresse',
      paper: 'auf Papier, eingescanntes Blatt',
      earlier: 'auf Papier, vor Beffroi',
    },
    undersigned: 'Die Person, die sich verpflichtet',
    forTheCentre: 'Für das Zentrum',
    date: 'Datum',
    sheetNote: 'Datieren und unterschreiben Sie dieses Blatt und geben Sie es am Empfang oder beim Sicherheitsberater ab. Der Code oben dient der Ablage; er enthält keinen Namen.',
    sheetFooter: (date) => `Zu unterzeichnendes Blatt, erstellt am ${date}`,
    signedFooter: (date) => `Unterzeichnet am ${date}`,
    certificate: {
      title: 'Bescheinigung über eine Vertraulichkeitserklärung',
      intro: 'Das Verzeichnis der Erklärungen des Zentrums enthält die folgende Erklärung.',
      facts: 'Erklärung',
      number: 'Nummer im Verzeichnis',
      person: 'Person',
      variant: 'Text',
      language: 'Sprache',
      place: 'Original aufbewahrt',
      countersigned: 'Für das Zentrum gegengezeichnet',
      notCountersigned: 'noch nicht',
      binds: 'Tragweite',
      bindsText:
        'Die Schweigepflicht folgt aus dem Gesetz, dem Vertrag oder dem Mandat. Die Erklärung kann nicht widerrufen werden und erlischt nicht mit dem Vertrag oder dem Auftrag; eine Erneuerung bestätigt sie, ohne dass die frühere erloschen war.',
      footer: (date) => `Bescheinigung erstellt am ${date}`,
    },
    variants: {
      staff: 'Personalmitglieder',
      council: 'Rat und Teilnehmer an den Sitzungen',
      outsider: 'Außenstehende',
      firm: 'Von einem Unternehmen entsandte Personen',
      partner: 'Partner und Lieferanten',
    },
    languages: { fr: 'Französisch', nl: 'Niederländisch', de: 'Deutsch' },
    register: {
      title: 'Verzeichnis der Vertraulichkeitserklärungen',
      people: 'Stand',
      open: 'Zu unterzeichnen',
      signed: 'Unterzeichnete Erklärungen',
      columns: ['Nr.', 'Name', 'Text', 'Unterzeichnet am', 'Gegengezeichnet'],
      openColumns: ['Name', 'Text', 'Stand', 'Seit'],
      none: 'Im Verzeichnis steht noch keine Erklärung.',
      noneOpen: 'Niemand muss noch unterzeichnen.',
      sentence: (open, all) => (open === 0 ? `Alle mit dem Zentrum verbundenen Personen haben unterzeichnet (${all}).` : `${open} von ${all} Personen müssen noch unterzeichnen.`),
      footer: (date) => `Verzeichnis vom ${date}`,
      states: { missing: 'nicht unterzeichnet', renewal: 'erneut verlangt' },
    },
    file: { signed: 'erklaerung', sheet: 'zu-unterzeichnende-erklaerung', certificate: 'bescheinigung-erklaerung', register: 'verzeichnis-erklaerungen' },
  },
};
