/** Who works for the fictional centre: one line per person, in the order of the sheets. Names are invented by combination. */
export type Employee = {
  lastName: string;
  firstName: string;
  title: 'madam' | 'sir';
  service: string;
  function: string;
  kind?: string;
  contract?: string;
  start: string;
  end?: string;
  hours?: number;
  suspended?: [start: string, end: string, reason: string];
  language?: string;
};

const surnames = [
  'Aubrimont',
  'Baptisart',
  'Beaurang',
  'Bellevaux',
  'Bodarwé',
  'Boulangeot',
  'Brisbois',
  'Cajot',
  'Chaineux',
  'Clajot',
  'Corbesier',
  'Counasse',
  'Crahay',
  'Dardenois',
  'Defawe',
  'Degueldre',
  'Delrez',
  'Demarteau',
  'Dethioux',
  'Doneux',
  'Drèze',
  'Évrardy',
  'Fagnoul',
  'Fassotte',
  'Flaminne',
  'Gabriélot',
  'Gavroy',
  'Gengoux',
  'D’Andrimont',
  'Grandjeannot',
  'Halleux',
  'Hansoulle',
  'Hennuyez',
  'Huberty',
  'Jamagne',
  'Jortay',
  'Kinoo',
  'Lacrosse',
  'Lambotte',
  'Lejeusne',
  'Lemineur',
  'Libotte',
  'L’Hoest',
  'Magotteaux',
  'Malmendier',
  'Maréchau',
  'Mathonet',
  'Moxhet',
  'Nihoul',
  'Noirfalise',
  'Ozerois',
  'Paquay',
  'Pirotton',
  'Ponthier',
  'Quoilin',
  'Rensonnet',
  'Rigaux',
  'Sauvenière',
  'Schyns',
  'Servaty',
  'Thonnart',
  'Trokay',
  'Vandenhoeck',
  'Wathieu',
];
const women = [
  'Anne-Françoise',
  'Céline',
  'Élodie',
  'Géraldine',
  'Isabelle',
  'Karine',
  'Maëlle',
  'Océane',
  'Régine',
  'Thérèse',
  'Ursule',
  'Valérie',
  'Wivine',
  'Aurélie',
  'Chloé',
  'Dorothée',
  'Noémie',
  'Zoé',
  'Joëlle',
];
const men = ['Benoît', 'Damien', 'Fabrice', 'Hervé', 'Jérôme', 'Loïc', 'Nathanaël', 'Philippe', 'Quentin', 'Sébastien', 'Xavier', 'Zénon', 'Bertrand', 'Étienne', 'Grégory', 'Michaël', 'Raphaël'];

/** A name and the title that goes with it; each index has its own family name. */
export const personAt = (index: number, woman: boolean): { lastName: string; firstName: string; title: 'madam' | 'sir' } => {
  const names = woman ? women : men;
  return { lastName: surnames[index] ?? '', firstName: names[(index * 5 + 2) % names.length] ?? '', title: woman ? 'madam' : 'sir' };
};

type Post = Omit<Employee, 'lastName' | 'firstName' | 'title'>;
const post = (service: string, title: string, start: string, more: Partial<Post> = {}): Post => ({ service, function: title, start, contract: 'permanent', hours: 38, ...more });

