import type { DocumentLanguage } from '../kernel/language.ts';

type FirmKey = 'social' | 'finance' | 'hosting' | 'network' | 'cleaning' | 'archives' | 'telephony' | 'alarm';

/** Fictional firms, what their contracts are about, and what the demonstration says of resources, in the language of the centre. */
export const firmWords: Record<
  DocumentLanguage,
  {
    firms: Record<FirmKey, string>;
    contracts: Record<FirmKey | 'it', string>;
    people: readonly (readonly [string, string])[];
    tasks: readonly string[];
    place: string;
    annex: string;
    note: string;
    old: string;
    deliberation: string;
    purpose: string;
    conditions: string;
    mailboxes: readonly string[];
    folders: readonly string[];
    account: string;
  }
> = {
  fr: {
    firms: {
      social: 'Sociallis Logiciels SRL',
      finance: 'Compta Trois Vallées SA',
      hosting: 'Nuage d’Argile SRL',
      network: 'Réseau Clairval SA',
      cleaning: 'Net et Clair SRL',
      archives: 'Archives Mosellan SRL',
      telephony: 'Téléphonie Bellevoix',
      alarm: 'Alarmes du Perron SRL',
    },
    contracts: {
      it: 'Maintenance du parc et du serveur',
      social: 'Logiciel social, licence et maintenance',
      finance: 'Comptabilité et salaires',
      hosting: 'Hébergement des sauvegardes',
      network: 'Lignes et accès au réseau',
      cleaning: 'Nettoyage des bureaux',
      archives: 'Destruction d’archives sur papier',
      telephony: 'Central téléphonique',
      alarm: 'Alarme et badges',
    },
    people: [
      ['Luc', 'Debroux'],
      ['Inès', 'Colin'],
      ['Marc', 'Lenaerts'],
    ],
    tasks: ['Support du logiciel', 'Entretien du serveur', 'Interventions sur place'],
    place: 'art. {{n}}',
    annex: 'annexe 2',
    note: 'Contact unique : le service informatique de la firme.',
    old: 'Ancien logiciel social',
    deliberation: 'CSI (démonstration) n° {{n}}',
    purpose: 'Enquête sociale et suivi de l’aide accordée',
    conditions: 'Seulement pour un dossier intégré, par les personnes habilitées, avec trace de chaque consultation.',
    mailboxes: ['accueil', 'service social'],
    folders: ['service social', 'direction'],
    account: 'p.nom',
  },
  nl: {
    firms: {
      social: 'Socialis Software bv',
      finance: 'Boekhoud Drie Dalen nv',
      hosting: 'Kleiwolk bv',
      network: 'Helderdal Netwerken nv',
      cleaning: 'Proper en Klaar bv',
      archives: 'Archief Waterkant bv',
      telephony: 'Telefonie De Stem',
      alarm: 'Alarm Het Perron bv',
    },
    contracts: {
      it: 'Onderhoud van toestellen en server',
      social: 'Sociale software, licentie en onderhoud',
      finance: 'Boekhouding en lonen',
      hosting: 'Hosting van de back-ups',
      network: 'Lijnen en toegang tot het netwerk',
      cleaning: 'Schoonmaak van de kantoren',
      archives: 'Vernietiging van papieren archief',
      telephony: 'Telefooncentrale',
      alarm: 'Alarm en badges',
    },
    people: [
      ['Luc', 'Debrouwer'],
      ['Ines', 'Collin'],
      ['Mark', 'Lenaert'],
    ],
    tasks: ['Ondersteuning van de software', 'Onderhoud van de server', 'Interventies ter plaatse'],
    place: 'art. {{n}}',
    annex: 'bijlage 2',
    note: 'Eén aanspreekpunt: de informaticadienst van de firma.',
    old: 'Vroegere sociale software',
    deliberation: 'IVC (demonstratie) nr. {{n}}',
    purpose: 'Sociaal onderzoek en opvolging van de toegekende hulp',
    conditions: 'Alleen voor een geïntegreerd dossier, door gemachtigde personen, met een spoor van elke raadpleging.',
    mailboxes: ['onthaal', 'sociale dienst'],
    folders: ['sociale dienst', 'directie'],
    account: 'v.naam',
  },
  de: {
    firms: {
      social: 'Sozialis Software GmbH',
      finance: 'Buchhaltung Drei Täler AG',
      hosting: 'Lehmwolke GmbH',
      network: 'Klartal Netze AG',
      cleaning: 'Sauber und Klar GmbH',
      archives: 'Archiv am Venn GmbH',
      telephony: 'Telefonie Wohlklang',
      alarm: 'Alarm am Perron GmbH',
    },
    contracts: {
      it: 'Wartung der Geräte und des Servers',
      social: 'Sozialsoftware, Lizenz und Wartung',
      finance: 'Buchhaltung und Löhne',
      hosting: 'Hosting der Datensicherungen',
      network: 'Leitungen und Netzzugang',
      cleaning: 'Reinigung der Büros',
      archives: 'Vernichtung von Papierarchiven',
      telephony: 'Telefonzentrale',
      alarm: 'Alarm und Badges',
    },
    people: [
      ['Lukas', 'Broich'],
      ['Ines', 'Kolling'],
      ['Markus', 'Lennertz'],
    ],
    tasks: ['Support der Software', 'Wartung des Servers', 'Einsätze vor Ort'],
    place: 'Art. {{n}}',
    annex: 'Anhang 2',
    note: 'Eine Anlaufstelle: der IT-Dienst der Firma.',
    old: 'Frühere Sozialsoftware',
    deliberation: 'ISA (Demonstration) Nr. {{n}}',
    purpose: 'Sozialuntersuchung und Begleitung der gewährten Hilfe',
    conditions: 'Nur für eine eingetragene Akte, durch ermächtigte Personen, mit Spur jeder Abfrage.',
    mailboxes: ['Empfang', 'Sozialdienst'],
    folders: ['Sozialdienst', 'Direktion'],
    account: 'v.name',
  },
};
