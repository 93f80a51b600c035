/** What Valombre kept of its yearly cycle before Beffroi: its register of advice, its sittings, the answers of last year. */
import { readFileSync, readdirSync } from 'node:fs';

type Values = Record<string, string | number | boolean | undefined>;

/** The advice of three years, as an adviser kept it in a spreadsheet: not all columns filled, one decided on late, one by word of mouth. */
export const adviceOf = (adviser: string, director: string): Values[] => [
  {
    number: '2024/01',
    author: 'Solène Marchal',
    subject: 'Sauvegardes sur disque amovible',
    sentOn: '2024-02-12',
    facts: 'Le disque de sauvegarde reste branché au serveur et dort dans le même local.',
    reasons: 'Un incendie ou un rançongiciel prendrait les données et leur copie.',
    recommendation: 'Deux disques chiffrés en alternance, l’un au coffre de la maison communale.',
    risk: 'Perte de toutes les données sociales.',
    outcome: 'follow',
    decidedOn: '2024-03-05',
    decidedBy: director,
    toldOn: '2024-03-06',
  },
  {
    number: '2024/02',
    author: 'Solène Marchal',
    subject: 'Caméra à l’entrée des bureaux d’aide sociale',
    askedOn: '2024-05-06',
    askedBy: director,
    question: 'Peut-on filmer le couloir où attendent les bénéficiaires ?',
    sentOn: '2024-05-21',
    receivedOn: '2024-05-22',
    facts: 'Deux incidents verbaux en un an. La caméra montrerait qui attend, et chez qui.',
    reasons: 'Le but est réel, mais filmer l’attente dépasse ce qu’il demande.',
    recommendation: 'Filmer la porte de la rue, pas le couloir ; un pictogramme ; trente jours au plus.',
    outcome: 'followInPart',
    decisionReasons: 'Le couloir sera filmé hors des heures de permanence.',
    decidedOn: '2024-09-10',
    decidedBy: director,
    toldOn: '2024-09-12',
  },
  {
    number: '2025/01',
    author: adviser,
    subject: 'Étiquettes de mots de passe sous les claviers',
    oral: true,
    oralReason: 'Trois postes d’un local fermé, corrigés le jour même.',
    sentOn: '2025-04-08',
    recommendation: 'Les retirer, changer les mots de passe, en parler à la réunion de service.',
    outcome: 'follow',
    decidedOn: '2025-04-08',
    decidedBy: director,
    toldOn: '2025-04-08',
  },
  {
    number: '2025/02',
    author: adviser,
    subject: 'Partage de dossiers sociaux par un service en ligne gratuit',
    sentOn: '2025-10-14',
    receivedOn: '2025-10-15',
    facts: 'Le service d’insertion partage des dossiers avec un partenaire par un stockage gratuit hors de l’Union.',
    reasons: 'Ni contrat de sous-traitance, ni autorisation du comité compétent.',
    recommendation: 'Cesser, faire effacer, passer par l’échange sécurisé de la Région.',
    outcome: 'depart',
    decisionReasons: 'Le partenaire change d’outil le 1er janvier 2026 ; l’échange continue jusque-là sans données de santé.',
    decidedOn: '2025-11-18',
    decidedBy: director,
    toldOn: '2025-11-18',
  },
  {
    author: adviser,
    subject: 'Télétravail depuis un ordinateur privé',
    askedOn: '2026-09-21',
    askedBy: director,
    sentOn: '2026-10-06',
    facts: 'Quatre agents demandent de travailler chez eux sur leur propre machine.',
    reasons: 'Le centre ne peut ni chiffrer ni tenir à jour ces machines.',
    recommendation: 'Refuser ; prêter un portable chiffré, connexion par le réseau privé virtuel.',
  },
];

/** The council sits on the third Tuesday, but for July and August. */
const held = [
  '2025-09-16',
  '2025-10-21',
  '2025-11-18',
  '2025-12-16',
  '2026-01-20',
  '2026-02-17',
  '2026-03-17',
  '2026-04-21',
  '2026-05-19',
  '2026-06-16',
  '2026-09-15',
  '2026-10-20',
  '2026-11-17',
  '2026-12-15',
];
export const sittings: Values[] = [
  ...held.map((heldOn) => ({ organ: 'council', heldOn, startTime: '19:30', place: 'Salle du conseil' })),
  { organ: 'council', heldOn: '2026-11-10', startTime: '19:30', place: 'Salle du conseil', cancelledOn: '2026-11-06', cancelReason: 'Quorum non atteint ; reportée au 17 novembre' },
  { organ: 'specialCommittee', heldOn: '2026-11-04', startTime: '14:00', place: 'Salle des commissions' },
];

const library = new URL('../library/norms/bcss-minimum/', import.meta.url);
const numbers = readdirSync(library)
  .filter((name) => /^\d/.test(name))
  .toSorted()
  .flatMap((name) => [...readFileSync(new URL(name, library), 'utf8').matchAll(/^ {2}- id: '([^']+)'$/gm)].map(([, id]) => id!));
const remarks: Record<string, string> = {
  '5.1': 'Politique de 2022, approuvée par le conseil ; à revoir.',
  '6.1': 'Conseillère partagée avec treize centres, six heures par semaine.',
  '8.1': 'Inventaire tenu par le sous-traitant, reçu une fois par an.',
  '9.1': 'Revue des droits faite pour le service social seulement.',
  '17.1': 'Plan de 2019, jamais essayé.',
};
/** The questionnaire of 2025 as it was sent: a word per norm, for its form asked no guidelines; some norms were left unanswered. */
export const answers: Values[] = numbers.flatMap((norm, index) => {
  if (index % 17 === 11) return [];
  const result = index % 13 === 5 ? 'no' : index % 4 === 2 ? 'partly' : 'yes';
  return [{ year: 2025, norm, result, comment: remarks[norm] }];
});
