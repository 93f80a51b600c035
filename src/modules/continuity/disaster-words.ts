import type { DocumentLanguage } from '../../kernel/language.ts';
import type { CallTask, StepPhase } from './disaster.ts';

type Words = {
  tasks: Record<CallTask, string>;
  phases: Record<StepPhase, string>;
  scenarios: Record<string, string>;
  deciders: Record<'council' | 'permanentBureau' | 'directorGeneral', string>;
  kinds: Record<'server' | 'backup' | 'key', string>;
  heads: Record<
    | 'task'
    | 'person'
    | 'number'
    | 'calledBy'
    | 'service'
    | 'within'
    | 'who'
    | 'where'
    | 'means'
    | 'provider'
    | 'lookedAfter'
    | 'contract'
    | 'what'
    | 'place'
    | 'offSite'
    | 'name'
    | 'address'
    | 'contact'
    | 'equipment'
    | 'order'
    | 'resource'
    | 'restart'
    | 'loss'
    | 'decision'
    | 'note',
    string
  >;
  empty: Record<'calls' | 'deciders' | 'services' | 'places' | 'restart' | 'providers' | 'where' | 'objectives' | 'steps', string>;
  whole: string;
  noNumber: string;
  privateNumber: string;
  noOffSite: string;
  instead: string;
  dropped: string;
  hours: string;
  seats: string;
  outsideIn: string;
};

