import type { Language } from '../../kernel/language.ts';
import { columnLetter } from '../../kernel/workbook.ts';
import type { Workbook, WorkbookCell, WrittenSheet } from '../../kernel/workbook.ts';
import { intakeTemplate } from './template.ts';
import type { IntakeValues } from './template.ts';

/** What a reader would find in sheets that were written: for tests that need no file. */
export const asRead = (sheets: readonly WrittenSheet[]): Workbook => ({
  sheets: sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows
      .map((row, index) => ({
        number: index + 1,
        cells: row.flatMap((written, column): WorkbookCell[] => {
          const value = typeof written === 'object' ? written.value : written;
          return value === undefined || value === '' ? [] : [{ column: columnLetter(column), value }];
        }),
      }))
      .filter((row) => row.cells.length > 0),
  })),
});

/** A small right workbook: two people, one service, a contract and a mandate each, an action of the plan. */
export const smallCentre: Required<IntakeValues> = {
  centre: [
    {
      'name.fr': 'CPAS de Valombre',
      documentLanguage: 'fr',
      municipality: 'Valombre',
      region: 'wallonia',
      'profile.telework': true,
      'profile.wifi': 'guestsOnly',
      'facts.recoveryHours': 48,
      'facts.charterApprovedOn': '2025-02-18',
    },
  ],
  services: [
    { name: 'Direction générale', kind: 'management' },
    { name: 'Service social', kind: 'social', parent: 'Direction générale', head: 'Legrand Zoé' },
  ],
  people: [
    { reference: 'A1', lastName: 'Legrand', firstName: 'Zoé', kind: 'staff', language: 'fr', ssin: '85.07.30-033.28' },
    { lastName: 'D’Hooghe', firstName: 'Émile', kind: 'outsider', employer: 'Vesdre Informatique' },
  ],
  contracts: [
    {
      person: 'A1',
      service: 'Service social',
      kind: 'permanent',
      function: 'Assistante sociale',
      start: '2019-03-01',
      weeklyHours: 30.4,
      suspensionStart: '2026-09-01',
      suspensionEnd: '2026-12-31',
      suspensionReason: 'parental',
    },
  ],
  mandates: [{ person: 'Émile D’Hooghe', kind: 'adviser', start: '2025-01-01', decidedOn: '2024-12-17', decisionNumber: '2024/118', federalServiceNotifiedOn: '2025-01-06', weeklyHours: 4 }],
  actions: [
    {
      title: 'Chiffrer les portables',
      ownerRole: 'itHead',
      priority: 'high',
      startOn: '2026-09-01',
      dueOn: '2027-06-30',
      personDays: 2.5,
      oneOff: 1250.5,
      yearly: 180,
      budgetYear: 2027,
      article: '104/74253',
      originKind: 'incident',
      origin: 'Vol d’un portable',
    },
  ],
  advice: [
    {
      number: '2024/07',
      capacity: 'adviser',
      author: 'Solène Marchal',
      subject: 'Télétravail',
      askedOn: '2024-02-26',
      askedBy: 'A1',
      sentOn: '2024-03-11',
      receivedOn: '2024-03-12',
      recommendation: 'Chiffrer les portables',
      outcome: 'depart',
      decisionReasons: 'Le budget de 2024 est clos',
      decidedOn: '2024-04-23',
      decidedBy: 'Zoé Legrand',
      toldOn: '2024-04-24',
    },
  ],
  sittings: [{ organ: 'council', heldOn: '2026-10-20', startTime: '19h', place: 'Salle du conseil' }],
  answers: [
    { year: 2025, norm: '5.1', guidelines: 'a, c', comment: 'Politique de 2022' },
    { framework: 'bcss-minimum', year: 2025, norm: '5.2', result: 'yes' },
  ],
  suppliers: [
    {
      name: 'Vesdre Informatique SRL',
      kind: 'itServices',
      enterpriseNumber: '0999.999.922',
      processor: true,
      contractTitle: 'Entretien du parc',
      contractStart: '2024-01-01',
      contractEnd: '2026-12-31',
    },
    { name: 'vesdre informatique srl', kind: 'itServices', email: 'info@vesdre.example', contractTitle: 'Hébergement', contractStart: '2025-06-01' },
  ],
  resources: [
    {
      name: 'Logiciel social',
      kind: 'application',
      owner: 'A1',
      service: 'Service social',
      supplier: 'Vesdre Informatique SRL',
      socialData: true,
      levels: 'read, write, administer',
      accountSource: 'file',
    },
    { name: 'Clé des archives', kind: 'key' },
  ],
  rights: [
    { person: 'A1', resource: 'Logiciel social', level: 'write', account: 'zlegrand', since: '2019-03-01' },
    { person: 'Émile D’Hooghe', resource: 'clé des archives', level: 'hold', since: '2026-01-05', until: '2026-12-31', reason: 'Inventaire' },
  ],
  declarations: [{ person: 'A1', variant: 'staff', signedOn: '2019-03-04', place: 'Dossier du personnel' }],
  telework: [{ person: 'A1', situation: 'employerDevice', weekdays: 'mardi, jeudi', agreedOn: '2024-03-01', note: 'Dossier du personnel' }],
  interventions: [
    { number: '2024/07', start: '2024-03-12', by: 'Marc Hollande', nature: 'repair', subject: 'Disque du serveur', result: 'Remplacé', end: '2024-03-12' },
    { start: '2024-05-02', nature: 'emergencyPowerTest', subject: 'Test de l’onduleur', result: 'Deux minutes', followUp: 'Remplacer les batteries', end: '2024-05-02' },
  ],
  backups: [
    {
      name: 'Serveur de fichiers',
      kind: 'server',
      what: 'Dossiers partagés',
      method: 'mixed',
      weekdays: 'lundi, mardi, mercredi, jeudi, vendredi',
      times: '12h30, 22:00',
      place: 'NAS',
      offSite: 'Maison communale',
      encrypted: true,
      keptDays: 35,
      person: 'A1',
      supplier: 'Vesdre Informatique SRL',
      resource: 'logiciel social',
      since: '2024-01-08',
    },
  ],
  restores: [{ backup: 'serveur de fichiers', testedOn: '2026-03-12', what: 'Le serveur entier', extent: 'system', readable: true, minutes: 690, lostMinutes: 900, person: 'A1' }],
  zones: [
    { name: 'Archives', building: 'Siège', floor: 'Sous-sol', kind: 'archives', risk: 'restricted', note: 'Porte coupe-feu' },
    { name: 'Réserve, sous-sol', kind: 'store', risk: 'internal' },
  ],
  zoneEntries: [
    { zoneName: 'archives', category: 'cleaning', hours: 'outside', escorted: true },
    { zoneName: 'Archives', serviceName: 'Service social' },
  ],
  keys: [
    { keyName: 'Clé des archives', kind: 'key', zones: 'Archives, Réserve, sous-sol', changedOn: '2024-01-08', mark: 'A1', personName: 'A1', since: '2025-09-01' },
    { keyName: 'clé des archives', kind: 'key', mark: 'A2', keptWhere: 'Armoire du secrétariat' },
    { keyName: 'Code de l’alarme', kind: 'code', personName: 'Émile D’Hooghe', since: '2025-01-06', note: 'Changé en 2025' },
  ],
  devices: [
    { name: 'PORT-07', kind: 'laptop', brand: 'HP', serial: '5CG1', zone: 'Bureau 12', purchasedOn: '2024-03-01', priceCents: 899.5, encrypted: true, portable: true },
    { name: 'Écrans', kind: 'screen', quantity: 12 },
  ],
  softwareProducts: [
    { name: 'Suite bureautique', publisher: 'The Document Foundation', release: '25.8', kind: 'application', licence: 'free', ownerName: 'A1' },
    { name: 'Antivirus', kind: 'application', licence: 'subscription', seats: 40, counting: 'hand', noted: 44, notedOn: '2026-06-30', licenceUntil: '2027-03-31', price: 1249.9 },
  ],
  derogations: [
    {
      year: 2025,
      number: 3,
      kind: 'wifi',
      what: 'Wi-Fi de la salle du conseil',
      reason: 'Pas de prise',
      askedOn: '2025-11-20',
      askedByName: 'A1',
      deviceName: 'PORT-07',
      startsOn: '2025-12-01',
      endsOn: '2026-11-30',
      advice: 'conditional',
      adviceText: 'Tunnel chiffré',
      adviceOn: '2025-11-21',
      adviceBy: 'Claire Delvaux',
      decision: 'agreed',
      decidedOn: '2025-11-24',
      decidedByName: 'Bureau permanent',
    },
  ],
};

export const smallWorkbook = (language: Language = 'fr', changes: IntakeValues = {}): Workbook => asRead(intakeTemplate(language, { ...smallCentre, ...changes }));