const posts: Post[] = [
  post('Direction générale', 'Directrice générale', '2014-09-01', { contract: 'statutory' }),
  post('Direction générale', 'Secrétaire de direction', '2017-02-13', { contract: 'statutory' }),
  post('Service social', 'Assistante sociale en chef', '2009-05-04', { contract: 'statutory' }),
  ...['2012-01-16', '2015-10-01', '2018-03-05', '2019-09-02', '2021-01-11', '2022-06-01', '2023-11-06', '2025-02-17'].map((start, i) =>
    post('Service social', 'Assistante sociale', start, { hours: [38, 30.4, 19, 38, 38, 28.5, 38, 38][i] }),
  ),
  post('Service social', 'Assistante sociale', '2016-04-18', { suspended: ['2026-08-17', '2027-02-16', 'parental'] }),
  post('Service social', 'Assistante sociale', '2026-08-17', { contract: 'replacement', end: '2027-02-16' }),
  post('Service social', 'Stagiaire en travail social', '2026-09-21', { kind: 'trainee', contract: 'traineeship', end: '2027-01-29', hours: 30 }),
  post('Service social', 'Agent d’accueil social', '2024-01-08', { contract: 'fixedTerm', end: '2026-06-30' }),
  post('Médiation de dettes', 'Médiatrice de dettes', '2011-09-01', { contract: 'statutory' }),
  post('Médiation de dettes', 'Juriste', '2020-02-03', { hours: 19 }),
  post('Médiation de dettes', 'Médiateur de dettes', '2022-09-12', { hours: 30.4 }),
  post('Insertion socioprofessionnelle', 'Responsable de l’insertion', '2013-03-18'),
  ...['2017-08-28', '2019-04-01', '2021-10-04', '2024-02-19'].map((start, i) => post('Insertion socioprofessionnelle', 'Agent d’insertion', start, { hours: [38, 38, 30.4, 19][i] })),
  post('Insertion socioprofessionnelle', 'Étudiant jobiste', '2026-10-26', { kind: 'student', contract: 'studentJob', end: '2026-12-31', hours: 10 }),
  post('Insertion socioprofessionnelle', 'Bénévole en alphabétisation', '2023-09-04', { kind: 'volunteer', contract: 'volunteering', hours: 4 }),
  post('Administration et secrétariat', 'Chef de bureau administratif', '2010-11-02', { contract: 'statutory' }),
  post('Administration et secrétariat', 'Employée d’accueil', '2018-06-11'),
  post('Administration et secrétariat', 'Archiviste et employée d’administration', '2016-01-04', { hours: 30.4 }),
  post('Administration et secrétariat', 'Agent du personnel', '2020-09-14'),
  post('Administration et secrétariat', 'Apprentie en administration', '2026-09-01', { kind: 'apprentice', contract: 'apprenticeship', end: '2027-08-31' }),
  post('Finances', 'Directeur financier', '2015-01-05', { contract: 'statutory' }),
  post('Finances', 'Comptable', '2019-12-02'),
  post('Finances', 'Employée aux recettes', '2021-05-17', { hours: 28.5, suspended: ['2026-10-05', '2027-01-10', 'illness'] }),
  post('Informatique', 'Responsable informatique', '2018-10-15'),
  post('Informatique', 'Agent informatique', '2023-03-20', { hours: 30.4 }),
  post('Aide à domicile', 'Responsable de l’aide à domicile', '2012-07-02'),
  ...['2010-02-01', '2013-09-09', '2016-11-14', '2019-02-25', '2020-07-06', '2022-03-14', '2023-08-21', '2025-01-13', '2025-09-01'].map((start, i) =>
    post('Aide à domicile', 'Aide familiale', start, { hours: i % 3 === 0 ? 28.5 : 38, language: i === 5 ? 'de' : i === 6 ? 'nl' : 'fr' }),
  ),
  post('Service technique', 'Chef d’équipe technique', '2014-04-07'),
  post('Service technique', 'Ouvrier polyvalent', '2017-10-02'),
  post('Service technique', 'Ouvrière de nettoyage', '2021-08-16', { hours: 19 }),
  post('Service technique', 'Magasinier de la banque alimentaire', '2022-10-10', { hours: 30.4 }),
  post('Service technique', 'Chauffeur du taxi social', '2024-05-13', { hours: 30.4 }),
];

const isWoman = (title: string, index: number): boolean =>
  /(rice|ante|ée|ière|tie)( |$)/.test(title) || /^(Aide familiale|Juriste|Secrétaire)/.test(title) || (/^(Comptable|Responsable|Stagiaire|Bénévole)/.test(title) && index % 2 === 0);

/** Everybody with a contract, in order. */
export const employees: Employee[] = posts.map((each, index) => ({ ...personAt(index, isWoman(each.function, index)), ...each }));
