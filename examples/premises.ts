/** What Valombre knows of its building: which rooms are guarded, who may enter, and where its keys are, one of them lost. */
type Values = Record<string, string | number | boolean | undefined>;
type Who = { itHead: string; agent: string; archivist: string; code: (title: string, place?: number) => string };

export const zonesOf = (): Values[] => [
  { name: 'Accueil', building: 'Siège', floor: 'Rez-de-chaussée', kind: 'reception', risk: 'public' },
  { name: 'Bureaux du service social', building: 'Siège', floor: 'Rez-de-chaussée', kind: 'office', risk: 'internal', note: 'Trois bureaux d’entretien donnent sur le couloir' },
  { name: 'Bureaux de l’étage', building: 'Siège', floor: '1er étage', kind: 'office', risk: 'internal' },
  { name: 'Salle du conseil', building: 'Siège', floor: '1er étage', kind: 'meeting', risk: 'internal' },
  { name: 'Local du serveur', building: 'Siège', floor: '1er étage', kind: 'serverRoom', risk: 'critical', resourceName: 'Local du serveur' },
  { name: 'Archives', building: 'Siège', floor: 'Sous-sol', kind: 'archives', risk: 'restricted', note: 'Traversées par une conduite d’eau' },
  { name: 'Banque alimentaire', building: 'Atelier', kind: 'store', risk: 'internal' },
  { name: 'Ancien bureau de l’insertion', building: 'Gare', kind: 'office', risk: 'internal', retiredOn: '2024-08-31' },
];

export const zoneEntriesOf = ({ itHead }: Who): Values[] => [
  { zoneName: 'Accueil', category: 'everybody' },
  { zoneName: 'Bureaux du service social', category: 'service', serviceName: 'Service social' },
  { zoneName: 'Bureaux du service social', category: 'visitors', escorted: true },
  { zoneName: 'Bureaux de l’étage', category: 'staff' },
  { zoneName: 'Salle du conseil', category: 'council', hours: 'outside' },
  { zoneName: 'Local du serveur', personName: itHead, hours: 'always' },
  { zoneName: 'Local du serveur', category: 'technicians', escorted: true },
  // Alone, and in the evening: what an adviser would change first.
  { zoneName: 'Local du serveur', category: 'cleaning', hours: 'outside', note: 'Clé prise au tableau du secrétariat' },
  { zoneName: 'Archives', category: 'archivist' },
  { zoneName: 'Banque alimentaire', category: 'service', serviceName: 'Service technique' },
];

export const keysOf = ({ itHead, agent, archivist, code }: Who): Values[] => {
  const server = { keyName: 'Clé du local du serveur', kind: 'key' };
  const badge = { keyName: 'Badge d’entrée', kind: 'badge' };
  const entrance = { keyName: 'Clé de la porte d’entrée', kind: 'key' };
  const alarm = { keyName: 'Code de l’alarme', kind: 'code' };
  const foreman = code('Chef d’équipe technique');
  return [
    { ...server, zones: 'Local du serveur', changedOn: '2021-06-28', mark: '3', personName: itHead, since: '2021-06-28' },
    { ...server, mark: '4', personName: agent, since: '2023-03-20' },
    { ...server, mark: '5', keptWhere: 'Tableau du secrétariat' },
    { keyName: 'Clé du sous-sol des archives', kind: 'key', zones: 'Archives', mark: '11', personName: archivist, since: '2020-01-01' },
    { keyName: 'Clé du sous-sol des archives', kind: 'key', mark: '12', personName: foreman, since: '2014-04-07' },
    { ...entrance, zones: 'Accueil ; Bureaux du service social ; Bureaux de l’étage', mark: 'A1', personName: code('Directrice générale'), since: '2014-09-01' },
    { ...entrance, mark: 'A2', personName: code('Employée d’accueil'), since: '2018-06-11' },
    { ...entrance, mark: 'A3', personName: code('Ouvrière de nettoyage'), since: '2021-08-16' },
    { ...entrance, mark: 'A4', state: 'lost', personName: code('Assistante sociale', 2), since: '2025-12-04', note: 'Perdue sur le parking' },
    { ...badge, zones: 'Banque alimentaire', mark: '0107', personName: code('Magasinier de la banque alimentaire'), since: '2022-10-10' },
    { ...badge, mark: '0108', keptWhere: 'Coffre de la direction' },
    { ...alarm, changedOn: '2022-09-01', personName: code('Directrice générale'), since: '2022-09-01' },
    { ...alarm, personName: foreman, since: '2022-09-01' },
    { ...alarm, personName: code('Employée d’accueil'), since: '2022-09-01' },
  ];
};
