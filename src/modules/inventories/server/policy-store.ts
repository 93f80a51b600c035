import type { Block } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { DeviceKind } from '../device.ts';
import de from '../locales/de.json' with { type: 'json' };
import fr from '../locales/fr.json' with { type: 'json' };
import nl from '../locales/nl.json' with { type: 'json' };
import { longDate } from '../review.ts';
import './tables.ts';

const kinds = { fr: fr.kinds, nl: nl.kinds, de: de.kinds };
const words = {
  fr: {
    review: (date: string, by: string, devices: number, missing: number) =>
      `L’inventaire a été revu le ${date} par ${by} : ${devices} lignes, ${missing === 0 ? 'toutes retrouvées' : `dont ${missing} non retrouvées`}. La version figée de ce jour est l’inventaire auquel ce document renvoie.`,
    kind: 'Nature',
    count: 'Nombre',
    notSigned: 'Le matériel est inscrit à l’inventaire ; aucune revue n’en est encore signée.',
  },
  nl: {
    review: (date: string, by: string, devices: number, missing: number) =>
      `De inventaris werd op ${date} nagezien door ${by}: ${devices} regels, ${missing === 0 ? 'alle teruggevonden' : `waarvan ${missing} niet teruggevonden`}. De versie die die dag werd vastgelegd, is de inventaris waarnaar dit document verwijst.`,
    kind: 'Soort',
    count: 'Aantal',
    notSigned: 'Het materieel staat in de inventaris; er is nog geen nazicht van ondertekend.',
  },
  de: {
    review: (date: string, by: string, devices: number, missing: number) =>
      `Das Inventar wurde am ${date} von ${by} überprüft: ${devices} Zeilen, ${missing === 0 ? 'alle wiedergefunden' : `davon ${missing} nicht wiedergefunden`}. Die an diesem Tag festgehaltene Fassung ist das Inventar, auf das dieses Dokument verweist.`,
    kind: 'Art',
    count: 'Anzahl',
    notSigned: 'Das Material steht im Inventar; noch keine Überprüfung davon ist unterzeichnet.',
  },
};

/**
 * What the policy says of the inventory (POL 1.3 i): the review that was signed last, by kind of device. Not the devices of the day at hand, which
 * would make a policy in force read otherwise with each purchase. Undefined where nothing is entered.
 */
export const policySlot = async (tx: Tx, organizationId: string, language: DocumentLanguage): Promise<Block[] | undefined> => {
  const own = words[language];
  const review = await tx
    .selectFrom('inventoryReview')
    .select(['signedOn', 'signedBy', 'expected', 'missing', 'kinds'])
    .where('organizationId', '=', organizationId)
    .where('signedOn', 'is not', null)
    .orderBy('signedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!review) {
    const device = await tx.selectFrom('device').select('id').where('organizationId', '=', organizationId).limit(1).executeTakeFirst();
    return device && [{ type: 'note', content: [{ text: own.notSigned }] }];
  }
  const counted = Object.entries(review.kinds ?? {}).toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return [
    { type: 'paragraph', content: [{ text: own.review(longDate(review.signedOn!, language), review.signedBy ?? '', review.expected ?? 0, review.missing ?? 0) }] },
    ...(counted.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            columns: [{ title: own.kind, width: 6 }, { title: own.count }],
            rows: counted.map(([kind, count]) => [[{ text: kinds[language][kind as DeviceKind] }], [{ text: String(count) }]]),
            empty: '',
          },
        ]),
  ];
};
