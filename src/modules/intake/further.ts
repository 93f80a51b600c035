import { readActions } from './actions.ts';
import { readAdvice } from './advice.ts';
import { readAnswers } from './answers.ts';
import { readBackups, readRestores } from './backups.ts';
import { readDeclarations } from './declarations.ts';
import { readDevices } from './devices.ts';
import { readDerogations } from './derogations.ts';
import type { Further } from './intake.ts';
import type { Register } from './lines.ts';
import { readKeys, readZoneEntries, readZones } from './premises.ts';
import type { Reading } from './reading.ts';
import type { FurtherKey } from './sheets.ts';
import { readResources } from './resources.ts';
import { readRights } from './rights.ts';
import { readSoftware } from './software.ts';
import { readSittings } from './sittings.ts';
import { readSuppliers } from './suppliers.ts';
import { readInterventions } from './interventions.ts';
import { readTelework } from './telework.ts';

/** The readers of the further registers, in the order of their sheets: each gives the lines that are right, and reports the rest by cell. */
export const furtherReaders: { readonly [Key in FurtherKey]: (register: Register, reading: Reading) => Further[Key] } = {
  actions: (register, { person, today, issues }) => readActions(register, person, today, issues),
  advice: readAdvice,
  sittings: readSittings,
  answers: readAnswers,
  suppliers: readSuppliers,
  resources: readResources,
  rights: readRights,
  declarations: readDeclarations,
  telework: readTelework,
  interventions: readInterventions,
  backups: readBackups,
  restores: readRestores,
  zones: readZones,
  zoneEntries: readZoneEntries,
  keys: readKeys,
  devices: readDevices,
  softwareProducts: readSoftware,
  derogations: readDerogations,
};
