import type { DocumentLanguage } from '../kernel/language.ts';
import { compose } from './compose.ts';
import { parseLibraryText } from './library.ts';
import { parseNodes } from './nodes.ts';
import type { DocumentModel, Inline, Section } from './section.ts';
import { withWording } from './wording.ts';

const words: Record<DocumentLanguage, { title: string; body: string; heading: string; person: string; since: string; capacity: [string, string] }> = {
  fr: {
    title: 'Politique de sécurité de l’information',
    body: 'Le centre tient des données que des personnes lui confient quand elles n’ont pas le choix. Le conseil en répond: il fixe par ce texte ce qui les protège, donne au conseiller en sécurité le temps d’y veiller, et inscrit chaque année au budget les actions du plan triennal.',
    heading: 'Engagement du conseil',
    person: 'Personne',
    since: 'Depuis',
    capacity: ['La directrice générale', 'Le président'],
  },
  nl: {
    title: 'Informatieveiligheidsbeleid van het openbaar centrum voor maatschappelijk welzijn',
    body: 'Het centrum bewaart gegevens die mensen toevertrouwen wanneer ze geen keuze hebben. De raad draagt daarvoor de verantwoordelijkheid: hij legt vast wat die gegevens beschermt, geeft de informatieveiligheidsconsulent de nodige tijd en schrijft elk jaar de acties van het driejarenplan in de begroting in.',
    heading: 'Verbintenis van de raad',
    person: 'Persoon',
    since: 'Sinds',
    capacity: ['De algemeen directeur', 'De voorzitter'],
  },
  de: {
    title: 'Informationssicherheitspolitik',
    body: 'Das Zentrum verwahrt Daten, die Menschen ihm anvertrauen, wenn sie keine Wahl haben. Der Sozialhilferat steht dafür ein: Er legt fest, was diese Daten schützt, gibt dem Sicherheitsberater die nötige Zeit und trägt jedes Jahr die Maßnahmen des Dreijahresplans in den Haushaltsplan ein. Datenschutzfolgenabschätzungen gehören dazu.',
    heading: 'Verpflichtung des Sozialhilferats',
    person: 'Person',
    since: 'Seit',
    capacity: ['Die Generaldirektorin', 'Der Präsident'],
  },
};

const cell = (text: string): Inline[] => [{ text }];

const sections = (language: DocumentLanguage): Section[] => {
  const { body, heading, person, since, capacity } = words[language];
  const devices = Array.from({ length: 46 }, (_, index) => [
    cell(`PC-${String(index + 1).padStart(3, '0')}`),
    cell(index % 7 === 3 ? `${body.slice(0, 140)}…` : 'ThinkPad L14'),
    cell('Élodie Van den Bossche-Ødegård'),
    cell('2026-03-14'),
  ]);
  return [
    { key: 'commitment', level: 1, title: heading, blocks: [{ type: 'paragraph', content: [{ text: body }] }] },
    {
      key: 'scope',
      level: 1,
      title: `${heading} — 2`,
      blocks: [
        {
          type: 'paragraph',
          content: [{ text: 'A ' }, { text: 'bold', bold: true }, { text: ', ' }, { text: 'italic', italic: true }, { text: ' ' }, { text: '…', missing: 'adviser.name' }, { text: '.' }],
        },
        { type: 'note', content: [{ text: body }] },
        { type: 'list', ordered: false, items: [cell(body), cell('« guillemets » — œuvre, Straße, coöperatie'), cell('ligne 1\nligne 2')] },
        { type: 'list', ordered: true, items: [cell('primo'), cell('secundo'), cell(body)] },
      ],
    },
    { key: 'parts', level: 2, title: `${person} 1`, blocks: [{ type: 'paragraph', content: [{ text: body }] }] },
    {
      key: 'terms',
      level: 2,
      title: `${person} 2`,
      blocks: [
        {
          type: 'definitions',
          items: [
            { term: since, description: cell(body) },
            { term: person, description: cell('Claire Delvaux') },
          ],
        },
      ],
    },
    {
      key: 'inventory',
      level: 1,
      title: 'Inventaire / Inventar',
      blocks: [
        { type: 'table', columns: [{ title: 'N°' }, { title: 'Type', width: 3 }, { title: person, width: 2 }, { title: since, width: 1.5 }], rows: devices, empty: '—' },
        {
          type: 'bars',
          label: `${heading} 2026`,
          heads: { what: heading, now: '2026', before: '2025' },
          rows: [
            { label: body.slice(0, 90), value: 7, of: 9, before: { value: 4, of: 8 } },
            { label: 'Straße & œuvre <b>', value: 0, of: 3 },
            { label: 'Nihil', value: 0, of: 0, before: { value: 2.5, of: 2.5 } },
            { label: 'Budget', value: 125_000, of: 200_000, text: '1 250 €', before: { value: 0, of: 1, text: '0 €' } },
          ],
          empty: '—',
        },
        { type: 'bars', label: 'Un an', heads: { what: person, now: '2026' }, unit: '%', rows: [{ label: 'Lu', value: 62, of: 100 }], empty: '—' },
        { type: 'bars', label: 'Rien', heads: { what: person, now: '2026' }, rows: [], empty: 'Aucune norme' },
        { type: 'table', columns: [{ title: 'N°' }, { title: person, width: 3 }], rows: [], empty: 'Rien à signaler — niets te melden — nichts zu melden' },
      ],
    },
    {
      key: 'signing',
      level: 1,
      title: 'Signatures',
      blocks: [
        { type: 'paragraph', content: [{ text: body }] },
        {
          type: 'signatures',
          blocks: [
            { capacity: capacity[0], name: cell('Geneviève Poncelet') },
            { capacity: capacity[1], name: [{ text: '…', missing: 'president.name' }] },
          ],
        },
      ],
    },
  ];
};

