import type { DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Situation } from './lines.ts';
import { daysIn, documentWords, longDate, situationOf, stateWord } from './words.ts';

export type RegisterFacts = {
  centre: { name: string; lines: readonly string[] };
  teleworks: readonly {
    personName: string;
    situation: Situation;
    weekdays: readonly number[];
    state: string;
    start: CivilDate | null;
    askedOn: CivilDate;
    deviceName: string | null;
    privateDevice: string | null;
  }[];
  devices: readonly { name: string; serial: string | null; encrypted: boolean; checkedOn: CivilDate | null; holderName: string | null; outSince: CivilDate | null }[];
};

const plain = (text: string): Inline[] => [{ text }];

/** The register of telework of a day, as a document: who works away and how, and the devices with where they are. */
export const registerModel = ({ centre, teleworks, devices }: RegisterFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = documentWords(language);
  const footer = own.registerFooter.replace('{{date}}', longDate(day, language));
  return {
    language,
    layout: 'report',
    title: own.register,
    sender: { name: centre.name, lines: [...centre.lines] },
    front: [],
    sections: [
      {
        key: 'agreements',
        level: 1,
        title: own.agreementsTitle,
        blocks: [
          {
            type: 'table',
            columns: [
              { title: own.person, width: 2 },
              { title: own.situation, width: 2 },
              { title: own.device, width: 1.6 },
              { title: own.days, width: 1.6 },
              { title: own.state, width: 1.4 },
              { title: own.since, width: 1.4 },
            ],
            rows: teleworks.map((one) => [
              plain(one.personName),
              plain(situationOf(one.situation, language)),
              plain(one.deviceName ?? one.privateDevice ?? ''),
              plain(daysIn(one.weekdays, language)),
              plain(stateWord(one.state, language)),
              plain(longDate(one.start ?? one.askedOn, language)),
            ]),
            empty: own.none,
          },
        ],
      },
      {
        key: 'devices',
        level: 1,
        title: own.devices,
        blocks: [
          {
            type: 'table',
            columns: [
              { title: own.device, width: 2 },
              { title: own.encrypted, width: 1 },
              { title: own.checkedOn, width: 1.6 },
              { title: own.where, width: 2.4 },
            ],
            rows: devices.map((device) => [
              plain([device.name, device.serial].filter(Boolean).join(', ')),
              plain(own[device.encrypted ? 'yes' : 'no']),
              plain(device.checkedOn ? longDate(device.checkedOn, language) : '–'),
              plain(device.holderName ? [device.holderName, device.outSince && longDate(device.outSince, language)].filter(Boolean).join(', ') : own.inside),
            ]),
            empty: own.noDevice,
          },
        ],
      },
    ],
    runningTitle: own.register,
    footer,
    date: day,
  };
};

export const registerFile: Record<DocumentLanguage, string> = { fr: 'registre-teletravail', nl: 'telewerkregister', de: 'telearbeitsverzeichnis' };
