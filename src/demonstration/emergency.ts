import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import { openSteps } from '../modules/movements/server/service.ts';
import '../modules/emergency/server/tables.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import { insertRecord } from '../server/db/records.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { holds } from './store.ts';
import { resourcesOfCentre } from './rights-store.ts';

type Words = Record<'server' | 'domain' | 'alarm' | 'safe' | 'council' | 'whole' | 'power' | 'locked' | 'purpose' | 'looked' | 'told' | 'waiting', string>;

const words: Record<DocumentLanguage, Words> = {
  fr: {
    server: 'Administrateur du serveur',
    domain: 'Gestion du nom de domaine',
    alarm: 'Code maître de l’alarme',
    safe: 'Coffre du directeur général',
    council: 'Armoire forte, salle du conseil',
    whole: 'Enveloppe présente, scellé intact',
    power: 'Serveur arrêté après une coupure de courant, informaticien en congé',
    locked: 'Zone de messagerie à rétablir un dimanche, firme injoignable',
    purpose: 'Retrouver la réponse d’un propriétaire dans un dossier d’expulsion, attendue avant l’audience',
    looked: 'Trois messages échangés avec le propriétaire, copiés dans le dossier social',
    told: 'De vive voix, à son retour, avec une copie du constat',
    waiting: 'Répondre à une demande d’aide arrivée dans sa boîte, dont le délai de trente jours court',
  },
  nl: {
    server: 'Beheerder van de server',
    domain: 'Beheer van de domeinnaam',
    alarm: 'Mastercode van het alarm',
    safe: 'Kluis van de algemeen directeur',
    council: 'Brandkast, raadzaal',
    whole: 'Omslag aanwezig, zegel heel',
    power: 'Server uitgevallen na een stroomonderbreking, informaticus met verlof',
    locked: 'Mailzone te herstellen op een zondag, firma onbereikbaar',
    purpose: 'Het antwoord van een eigenaar terugvinden in een uithuiszetting, verwacht vóór de zitting',
    looked: 'Drie berichten met de eigenaar, gekopieerd naar het sociaal dossier',
    told: 'Mondeling, bij de terugkeer, met een kopie van de vaststelling',
    waiting: 'Een hulpvraag in de mailbox beantwoorden, waarvan de termijn van dertig dagen loopt',
  },
  de: {
    server: 'Administrator des Servers',
    domain: 'Verwaltung der Domain',
    alarm: 'Hauptcode der Alarmanlage',
    safe: 'Tresor des Generaldirektors',
    council: 'Panzerschrank, Ratssaal',
    whole: 'Umschlag vorhanden, Siegel unversehrt',
    power: 'Server nach einem Stromausfall aus, Informatiker im Urlaub',
    locked: 'Mailzone an einem Sonntag wiederherzustellen, Firma nicht erreichbar',
    purpose: 'Die Antwort eines Eigentümers in einem Räumungsverfahren finden, vor der Sitzung erwartet',
    looked: 'Drei Nachrichten mit dem Eigentümer, in die Sozialakte kopiert',
    told: 'Mündlich, bei der Rückkehr, mit einer Kopie des Protokolls',
    waiting: 'Einen Hilfeantrag im Postfach beantworten, dessen Frist von dreißig Tagen läuft',
  },
};

const at = (day: CivilDate, time: string): Date => new Date(`${day}T${time}:00Z`);

