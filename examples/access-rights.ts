/** Who has access to what at Valombre, who has signed for it and who works from home, as its lists say: with gaps, and with what nobody withdrew. */
import { loginOf, planted, socialUsers } from './accounts.ts';
import { employees, type Employee } from './people.ts';

type Values = Record<string, string | number | boolean | undefined>;
/** The code of somebody in the sheet of the people. */
type Code = (one: Employee) => string;
const since = ({ start }: Employee, first: string): string => (start > first ? start : first);
const of = (...services: string[]): Employee[] => employees.filter(({ service, end }) => services.includes(service) && (end === undefined || end >= '2026-11-20'));
const having = (title: string): Employee => {
  const found = employees.find((one) => one.function === title);
  if (!found) throw new Error(`Nobody is ${title}`);
  return found;
};

/** What nobody holds by a list of the program alone: the social software as its list of accounts says, but for one who has no right. */
export const rightsOf = (code: Code, technician: string): Values[] => {
  const right = (one: Employee, resource: string, level: string, start: string, more: Values = {}): Values => ({ person: code(one), resource, level, since: start, ...more });
  const [head, accountant, it, agent] = [having('Assistante sociale en chef'), having('Comptable'), having('Responsable informatique'), having('Agent informatique')];
  const [finance, director, reception] = [having('Directeur financier'), having('Directrice générale'), having('Employée d’accueil')];
  return [
    ...socialUsers
      .filter((one) => one !== planted.social.unforeseen)
      .map((one) => right(one, 'Logiciel social', 'write', since(one, '2024-01-01'), one === socialUsers[1] ? { reason: 'Permanence du lundi' } : {})),
    right(head, 'Logiciel social', 'validate', '2019-04-01'),
    ...of('Médiation de dettes').map((one) => right(one, 'Médiation de dettes', 'write', since(one, '2021-03-01'))),
    right(finance, 'Comptabilité', 'validate', '2021-01-01', { account: loginOf(finance) }),
    right(accountant, 'Comptabilité', 'write', '2021-01-01', { account: loginOf(accountant) }),
    right(having('Employée aux recettes'), 'Comptabilité', 'write', '2021-05-17', { reason: 'Recettes ; en congé de maladie depuis octobre' }),
    ...of('Service social')
      .slice(0, 7)
      .map((one) => right(one, 'Registre national', 'read', since(one, '2018-05-25'), { reason: 'Enquête sociale' })),
    // A right for a time that is over, and that nobody withdrew.
    right(having('Agent du personnel'), 'Registre national', 'read', '2025-02-03', { until: '2025-08-31', reason: 'Remplacement à l’accueil social' }),
    right(head, 'Flux du revenu d’intégration', 'write', '2017-01-01'),
    right(having('Agent du personnel'), 'Portail de la sécurité sociale', 'administer', '2020-09-14', { account: 'gestionnaire local' }),
    right(accountant, 'Portail de la sécurité sociale', 'write', '2020-01-02'),
    right(it, 'Domaine VALOMBRE', 'administer', '2018-10-15', { account: `adm-${loginOf(it)}` }),
    right(agent, 'Domaine VALOMBRE', 'administer', '2023-03-20', { account: `adm-${loginOf(agent)}` }),
    { person: technician, resource: 'Serveur de fichiers', level: 'administer', since: '2024-01-01', account: 'adm-vesdre', reason: 'Contrat 2023/118' },
    right(it, 'Serveur de fichiers', 'administer', '2018-10-15'),
    { person: technician, resource: 'Pare-feu du siège', level: 'administer', since: '2024-01-01' },
    ...[director, head, it, finance].map((one) => right(one, 'Accès à distance', 'hold', since(one, '2020-03-23'), { account: loginOf(one) })),
    right(reception, 'Boîte info@cpas-valombre.example', 'hold', '2018-06-11'),
    right(having('Secrétaire de direction'), 'Boîte info@cpas-valombre.example', 'hold', '2017-02-13'),
    ...of('Insertion socioprofessionnelle')
      .slice(0, 5)
      .map((one) => right(one, 'Dossier « Insertion »', 'write', since(one, '2019-01-07'))),
    right(it, 'Local du serveur', 'hold', '2018-10-15', { account: 'clé n° 3' }),
    right(agent, 'Local du serveur', 'hold', '2023-03-20', { account: 'clé n° 4' }),
    // Of keys and codes, the sheet of the keys says who holds them.
  ];
};

/** What was signed on paper: most of the staff in two waves, the council when it was installed, the firm's technician; some never were asked. */
export const declarationsOf = (code: Code, council: readonly string[], technician: string): Values[] => {
  const binder = 'Classeur « Engagements », secrétariat';
  return [
    ...employees.flatMap((one, index): Values[] => {
      if ((one.end !== undefined && one.end < '2026-11-20') || one.start > '2025-12-31' || index % 9 === 5) return [];
      const signedOn = one.start <= '2019-02-28' ? '2019-03-04' : one.start <= '2023-05-31' ? '2023-06-12' : one.start;
      return [{ person: code(one), variant: 'staff', signedOn, place: index % 7 === 3 ? undefined : signedOn === '2019-03-04' ? binder : 'Dossier personnel' }];
    }),
    ...council.slice(0, -2).map((person) => ({ person, variant: 'council', signedOn: '2024-12-09', place: 'Annexe au procès-verbal d’installation' })),
    { person: technician, variant: 'outsider', signedOn: '2024-01-08', place: 'Avec le contrat 2023/118' },
  ];
};

/** Agreements of telework on paper, in words of their own; one is over. */
export const teleworkOf = (code: Code): Values[] => {
  const agreed = (title: string, situation: string, weekdays: string, agreedOn: string, more: Values = {}): Values => ({ person: code(having(title)), situation, weekdays, agreedOn, ...more });
  const workers = of('Service social').filter((one) => one.function === 'Assistante sociale');
  return [
    agreed('Directrice générale', 'employerDevice', 'vendredi', '2022-09-01'),
    agreed('Assistante sociale en chef', 'employerDevice', 'mercredi', '2022-09-01', { note: 'Pas pendant le paiement des aides' }),
    agreed('Responsable informatique', 'employerDevice', 'lundi et jeudi', '2021-10-04'),
    agreed('Directeur financier', 'virtualDesktop', 'mardi', '2023-01-16'),
    agreed('Comptable', 'virtualDesktop', 'mar., jeu.', '2023-01-16'),
    agreed('Juriste', 'privateDevice', 'lundi', '2022-11-07', { note: 'Ordinateur privé, en attendant un portable' }),
    agreed('Agent du personnel', 'employerDevice', 'mercredi', '2023-02-01', { until: '2025-06-30', note: 'A préféré revenir au bureau' }),
    ...workers.slice(0, 4).map((one, place) => ({
      person: code(one),
      situation: place === 2 ? 'virtualDesktop' : 'employerDevice',
      weekdays: ['mardi', 'jeudi', 'ma, ve', 'mercredi'][place],
      agreedOn: since(one, '2023-10-02'),
    })),
  ];
};
