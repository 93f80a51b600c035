import type { Language } from '../../kernel/language.ts';
import { languages } from '../../kernel/language.ts';
import { rightsSheet } from '../access/workbook.ts';
import { adviceSheet } from '../advice/workbook.ts';
import { backupsSheet, restoresSheet } from '../continuity/workbook.ts';
import { sittingsSheet } from '../council/workbook.ts';
import { declarationsSheet } from '../declarations/workbook.ts';
import { derogationsSheet, devicesSheet, softwareSheet } from '../inventories/workbook.ts';
import { answersSheet } from '../norms/workbook.ts';
import { centreSheet } from '../organizations/workbook.ts';
import { interventionsSheet } from '../interventions/workbook.ts';
import { contractsSheet, mandatesSheet, peopleSheet, servicesSheet } from '../people/workbook.ts';
import { actionsSheet } from '../plan/workbook.ts';
import { keysSheet, zoneEntriesSheet, zonesSheet } from '../premises/workbook.ts';
import { resourcesSheet } from '../resources/workbook.ts';
import { suppliersSheet } from '../suppliers/workbook.ts';
import { teleworkSheet } from '../telework/workbook.ts';
import { normalize } from './normalize.ts';
import type { SheetDefinition } from './sheet.ts';
import { intakeTexts } from './texts.ts';

/** Registers of other rooms than that of the people: each has its reader (further.ts) and its writer (server/further.ts). */
export const furtherKeys = [
  'actions',
  'advice',
  'sittings',
  'answers',
  'suppliers',
  'resources',
  'rights',
  'declarations',
  'telework',
  'interventions',
  'backups',
  'restores',
  'zones',
  'zoneEntries',
  'keys',
  'devices',
  'softwareProducts',
  'derogations',
] as const;
export type FurtherKey = (typeof furtherKeys)[number];
export const sheetKeys = ['centre', 'services', 'people', 'contracts', 'mandates', ...furtherKeys] as const;
export type SheetKey = (typeof sheetKeys)[number];

/** The sheets of the intake workbook, in their order. */
export const intakeSheets: Record<SheetKey, SheetDefinition> = {
  centre: centreSheet,
  services: servicesSheet,
  people: peopleSheet,
  contracts: contractsSheet,
  mandates: mandatesSheet,
  actions: actionsSheet,
  advice: adviceSheet,
  sittings: sittingsSheet,
  answers: answersSheet,
  suppliers: suppliersSheet,
  resources: resourcesSheet,
  rights: rightsSheet,
  declarations: declarationsSheet,
  telework: teleworkSheet,
  interventions: interventionsSheet,
  backups: backupsSheet,
  restores: restoresSheet,
  zones: zonesSheet,
  zoneEntries: zoneEntriesSheet,
  keys: keysSheet,
  devices: devicesSheet,
  softwareProducts: softwareSheet,
  derogations: derogationsSheet,
};

/** Which register a sheet's name stands for: its name in whatever language, or the one that an exported list bears. */
export const sheetKeyOf = (name: string): SheetKey | undefined =>
  sheetKeys.find((key) => normalize(key) === normalize(name) || languages.some((language) => normalize(intakeSheets[key].texts[language].name) === normalize(name)));

export const isReadme = (name: string): boolean => languages.some((language) => normalize(intakeTexts[language].words.readme) === normalize(name));

/** Key of each column by its label as compared; where two languages use one label for different columns, the preferred language decides. */
export const labelIndex = (definition: SheetDefinition, preferred: Language): Map<string, string> => {
  const index = new Map<string, string>();
  for (const language of [preferred, ...languages]) {
    for (const column of definition.columns) {
      const label = normalize(definition.texts[language].columns[column.key]?.label ?? column.key);
      if (!index.has(label)) index.set(label, column.key);
    }
  }
  return index;
};
