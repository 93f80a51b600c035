import type { DocumentLanguage } from '../kernel/language.ts';
import { libraryText } from '../modules/documents/server/library.ts';
import { insertComment, insertReview, insertWording, listWordings, writeAnswer } from '../modules/documents/server/service.ts';
import { openDraft } from '../modules/documents/server/store.ts';
import { sourceOf } from '../modules/documents/wording.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';

type Words = { objectives: string; everyone: string; ownTitle: string; own: string; leftOut: string; note: string; question: string; reply: string; answer: string; remark: string };

/** What the centres say in their own words, and of them. */
const words: Record<DocumentLanguage, Words> = {
  fr: {
    objectives: 'Le **{{centre.name}}** veut que chacun puisse parler de ce qui cloche sans crainte. La sécurité est d’abord une affaire de confiance.',
    everyone: 'Les étudiants et les bénévoles suivent les mêmes règles, guidés par le chef de leur service.',
    ownTitle: 'Chez nous',
    own: 'Le centre occupe deux bâtiments. Les clés de l’un n’ouvrent pas l’autre, et un registre des clés est tenu à l’accueil.\n\n> Le plan des deux bâtiments est gardé avec le plan catastrophe.',
    leftOut: 'Les annexes sont jointes à chaque délibération et non à la politique.',
    note: 'Merci de relire surtout les objectifs et la section 5.9 avant le prochain conseil.',
    question: 'Faut-il citer ici le registre des clés ?',
    reply: 'Oui, c’est fait : voir la section que nous avons ajoutée.',
    answer: 'Ajouter une phrase sur les stagiaires.',
    remark: 'La phrase sur la confiance est bienvenue.',
  },
  nl: {
    objectives: '**{{centre.name}}** wil dat iedereen zonder vrees kan zeggen wat fout loopt. Veiligheid is vooral een zaak van vertrouwen.',
    everyone: 'Studenten en vrijwilligers volgen dezelfde regels, begeleid door hun diensthoofd.',
    ownTitle: 'Bij ons',
    own: 'Het centrum heeft twee gebouwen. De sleutels van het ene openen het andere niet; het onthaal houdt een sleutelregister bij.\n\n> Het plan van beide gebouwen ligt bij het rampenplan.',
    leftOut: 'De bijlagen gaan bij elk raadsbesluit en niet bij het beleid.',
    note: 'Lees vooral de doelstellingen en sectie 5.9 na, voor de volgende raad.',
    question: 'Moet het sleutelregister hier vermeld worden?',
    reply: 'Ja, dat is gebeurd: zie de sectie die we toevoegden.',
    answer: 'Voeg een zin toe over de stagiairs.',
    remark: 'De zin over vertrouwen is welkom.',
  },
  de: {
    objectives: 'Das **{{centre.name}}** will, dass jeder ohne Furcht sagen kann, was schiefläuft. Sicherheit ist zuerst eine Sache des Vertrauens.',
    everyone: 'Studenten und Ehrenamtliche folgen denselben Regeln, angeleitet von ihrem Dienstleiter.',
    ownTitle: 'Bei uns',
    own: 'Das Zentrum hat zwei Gebäude. Die Schlüssel des einen öffnen das andere nicht; der Empfang führt ein Schlüsselverzeichnis.\n\n> Der Plan beider Gebäude liegt beim Katastrophenplan.',
    leftOut: 'Die Anlagen liegen jedem Beschluss bei und nicht der Politik.',
    note: 'Bitte lesen Sie vor allem die Ziele und Abschnitt 5.9 vor dem nächsten Rat.',
    question: 'Soll hier das Schlüsselverzeichnis genannt werden?',
    reply: 'Ja, das ist geschehen: siehe den Abschnitt, den wir hinzugefügt haben.',
    answer: 'Einen Satz über die Praktikanten hinzufügen.',
    remark: 'Der Satz über das Vertrauen ist willkommen.',
  },
};

const kind = 'securityPolicyFormal';

/** Who writes the documents of the pool, and who is asked about them. */
export type Cast = { adviser: string; asked: readonly string[] };

/**
 * A centre's policy in its own words: one section reworded, one of its own, one left out, and one that was written against the library as it
 * was before its last revision; the first centre also has an open review with comments. Nothing happens where wording is there already.
 */
export const recordWording = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, { adviser, asked }: Cast, today: string): Promise<void> => {
  const { id, organization } = centre;
  const language = organization.documentLanguage;
  const own = words[language];
  const text = libraryText(kind, language);
  const at = (days: number): Date => new Date(`${addDays(today, days)}T09:20:00Z`);
  const library = (key: string) => sourceOf(text.sections.find((section) => section.key === key)!);
  const base = { kind, language, afterKey: null, level: null, reason: null, libraryRevision: text.revision, writtenBy: adviser } as const;
  await db.tx(scope, async (tx) => {
    if ((await listWordings(tx, id, language)).length > 0) return;
    const [objectives, annexes, everyone] = [library('objectives'), library('annexes'), library('everyone')];
    // Before revision 2, that section did not speak of desks and screens.
    const former = everyone.body
      .split('\n')
      .filter((_, line) => line !== 5)
      .join('\n');
    const against = (source: { title: string; body: string }) => ({ libraryTitle: source.title, libraryBody: source.body });
    const dated = (days: number) => ({ writtenAt: at(days) });
    await insertWording(tx, id, {
      ...base,
      sectionKey: 'objectives',
      how: 'replaced',
      title: objectives.title,
      body: `${own.objectives}\n\n${objectives.body}`,
      ...against(objectives),
      ...dated(-40),
    });
    await insertWording(tx, id, {
      ...base,
      sectionKey: 'everyone',
      how: 'replaced',
      title: everyone.title,
      body: `${former}\n\n${own.everyone}`,
      libraryTitle: everyone.title,
      libraryBody: former,
      libraryRevision: text.revision - 1,
      ...dated(-200),
    });
    await insertWording(tx, id, {
      ...base,
      sectionKey: undefined,
      how: 'added',
      afterKey: 'everyone',
      level: 2,
      title: own.ownTitle,
      body: own.own,
      libraryTitle: null,
      libraryBody: null,
      ...dated(-38),
    });
    if (centre.index > 0) return;
    await insertWording(tx, id, { ...base, sectionKey: 'annexes', how: 'leftOut', title: null, body: null, reason: own.leftOut, ...against(annexes), ...dated(-38) });
    const draft = await openDraft(tx, id, { kind, language, libraryRevision: text.revision, draftedOn: addDays(today, -6) });
    const comment = { documentVersionId: draft.id, sectionKey: 'everyone', parentId: null };
    if (asked.length === 0) return;
    const review = await insertReview(tx, id, { documentVersionId: draft.id, until: addDays(today, 9), note: own.note, askedBy: adviser, askedAt: at(-5) }, asked);
    await writeAnswer(tx, id, review.id, asked[0]!, { opinion: 'agreedWithRemarks', text: own.answer, answeredAt: at(-2) });
    const first = await insertComment(tx, id, { ...comment, text: own.question, writtenBy: asked[0]!, writtenAt: at(-3) });
    await insertComment(tx, id, { ...comment, parentId: first.id, text: own.reply, writtenBy: adviser, writtenAt: at(-2) });
    await insertComment(tx, id, { ...comment, sectionKey: 'objectives', text: own.remark, writtenBy: asked[0]!, writtenAt: at(-2) });
  });
};
