import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import { InfringementInput } from '../modules/infringements/infringement.ts';
import { decideNotice, insertInfringement, insertMeasure, listInfringements, sendNotice } from '../modules/infringements/server/service.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { sharedPeople } from './shared.ts';

type Words = { subject: string; rule: string; facts: string; reasons: string; recommendation: string; decision: string; measure: string; responsible: string };
const words: Record<DocumentLanguage, Words> = {
  fr: {
    subject: 'Consultations sans dossier ouvert',
    rule: 'Loi du 15 janvier 1990, accès aux données sociales pour l’exécution des missions seulement',
    facts: 'Le journal des consultations montre cinq recherches, sur deux soirées, à propos de personnes pour lesquelles aucun dossier n’est ouvert.',
    reasons: 'Une consultation n’est permise que pour une enquête sociale en cours. Rien, dans les registres du centre, n’explique celles-ci.',
    recommendation: 'Entendre la personne concernée, lui rappeler son engagement, et comparer **chaque mois** un échantillon de consultations aux dossiers ouverts.',
    decision: 'La personne sera entendue. Le contrôle se fera par trimestre, faute de temps pour un contrôle mensuel.',
    measure: 'Comparer un échantillon de consultations aux dossiers ouverts',
    responsible: 'Conseiller en sécurité',
  },
  nl: {
    subject: 'Raadplegingen zonder open dossier',
    rule: 'Wet van 15 januari 1990, toegang tot sociale gegevens enkel voor de uitvoering van de opdrachten',
    facts: 'Het logboek van de raadplegingen toont vijf opzoekingen, op twee avonden, over personen zonder open dossier.',
    reasons: 'Raadplegen mag enkel voor een lopend sociaal onderzoek. Niets in de registers van het centrum verklaart deze.',
    recommendation: 'De betrokkene horen, aan de verbintenis herinneren, en **elke maand** een steekproef van raadplegingen met de open dossiers vergelijken.',
    decision: 'De betrokkene wordt gehoord. De controle gebeurt per kwartaal, bij gebrek aan tijd voor een maandelijkse.',
    measure: 'Een steekproef van raadplegingen met de open dossiers vergelijken',
    responsible: 'Veiligheidsconsulent',
  },
  de: {
    subject: 'Abfragen ohne offene Akte',
    rule: 'Gesetz vom 15. Januar 1990, Zugang zu Sozialdaten nur zur Erfüllung der Aufträge',
    facts: 'Das Abfrageprotokoll zeigt an zwei Abenden fünf Abfragen zu Personen ohne offene Akte.',
    reasons: 'Abfragen sind nur für eine laufende Sozialuntersuchung erlaubt. Nichts in den Registern erklärt diese.',
    recommendation: 'Die betroffene Person anhören, an ihre Verpflichtung erinnern und **monatlich** eine Stichprobe mit den offenen Akten vergleichen.',
    decision: 'Die Person wird angehört. Die Kontrolle erfolgt je Quartal, da für eine monatliche die Zeit fehlt.',
    measure: 'Eine Stichprobe der Abfragen mit den offenen Akten vergleichen',
    responsible: 'Sicherheitsberater',
  },
};

const noon = (date: CivilDate): Date => new Date(`${date}T11:00:00Z`);

/** One infringement notice, of the first centre: sent some months ago, its advice followed in part, with a measure that is due soon. Nothing happens where there is one already. */
export const recordInfringement = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  const { id, organization, cast } = centre;
  const confidential: Scope = { ...scope, confidential: (['adviser', 'directorGeneral'] as const).map((as) => ({ organizationId: id, as })) };
  if (await db.tx(confidential, (tx) => listInfringements(tx, id).executeTakeFirst())) return;
  const { decision, measure, responsible, ...notice } = words[organization.documentLanguage];
  const sentOn = addDays(today, -75);
  const author = sharedPeople.adviser;
  const director = centre.people.find((person) => person.id === cast.directorGeneral);
  const made = await db.tx(confidential, (tx) => insertInfringement(tx, id, InfringementInput.parse({ ...notice, foundOn: addDays(sentOn, -4) }), `${author.firstName} ${author.lastName}`, null));
  await sendNotice({ db, now: () => noon(sentOn) }, confidential, id, made, 1, {});
  const standing = { personId: cast.directorGeneral, name: director ? `${director.firstName} ${director.lastName}` : '' };
  await decideNotice({ db, now: () => noon(addDays(sentOn, 12)) }, confidential, id, made, 2, { outcome: 'followInPart', decisionReasons: decision }, standing);
  await db.tx(confidential, (tx) => insertMeasure(tx, id, made, 'directorGeneral', { text: measure, responsible, dueOn: addDays(today, 18) }));
};
