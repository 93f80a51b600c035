import type { CivilDate } from '../kernel/dates.ts';
import type { DocumentLanguage } from '../kernel/language.ts';
import type { RecordedDerogation } from '../modules/inventories/derogation.ts';
import { derogationsKept, enterDerogations } from '../modules/inventories/server/service.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { hasMess } from './mess.ts';

const words: Record<DocumentLanguage, Record<'wifi' | 'stick' | 'software' | 'phone' | 'school' | 'meeting' | 'tool' | 'duty' | 'encrypted' | 'noData' | 'council' | 'notNeeded', string>> = {
  fr: {
    wifi: 'Wi-Fi sur la tablette des visites à domicile',
    stick: 'Clé USB pour les annexes du conseil',
    software: 'Logiciel de découpe de PDF téléchargé',
    phone: 'Téléphone privé pour le rôle de garde',
    school: 'Les dossiers se consultent sur place, sans câble ni borne du centre.',
    meeting: 'La salle du conseil n’a pas encore de prise du réseau.',
    tool: 'Pour séparer les pièces reçues en un seul fichier.',
    duty: 'Le téléphone de garde est en réparation.',
    encrypted: 'Clé chiffrée, rendue au secrétariat le soir même',
    noData: 'Par le tunnel chiffré seulement ; aucune donnée ne reste sur l’appareil',
    council: 'Conseil de l’action sociale',
    notNeeded: 'Le serveur offre déjà un outil équivalent, que le service informatique tient à jour.',
  },
  nl: {
    wifi: 'Wifi op de tablet voor huisbezoeken',
    stick: 'USB-stick voor de bijlagen van de raad',
    software: 'Gedownload programma om pdf’s te splitsen',
    phone: 'Privételefoon voor de wachtdienst',
    school: 'De dossiers worden ter plaatse geraadpleegd, zonder kabel of toegangspunt van het centrum.',
    meeting: 'De raadzaal heeft nog geen netwerkaansluiting.',
    tool: 'Om stukken die in één bestand toekomen te scheiden.',
    duty: 'De wachttelefoon is in herstelling.',
    encrypted: 'Versleutelde stick, dezelfde avond terug bij het secretariaat',
    noData: 'Enkel door de versleutelde tunnel; er blijven geen gegevens op het toestel',
    council: 'Raad voor maatschappelijk welzijn',
    notNeeded: 'De server biedt al een gelijkwaardig middel, dat de informaticadienst bijhoudt.',
  },
  de: {
    wifi: 'WLAN auf dem Tablet für Hausbesuche',
    stick: 'USB-Stick für die Anlagen des Rates',
    software: 'Heruntergeladenes Programm zum Teilen von PDF',
    phone: 'Privates Telefon für den Bereitschaftsdienst',
    school: 'Die Akten werden vor Ort eingesehen, ohne Kabel oder Zugangspunkt des Zentrums.',
    meeting: 'Der Ratssaal hat noch keinen Netzanschluss.',
    tool: 'Um Stücke zu trennen, die in einer Datei ankommen.',
    duty: 'Das Bereitschaftstelefon ist in Reparatur.',
    encrypted: 'Verschlüsselter Stick, am selben Abend zurück im Sekretariat',
    noData: 'Nur durch den verschlüsselten Tunnel; keine Daten bleiben auf dem Gerät',
    council: 'Rat des Zentrums',
    notNeeded: 'Der Server bietet schon ein gleichwertiges Mittel, das die Informatik pflegt.',
  },
};

/** The derogations of a centre: two that came back each year, one refused, one whose end was overlooked, one that still waits. Nothing happens where there are some. */
export const recordDerogations = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  const asks = centre.cast.heads.get('it') ?? centre.cast.directorGeneral;
  if (hasMess(centre.index, 'justEntered') || !asks) return;
  const own = words[centre.organization.documentLanguage];
  const advises = centre.people.find(({ id }) => id === centre.cast.shared.adviser);
  const adviceBy = advises ? `${advises.firstName} ${advises.lastName}` : '';
  // Where who asks is who directs the centre, the council decides in their place.
  const decider = asks === centre.cast.directorGeneral ? { decidedBy: own.council } : { decidedById: centre.cast.directorGeneral };
  const day = (days: number) => addDays(today, days);
  const of = (askedOn: number, startsOn: number, endsOn: number) => ({ askedById: asks, askedOn: day(askedOn), startsOn: day(startsOn), endsOn: day(endsOn) });
  const agreed = (on: number, adviceText: string) => ({
    advice: 'conditional',
    adviceText,
    adviceOn: day(on),
    adviceBy,
    decision: 'agreed',
    decidedOn: day(on + 2),
    ...decider,
  });
  const wifi = { kind: 'wifi', what: own.wifi, reason: own.school, measures: own.noData } as const;
  const rows: RecordedDerogation[] = [
    { ...wifi, ...of(-1010, -1000, -640), ...agreed(-1006, own.noData), endedOn: day(-640), endedHow: 'closed' },
    { ...wifi, ...of(-650, -639, -280), ...agreed(-645, own.noData), endedOn: day(-280), endedHow: 'closed' },
    { ...wifi, ...of(-290, -279, 80), ...agreed(-285, own.noData) },
    { kind: 'removableMedia', what: own.stick, reason: own.meeting, ...of(-240, -230, centre.index % 2 === 0 ? -20 : 120), ...agreed(-236, own.encrypted) },
    {
      kind: 'software',
      what: own.software,
      reason: own.tool,
      ...of(-130, -128, 200),
      advice: 'unfavourable',
      adviceText: own.notNeeded,
      adviceOn: day(-126),
      adviceBy,
      decision: 'refused',
      decisionText: own.notNeeded,
      decidedOn: day(-121),
      ...decider,
    },
    { kind: 'privateDevice', what: own.phone, reason: own.duty, ...of(-3, 0, 30) },
  ];
  await db.tx(scope, async (tx) => {
    if ((await derogationsKept(tx, centre.id)).length === 0) await enterDerogations(tx, centre.id, rows);
  });
};
