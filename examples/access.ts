/** What Valombre knows of its firms, and of what people there have access to: as lists are, with gaps. */
type Values = Record<string, string | number | boolean | undefined>;

/** `itFirm` looks after the computers. */
export const suppliersOf = (itFirm: string): Values[] => [
  {
    name: itFirm,
    kind: 'itServices',
    enterpriseNumber: '0999.990.123',
    processor: true,
    address: 'Quai de la Vesdre 12, 4997 Roncheux',
    email: 'info@vesdre-data.example',
    phone: '087 00 02 00',
    supportEmail: 'support@vesdre-data.example',
    supportPhone: '087 00 02 22',
    contractTitle: 'Entretien du parc et du serveur',
    contractReference: '2023/118',
    contractStart: '2024-01-01',
    contractEnd: '2027-12-31',
    note: 'Le technicien attitré vient le mardi',
  },
  { name: itFirm, kind: 'itServices', contractTitle: 'Sauvegarde externalisée', contractReference: '2025/041', contractStart: '2025-07-01', contractEnd: '2028-06-30' },
  {
    name: 'Socialis Logiciels SA',
    kind: 'software',
    enterpriseNumber: '0999.991.014',
    processor: true,
    email: 'contact@socialis.example',
    supportEmail: 'assistance@socialis.example',
    supportPhone: '02 000 04 40',
    contractTitle: 'Licence et entretien du logiciel social',
    contractReference: '2019/007',
    contractStart: '2019-04-01',
    contractEnd: '2027-03-31',
  },
  { name: 'Compta-Cité SRL', kind: 'software', processor: true, supportEmail: 'aide@compta-cite.example', contractTitle: 'Comptabilité et budget', contractStart: '2021-01-01' },
  { name: 'Réseau public Explore', kind: 'network', supportPhone: '0800 00 0 00', contractTitle: 'Raccordement au réseau', contractStart: '2020-09-01' },
  // No contract was found: the company has come since before anybody remembers.
  { name: 'Serrurerie Delfosse & Fils', kind: 'security', phone: '087 00 07 70', note: 'Reproduit les clés sur présentation de la carte' },
  {
    name: 'Papyrus Destruction SRL',
    kind: 'archives',
    email: 'enlevements@papyrus-destruction.example',
    contractTitle: 'Enlèvement et destruction de papier',
    contractStart: '2023-05-01',
    contractEnd: '2026-04-30',
  },
  { name: 'Net et Clair SCRL', kind: 'cleaning', phone: '087 00 09 90', contractTitle: 'Nettoyage des bureaux', contractStart: '2022-01-01', contractEnd: '2024-12-31', endedOn: '2024-12-31' },
];

type Owners = { itFirm: string; itHead: string; finance: string; archivist: string };
/** What somebody may have access to, on a screen as on paper. */
export const resourcesOf = ({ itFirm, itHead, finance, archivist }: Owners): Values[] => [
  {
    name: 'Logiciel social',
    kind: 'application',
    description: 'Dossiers d’aide, enquêtes sociales, décisions',
    service: 'Service social',
    supplier: 'Socialis Logiciels SA',
    socialData: true,
    levels: 'consulter, encoder, valider, administrer',
    accountSource: 'file',
    identifierFormat: 'initiale + nom',
  },
  { name: 'Comptabilité', kind: 'application', owner: finance, supplier: 'Compta-Cité SRL', levels: 'consulter, encoder, valider', accountSource: 'file' },
  { name: 'Médiation de dettes', kind: 'application', service: 'Médiation de dettes', supplier: 'Socialis Logiciels SA', socialData: true, accountSource: 'file' },
  { name: 'Registre national', kind: 'bcssFlow', description: 'Données légales d’identification', service: 'Service social', socialData: true, levels: 'consulter' },
  { name: 'Flux du revenu d’intégration', kind: 'bcssFlow', service: 'Service social', socialData: true, levels: 'consulter, encoder' },
  { name: 'Portail de la sécurité sociale', kind: 'portal', service: 'Administration et secrétariat', socialData: true, levels: 'consulter, encoder, administrer' },
  { name: 'Domaine VALOMBRE', kind: 'domain', owner: itHead, supplier: itFirm, levels: 'encoder, administrer', accountSource: 'activeDirectory', identifierFormat: 'initiale + nom' },
  { name: 'Serveur de fichiers', kind: 'server', owner: itHead, supplier: itFirm, socialData: true, levels: 'administrer', accountSource: 'activeDirectory' },
  { name: 'Pare-feu du siège', kind: 'networkEquipment', owner: itHead, supplier: itFirm, levels: 'administrer' },
  { name: 'Accès à distance', kind: 'remoteAccess', owner: itHead, supplier: itFirm, accountSource: 'activeDirectory' },
  { name: 'Boîte info@cpas-valombre.example', kind: 'mailbox', service: 'Administration et secrétariat', accountSource: 'microsoft365' },
  { name: 'Dossier « Insertion »', kind: 'folder', service: 'Insertion socioprofessionnelle', socialData: true, levels: 'consulter, encoder' },
  { name: 'Local du serveur', kind: 'room', owner: itHead },
  { name: 'Clé du sous-sol des archives', kind: 'key', owner: archivist, supplier: 'Serrurerie Delfosse & Fils', accountSource: 'paper' },
  { name: 'Code de l’alarme', kind: 'code', description: 'Qui le connaît ; le code lui-même n’est écrit nulle part ici' },
  { name: 'Ancien logiciel de repas', kind: 'application', service: 'Aide à domicile', levels: 'consulter, encoder', retiredOn: '2025-06-30' },
];
