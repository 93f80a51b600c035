import type { CardPanel, CardSheet } from '../../documents/cards.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { deciding } from './disaster.ts';
import type { CallLine } from './disaster-plan.ts';
import { disasterWords } from './disaster-words.ts';

type Words = {
  title: string;
  advice: string;
  dated: string;
  version: string;
  draft: string;
  private: string;
  steps: readonly string[];
  inside: string;
  outside: string;
  calledBy: string;
  none: string;
};
const words: Record<DocumentLanguage, Words> = {
  fr: {
    title: 'Carte d’appel',
    advice: 'Découper le long des traits, plier aux pointillés',
    dated: 'Établie le {{date}}',
    version: 'plan n° {{number}}, approuvé le {{date}}',
    draft: 'plan non approuvé',
    private: 'Numéros privés. Si vous trouvez cette carte, rendez-la au centre.',
    steps: ['Mettre les personnes en sécurité. Danger : 112.', 'Appeler qui dirige, ou qui le remplace.', 'Noter l’heure. Ne rien éteindre, ne rien payer.'],
    inside: 'Au centre',
    outside: 'Au-dehors',
    calledBy: 'appelé par {{name}}',
    none: 'L’arbre d’appel est encore vide.',
  },
  nl: {
    title: 'Belkaart',
    advice: 'Uitknippen langs de lijnen, plooien op de stippellijn',
    dated: 'Opgemaakt op {{date}}',
    version: 'plan nr. {{number}}, goedgekeurd op {{date}}',
    draft: 'plan niet goedgekeurd',
    private: 'Privénummers. Vindt u deze kaart, bezorg ze dan terug aan het centrum.',
    steps: ['Iedereen in veiligheid brengen. Gevaar: 112.', 'De leiding bellen, of wie haar vervangt.', 'Het uur noteren. Niets uitzetten, niets betalen.'],
    inside: 'In het centrum',
    outside: 'Daarbuiten',
    calledBy: 'gebeld door {{name}}',
    none: 'De belboom is nog leeg.',
  },
  de: {
    title: 'Anrufkarte',
    advice: 'Entlang der Linien ausschneiden, an den Punkten falten',
    dated: 'Erstellt am {{date}}',
    version: 'Plan Nr. {{number}}, genehmigt am {{date}}',
    draft: 'Plan nicht genehmigt',
    private: 'Private Nummern. Wer diese Karte findet, gebe sie dem Zentrum zurück.',
    steps: ['Menschen in Sicherheit bringen. Gefahr: 112.', 'Anrufen, wer leitet oder wer ihn vertritt.', 'Uhrzeit notieren. Nichts ausschalten, nichts zahlen.'],
    inside: 'Im Zentrum',
    outside: 'Außerhalb',
    calledBy: 'angerufen von {{name}}',
    none: 'Die Anrufliste ist noch leer.',
  },
};
const day = (date: CivilDate): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
const names: Record<DocumentLanguage, string> = { fr: 'carte-appel', nl: 'belkaart', de: 'anrufkarte' };

/** `valombre-carte-appel.pdf` */
export const cardFile = (slug: string, language: DocumentLanguage): string => `${slug}-${names[language]}.pdf`;

/** What a panel holds: lines of a name and a number, a long name counting for two. */
const room = 7.5;
const cost = ({ name, number }: { name: string; number: string }): number => (name.length + number.length > 42 ? 1.5 : 1);

const outsiders = ['rescue', 'supplier', 'authority', 'insurance'];

/** The call tree as a card to fold: first what to do and who decides, then who is inside, then who is outside; only entries that are to stand on it. */
export const cardSheet = (
  of: { centre: string; calls: readonly CallLine[]; version?: { number: number; decidedOn: CivilDate } | undefined },
  language: DocumentLanguage,
  date: CivilDate,
): CardSheet => {
  const own = words[language];
  const { tasks, noNumber } = disasterWords[language];
  const fill = (text: string, values: Record<string, string | number>): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  const calls = of.calls.filter(({ onCard }) => onCard);
  const line = (call: CallLine) => ({
    name: call.label,
    number: [call.number ?? noNumber, call.secondPhone].filter(Boolean).join(' / '),
    about: [tasks[call.task], call.callerLabel && fill(own.calledBy, { name: call.callerLabel })].filter(Boolean).join(', '),
  });
  const first = calls.filter(({ task }) => deciding.includes(task));
  const panels: CardPanel[] = [
    {
      title: own.title,
      cover: true,
      notes: [
        of.centre,
        `${fill(own.dated, { date: day(date) })}, ${of.version ? fill(own.version, { number: of.version.number, date: day(of.version.decidedOn) }) : own.draft}`,
        own.private,
        ...(calls.length === 0 ? [own.none] : []),
      ],
      steps: [...own.steps],
      lines: first.slice(0, 2).map(line),
    },
  ];
  const rest = calls.filter((call) => !first.slice(0, 2).includes(call));
  for (const [title, group] of [
    [own.inside, rest.filter(({ task }) => !outsiders.includes(task))],
    [own.outside, rest.filter(({ task }) => outsiders.includes(task))],
  ] as const) {
    let taken = room;
    for (const call of group) {
      const entry = line(call);
      if (taken + cost(entry) > room) {
        panels.push({ title, lines: [] });
        taken = 0;
      }
      panels.at(-1)!.lines.push(entry);
      taken += cost(entry);
    }
  }
  return { language, title: `${own.title}, ${of.centre}`, author: of.centre, advice: own.advice, date, panels };
};