/** A report of several pages with every kind of block, for tests of the renderers. */
export const report = (language: DocumentLanguage): DocumentModel => ({
  language,
  layout: 'report',
  title: words[language].title,
  subtitle: words[language].heading,
  sender: { name: 'CPAS de Valombre', lines: ['Place du Marché 1, 4999 Valombre'] },
  front: [
    { term: 'Version', value: cell('4') },
    { term: words[language].capacity[0], value: cell('Geneviève Poncelet') },
    { term: words[language].since, value: [{ text: '…', missing: 'adviser.start' }] },
  ],
  sections: sections(language),
  runningTitle: `${words[language].title} · 4`,
  footer: '24.11.2026, 2026/118',
  contentHash: '9f1c2b7e55d083aa9f1c2b7e55d083aa9f1c2b7e55d083aa9f1c2b7e55d06e41',
  date: '2026-11-24',
});

/** A letter of one page with two places to sign. */
export const letter = (language: DocumentLanguage): DocumentModel => {
  const { title, body, heading, capacity } = words[language];
  return {
    language,
    layout: 'letter',
    title,
    sender: { name: 'CPAS de Valombre', lines: ['Place du Marché 1', '4999 Valombre', 'Tél. 087 00 00 00'] },
    recipient: { name: 'SPP Intégration sociale', lines: ['Service Sécurité', 'Boulevard du Jardin botanique 50 boîte 165', '1000 Bruxelles'] },
    reference: [
      { term: 'Nos références', value: 'SEC/2026/118' },
      { term: 'Annexes', value: '2' },
      { term: 'Lieu et date', value: 'Valombre, le 24 novembre 2026' },
    ],
    front: [],
    sections: [
      {
        key: 'notice',
        level: 1,
        title: heading,
        blocks: [
          { type: 'paragraph', content: cell('Madame, Monsieur,') },
          { type: 'paragraph', content: cell(body) },
          { type: 'paragraph', content: cell(body) },
          { type: 'signatures', blocks: capacity.map((name) => ({ capacity: name })) },
        ],
      },
      { key: 'enclosures', level: 1, title: 'Annexes', blocks: [{ type: 'list', ordered: true, items: [cell('Extrait'), cell('Questionnaire')] }] },
    ],
    runningTitle: title,
    footer: 'Projet',
    date: '2026-11-24',
  };
};

const libraryText = `---
title: Titre
revision: 3
---
# aim | But de {{centre.name}}
De la bibliothèque.
## parts | Parties
Une partie de la bibliothèque.
# people | Personnes
[slot officers]
# gone | Chapitre écarté
Ce chapitre n’est pas le nôtre.
## goneToo | Partie écartée
Ni cette partie.
`;
const ownNodes = (source: string) =>
  parseNodes(source, (line, message) => {
    throw new Error(`${line}: ${message}`);
  });

/** A report as a centre words it: a section in its own words, a part and a chapter of its own, and a chapter left out. */
export const worded = (): DocumentModel => {
  const text = withWording(parseLibraryText(libraryText, 'kind/fr.md'), [
    {
      key: 'parts',
      how: 'replaced',
      title: [{ text: 'Nos parties — ' }, { variable: 'centre.name' }],
      nodes: ownNodes('Chez nous, **{{adviser.name}}** veille.\n\n1. *primo* & 3 > 2\n2. secundo\n\n> À retenir.'),
    },
    { key: 'ownPart', how: 'added', after: 'parts', level: 2, title: [{ text: 'Partie ajoutée' }], nodes: ownNodes('- un\n- deux') },
    { key: 'ownChapter', how: 'added', after: 'aim', level: 1, title: [{ text: 'Chapitre ajouté' }], nodes: ownNodes('[slot officers]\n\nEt ceci.') },
    { key: 'gone', how: 'leftOut' },
  ]);
  const officers = [{ type: 'table' as const, columns: [{ title: 'Qui' }, { title: 'Depuis' }], rows: [[cell('Claire Delvaux'), cell('2024')]], empty: '—' }];
  const { sections: composed } = compose(text, { variables: { 'centre.name': 'CPAS de Valombre' }, profile: {}, has: {}, slots: { officers }, signatures: {} });
  return { ...report('fr'), sections: composed };
};
