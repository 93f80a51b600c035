import type { ColumnType, Generated } from 'kysely';
import type { CallTask, DisasterCopyInput, PlanScenario, StepPhase, StepScenario } from '../disaster.ts';
import type { Scenario } from '../restore.ts';

type Owned = { organizationId: string; id: string; version: Generated<number> };
type Json<T> = ColumnType<T, T | string, T | string>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    callEntry: Owned & {
      position: number;
      task: CallTask;
      personId: string | null;
      supplierId: string | null;
      name: string | null;
      phone: string | null;
      secondPhone: string | null;
      calledById: string | null;
      scenarios: Json<PlanScenario[]>;
      forEverybody: boolean;
      onCard: boolean;
      note: string | null;
    };
    disasterStep: Owned & {
      scenario: StepScenario;
      phase: StepPhase;
      libraryKey: string | null;
      text: string | null;
      droppedReason: string | null;
      who: string | null;
      position: number;
    };
    minimumService: Owned & {
      position: number;
      name: string;
      withinHours: number;
      what: string;
      leadId: string | null;
      deputyId: string | null;
      people: string | null;
      place: string | null;
      means: string | null;
      note: string | null;
    };
    fallbackPlace: Owned & {
      position: number;
      name: string;
      address: string;
      contact: string | null;
      phone: string | null;
      seats: number | null;
      equipment: string | null;
      agreedOn: string | null;
      agreedUntil: string | null;
      note: string | null;
    };
    restartItem: Owned & { position: number; resourceId: string | null; name: string | null; withinHours: number | null; note: string | null };
    disasterCopy: Owned & {
      content: DisasterCopyInput['content'];
      medium: DisasterCopyInput['medium'];
      documentVersionId: string | null;
      place: string;
      personId: string | null;
      holder: string | null;
      givenOn: string;
      confirmedOn: string | null;
      endedOn: string | null;
      note: string | null;
    };
    outage: Owned & {
      what: string;
      scenario: Scenario;
      startedAt: Date;
      restoredAt: Date | null;
      resourceId: string | null;
      planId: string | null;
      supplierId: string | null;
      cause: string | null;
      consequence: string | null;
      told: string | null;
      lessons: string | null;
      interventionId: string | null;
    };
  }
}
