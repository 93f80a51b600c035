import { variantFor } from '../modules/declarations/declaration.ts';
import { addText, countersign, readCentre, shownTo, sign } from '../modules/declarations/server/service.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { anyDeclaration, type Bound, everBound, insertOnPaper } from './declarations-store.ts';

/** Beffroi came so many days ago: who arrived before signed on paper, who arrived since on a screen of reception. */
const withBeffroi = 240;
/** So many of those who arrived since have signed there, where the centre has documents. */
const onScreen = 3;

const places = {
  fr: ['Armoire du secrétariat', 'Dossier du personnel', 'Classeur du conseiller'],
  nl: ['Kast van het secretariaat', 'Personeelsdossier', 'Map van de consulent'],
  de: ['Schrank des Sekretariats', 'Personalakte', 'Ordner des Beraters'],
};
const addition = {
  fr: 'Je ne photographie aucun écran et n’envoie rien à une messagerie privée.',
  nl: 'Ik fotografeer geen schermen en stuur niets naar een privémailbox.',
  de: 'Ich fotografiere keine Bildschirme und sende nichts an ein privates Postfach.',
};

/** The usual ones who never signed: every sixteenth or so, whoever has been there for ever and whoever came last week. */
const forgot = (centre: Centre, at: number): boolean => (at * 5 + centre.index * 3) % 16 === 7;
const isRecent = ({ first }: Bound, today: string): boolean => first > addDays(today, -withBeffroi);

/** Undertakings on paper of everybody who came before Beffroi, also of those who have left; some signed late, some never. Nothing where they are there already. */
export const recordPaperDeclarations = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: string): Promise<void> => {
  await db.tx(scope, async (tx) => {
    if (await anyDeclaration(tx, centre.id, 'earlier')) return;
    const people = await everBound(tx, centre.id, today);
    const kept = places[centre.organization.documentLanguage];
    const signed = people.flatMap((person, at) => {
      if (forgot(centre, at) || isRecent(person, today)) return [];
      const late = at % 9 === 4 ? 12 + (at % 20) : 0;
      return [{ personId: person.personId, variant: variantFor(person.kind, person.ofFirm), signedOn: addDays(person.first, late), place: kept[at % kept.length]! }];
    });
    signed.sort((a, b) => (a.signedOn < b.signedOn ? -1 : a.signedOn > b.signedOn ? 1 : 0));
    await insertOnPaper(tx, centre.id, signed);
  });
};

const directorOf = (centre: Centre, on: string): string => {
  const mandate = centre.mandates.find(({ kind, start, end }) => kind === 'directorGeneral' && start <= on && (!end || end >= on));
  const person = centre.people.find(({ id }) => id === mandate?.personId);
  return person ? `${person.firstName} ${person.lastName}` : '';
};

/** A drawn name, as a pen leaves it: two loops and a stroke, a little different for each. */
const drawn = (turn: number): { strokes: [number, number][][] } => {
  const loop = (from: number): [number, number][] => Array.from({ length: 24 }, (_, step) => [from + step * 11, Math.round(200 + Math.sin(step / (1.4 + turn / 10)) * (90 - step * 2))]);
  return {
    strokes: [
      loop(120),
      loop(430),
      [
        [140, 310],
        [760 + turn * 12, 280],
      ],
    ],
  };
};

/**
 * Who came with Beffroi and signed on a screen that reception handed over, on their first days; all but the last are countersigned. One centre has added to the text of
 * its staff since. Drawn as they would be: only where the centre has its documents. Nothing where it was done.
 */
export const recordScreenDeclarations = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: string): Promise<void> => {
  const recent = await db.tx(scope, async (tx) =>
    ((await anyDeclaration(tx, centre.id, 'screen')) ? [] : await everBound(tx, centre.id, today)).filter((person) => person.here && isRecent(person, today) && person.first < addDays(today, -20)),
  );
  const made: string[] = [];
  for (const [turn, { personId, first }] of recent.slice(0, onScreen).entries()) {
    const day = addDays(first, turn);
    const now = (): Date => new Date(`${day}T08:${String(12 + turn * 7).padStart(2, '0')}:00Z`);
    const shown = await db.tx(scope, (tx) => shownTo(tx, centre.id, personId, day, undefined, true));
    if (!shown || shown.need.state !== 'missing') continue;
    const signing = { personId, language: shown.language, contentHash: shown.hash, how: 'screen' as const, signature: drawn(turn), proof: {} };
    made.push((await sign({ db, now }, scope, centre.id, signing)).id);
  }
  const agreed = made.slice(0, -1);
  if (agreed.length > 0) {
    const on = addDays(today, -15);
    await db.tx(scope, (tx) => countersign(tx, centre.id, agreed, { on, at: new Date(`${on}T13:30:00Z`), personId: null, name: directorOf(centre, on) }));
  }
  if (centre.index === 0 && made.length > 0)
    await db.tx(scope, async (tx) =>
      addText(tx, centre.id, { variant: 'staff', additions: addition, inForceOn: addDays(today, -30), askAgain: false }, await readCentre(tx, centre.id), addDays(today, -30)),
    );
};