/** Sealed ways in: one looked at each year, one that was opened and is not sealed again yet, one that nobody has looked at for long. */
const insertEnvelopes = async (tx: Tx, centre: Centre, today: CivilDate): Promise<void> => {
  const told = words[centre.organization.documentLanguage];
  const { technician, directorGeneral, shared } = centre.cast;
  const resources = await resourcesOfCentre(tx, centre.id);
  const day = (days: number) => addDays(today, days);
  const add = (catalogueId: string, values: Record<string, unknown>) => {
    const resource = resources.get(catalogueId);
    return resource && insertRecord(tx, 'emergencyEnvelope', centre.id, { resourceId: resource.id, sealedById: technician, personIds: `{${directorGeneral},${technician}}`, ...values });
  };
  const check = (envelopeId: string, days: number) =>
    insertRecord(tx, 'emergencyCheck', centre.id, { envelopeId, checkedOn: day(days), checkedById: shared.adviser, intact: true, note: days > -100 ? told.whole : null });

  const server = await add('mainServer', { title: told.server, place: told.safe, seal: 'A-0418', sealedOn: day(-702) });
  if (server) {
    const opened = day(-704);
    await insertRecord(tx, 'emergencyOpening', centre.id, {
      envelopeId: server.id,
      openedAt: at(opened, '06:50'),
      openedById: directorGeneral,
      witnessId: shared.adviser,
      entitled: true,
      reason: told.power,
      seal: 'A-0407',
      closedAt: at(opened, '07:35'),
      changedOn: day(-703),
      changedById: technician,
      resealedOn: day(-702),
      newSeal: 'A-0418',
    });
    await check(server.id, -410);
    await check(server.id, -45);
  }
  const domain = await add('domain', { title: told.domain, place: told.safe, seal: 'A-0421', sealedOn: day(-330) });
  if (domain && centre.index % 4 === 0) {
    const opening = await insertRecord(tx, 'emergencyOpening', centre.id, {
      envelopeId: domain.id,
      openedAt: at(day(-2), '08:10'),
      openedById: technician,
      entitled: true,
      reason: told.locked,
      seal: 'A-0421',
      closedAt: at(day(-2), '09:05'),
    });
    await openSteps(tx, centre.id, [
      { kind: 'changeSecret', origin: { kind: 'emergency', id: opening.id }, resourceId: resources.get('domain')!.id, title: told.domain, ownerRole: 'itHead', dueOn: day(-1) },
    ]);
  }
  if (centre.index % 3 === 0) await add('alarmCode', { title: told.alarm, place: told.council, seal: 'B-0033', sealedOn: day(-440), personIds: `{${directorGeneral}}` });
};

/** A mailbox that was looked into in spring and told on return; in the first centre, another that waits for the director-general. */
const insertAbsent = async (tx: Tx, centre: Centre, today: CivilDate): Promise<void> => {
  const told = words[centre.organization.documentLanguage];
  const { technician, directorGeneral, shared, heads, staff } = centre.cast;
  const [absent, other] = [...staff.values()].flat();
  const head = heads.get('social');
  const director = centre.people.find(({ id }) => id === directorGeneral);
  const day = (days: number) => addDays(today, days);
  if (!absent || !head || !director) return;
  const mailbox = { what: 'mailbox', askedById: head };
  await insertRecord(tx, 'absentAccess', centre.id, {
    ...mailbox,
    personId: absent,
    absentSince: day(-232),
    absentUntil: day(-190),
    purpose: told.purpose,
    askedOn: day(-212),
    outcome: 'allowed',
    decidedOn: day(-211),
    decidedName: `${director.firstName} ${director.lastName}`,
    lookedById: technician,
    presenceId: shared.adviser,
    lookedFrom: at(day(-211), '12:00'),
    lookedUntil: at(day(-211), '12:20'),
    lookedAt: told.looked,
    personalMet: true,
    toldOn: day(-189),
    toldHow: told.told,
  });
  if (other && centre.index === 0)
    await insertRecord(tx, 'absentAccess', centre.id, { ...mailbox, personId: other, absentSince: day(-24), absentUntil: day(20), purpose: told.waiting, askedOn: day(-1) });
};

/** What a centre keeps for an emergency, over three years; nothing where there is something, or where it has none of what the catalogue names. */
export const recordEmergency = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> =>
  db.tx(scope, async (tx) => {
    if ((await resourcesOfCentre(tx, centre.id)).size === 0) return;
    if ((await holds(tx, 'absentAccess', centre.id)) || (await holds(tx, 'emergencyEnvelope', centre.id))) return;
    await insertEnvelopes(tx, centre, today);
    await insertAbsent(tx, centre, today);
  });