/** What the registers say in the disaster plan, in a language of documents. */
export const disasterWords: Record<DocumentLanguage, Words> = {
  fr: {
    tasks: {
      leads: 'dirige et décide',
      replaces: 'dirige en son absence',
      security: 'sécurité de l’information',
      informatics: 'informatique',
      services: 'services au public',
      premises: 'bâtiment',
      communication: 'communication',
      privacy: 'protection des données',
      rescue: 'secours',
      supplier: 'prestataire',
      authority: 'autorité',
      insurance: 'assurance',
      other: 'autre',
    },
    phases: { atOnce: 'Tout de suite', firstDay: 'Dans les 24 heures', after: 'Ensuite' },
    scenarios: {
      building: 'perte du bâtiment',
      server: 'perte du serveur',
      telecommunications: 'perte des télécommunications',
      people: 'absence de personnes clés',
      ransomware: 'rançongiciel',
      other: 'autre',
    },
    deciders: { council: 'conseil', permanentBureau: 'bureau permanent', directorGeneral: 'directeur général' },
    kinds: { server: 'serveur', backup: 'sauvegarde', key: 'clé' },
    heads: {
      task: 'Pour quoi',
      person: 'Qui',
      number: 'Téléphone',
      calledBy: 'Appelé par',
      service: 'Service',
      within: 'Rouvert en',
      who: 'Par qui',
      where: 'Où',
      means: 'Sur papier, avec',
      provider: 'Prestataire',
      lookedAfter: 'Ce qu’il entretient',
      contract: 'Contrat',
      what: 'Quoi',
      place: 'Où',
      offSite: 'Copie hors du bâtiment',
      name: 'Lieu',
      address: 'Adresse',
      contact: 'À joindre',
      equipment: 'Sur place',
      order: 'Ordre',
      resource: 'Ressource',
      restart: 'Reprise',
      loss: 'Perte admise',
      decision: 'Décision',
      note: 'Remarque',
    },
    empty: {
      calls: 'L’arbre d’appel n’est pas encore établi.',
      deciders: 'Personne n’est encore désigné pour diriger.',
      services: 'Aucun service minimum n’est encore fixé.',
      places: 'Aucun lieu de remplacement n’est encore convenu.',
      restart: 'L’ordre de reprise n’est pas encore fixé.',
      providers: 'Aucun prestataire n’est inscrit au registre.',
      where: 'Ni serveur, ni sauvegarde, ni clé n’est inscrit aux registres.',
      objectives: 'Le conseil n’a pas encore fixé de délai de reprise.',
      steps: 'Rien de plus que ce qui vaut dans tous les cas.',
    },
    whole: 'Tout le centre',
    noNumber: 'numéro à noter',
    privateNumber: 'numéro privé',
    noOffSite: 'aucune',
    instead: '{{lead}}\nà défaut, {{deputy}}',
    dropped: 'Sans objet au centre. {{reason}}',
    hours: '{{count}} h',
    seats: '{{count}} places',
    outsideIn: '{{scenarios}} seulement',
  },
  nl: {
    tasks: {
      leads: 'leidt en beslist',
      replaces: 'leidt bij afwezigheid',
      security: 'informatieveiligheid',
      informatics: 'informatica',
      services: 'dienstverlening',
      premises: 'gebouw',
      communication: 'communicatie',
      privacy: 'gegevensbescherming',
      rescue: 'hulpdiensten',
      supplier: 'leverancier',
      authority: 'overheid',
      insurance: 'verzekering',
      other: 'andere',
    },
    phases: { atOnce: 'Onmiddellijk', firstDay: 'Binnen 24 uur', after: 'Daarna' },
    scenarios: {
      building: 'verlies van het gebouw',
      server: 'verlies van de server',
      telecommunications: 'verlies van de telecommunicatie',
      people: 'uitval van sleutelpersonen',
      ransomware: 'gijzelsoftware',
      other: 'andere',
    },
    deciders: { council: 'raad', permanentBureau: 'vast bureau', directorGeneral: 'algemeen directeur' },
    kinds: { server: 'server', backup: 'back-up', key: 'sleutel' },
    heads: {
      task: 'Waarvoor',
      person: 'Wie',
      number: 'Telefoon',
      calledBy: 'Gebeld door',
      service: 'Dienst',
      within: 'Weer open na',
      who: 'Door wie',
      where: 'Waar',
      means: 'Op papier, met',
      provider: 'Leverancier',
      lookedAfter: 'Wat hij onderhoudt',
      contract: 'Contract',
      what: 'Wat',
      place: 'Waar',
      offSite: 'Kopie buiten het gebouw',
      name: 'Plaats',
      address: 'Adres',
      contact: 'Te bereiken',
      equipment: 'Ter plaatse',
      order: 'Volgorde',
      resource: 'Middel',
      restart: 'Herstart',
      loss: 'Aanvaard verlies',
      decision: 'Beslissing',
      note: 'Opmerking',
    },
    empty: {
      calls: 'De belboom is nog niet opgesteld.',
      deciders: 'Er is nog niemand aangewezen om te leiden.',
      services: 'Er is nog geen minimale dienst vastgelegd.',
      places: 'Er is nog geen vervangende werkplek afgesproken.',
      restart: 'De volgorde van herstart is nog niet vastgelegd.',
      providers: 'Er staat geen leverancier in het register.',
      where: 'Er staat geen server, back-up of sleutel in de registers.',
      objectives: 'De raad heeft nog geen hersteltermijn vastgelegd.',
      steps: 'Niets meer dan wat in alle gevallen geldt.',
    },
    whole: 'Het hele centrum',
    noNumber: 'nummer te noteren',
    privateNumber: 'privénummer',
    noOffSite: 'geen',
    instead: '{{lead}}\nzo niet {{deputy}}',
    dropped: 'Niet van toepassing in het centrum. {{reason}}',
    hours: '{{count}} u.',
    seats: '{{count}} plaatsen',
    outsideIn: 'enkel {{scenarios}}',
  },
  de: {
    tasks: {
      leads: 'leitet und entscheidet',
      replaces: 'leitet bei Abwesenheit',
      security: 'Informationssicherheit',
      informatics: 'Informatik',
      services: 'Dienste für die Öffentlichkeit',
      premises: 'Gebäude',
      communication: 'Kommunikation',
      privacy: 'Datenschutz',
      rescue: 'Rettungsdienste',
      supplier: 'Dienstleister',
      authority: 'Behörde',
      insurance: 'Versicherung',
      other: 'andere',
    },
    phases: { atOnce: 'Sofort', firstDay: 'Innerhalb von 24 Stunden', after: 'Danach' },
    scenarios: {
      building: 'Verlust des Gebäudes',
      server: 'Verlust des Servers',
      telecommunications: 'Ausfall der Telekommunikation',
      people: 'Ausfall wichtiger Personen',
      ransomware: 'Erpressungssoftware',
      other: 'anderes',
    },
    deciders: { council: 'Rat', permanentBureau: 'Präsidium', directorGeneral: 'Generaldirektor' },
    kinds: { server: 'Server', backup: 'Datensicherung', key: 'Schlüssel' },
    heads: {
      task: 'Wofür',
      person: 'Wer',
      number: 'Telefon',
      calledBy: 'Angerufen von',
      service: 'Dienst',
      within: 'Wieder offen in',
      who: 'Durch wen',
      where: 'Wo',
      means: 'Auf Papier, mit',
      provider: 'Dienstleister',
      lookedAfter: 'Was er betreut',
      contract: 'Vertrag',
      what: 'Was',
      place: 'Wo',
      offSite: 'Kopie außerhalb des Gebäudes',
      name: 'Ort',
      address: 'Adresse',
      contact: 'Zu erreichen',
      equipment: 'Vor Ort',
      order: 'Folge',
      resource: 'Ressource',
      restart: 'Wiederanlauf',
      loss: 'Zulässiger Verlust',
      decision: 'Beschluss',
      note: 'Bemerkung',
    },
    empty: {
      calls: 'Die Anrufliste ist noch nicht erstellt.',
      deciders: 'Noch ist niemand bestimmt, der leitet.',
      services: 'Noch ist kein Mindestdienst festgelegt.',
      places: 'Noch ist kein Ersatzarbeitsplatz vereinbart.',
      restart: 'Die Reihenfolge des Wiederanlaufs ist noch nicht festgelegt.',
      providers: 'Im Register steht kein Dienstleister.',
      where: 'In den Registern steht weder Server noch Datensicherung noch Schlüssel.',
      objectives: 'Der Rat hat noch keine Frist für den Wiederanlauf gesetzt.',
      steps: 'Nichts weiter als was in allen Fällen gilt.',
    },
    whole: 'Das ganze Zentrum',
    noNumber: 'Nummer zu notieren',
    privateNumber: 'private Nummer',
    noOffSite: 'keine',
    instead: '{{lead}}\nersatzweise {{deputy}}',
    dropped: 'Im Zentrum gegenstandslos. {{reason}}',
    hours: '{{count}} Std.',
    seats: '{{count}} Plätze',
    outsideIn: 'nur {{scenarios}}',
  },
};

/** A text with its gaps filled. */
export const filled = (text: string, values: Record<string, string | number>): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
