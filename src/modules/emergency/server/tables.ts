import type { ColumnType, Generated } from 'kysely';
import type { AbsentThing } from '../emergency.ts';

type Owned = { organizationId: string; id: string; version: Generated<number> };
type Absent<T> = ColumnType<T | null, T | null | undefined, T | null>;

declare module '../../../server/db/database.ts' {
  interface Tables {
    emergencyEnvelope: Owned & {
      resourceId: string;
      title: string;
      place: string;
      seal: string;
      sealedOn: string;
      sealedById: Absent<string>;
      personIds: Generated<string[]>;
      note: Absent<string>;
      retiredOn: Absent<string>;
    };
    emergencyCheck: Owned & { envelopeId: string; checkedOn: string; checkedById: string; intact: boolean; note: Absent<string> };
    emergencyOpening: Owned & {
      envelopeId: string;
      openedAt: Date;
      openedById: string;
      witnessId: Absent<string>;
      entitled: boolean;
      reason: string;
      seal: string;
      closedAt: Absent<Date>;
      changedOn: Absent<string>;
      changedById: Absent<string>;
      resealedOn: Absent<string>;
      newSeal: Absent<string>;
    };
    absentAccess: Owned & {
      personId: string;
      what: AbsentThing;
      resourceId: Absent<string>;
      absentSince: string;
      absentUntil: Absent<string>;
      purpose: string;
      urgent: Generated<boolean>;
      urgency: Absent<string>;
      askedOn: string;
      askedById: string;
      outcome: Absent<'allowed' | 'refused'>;
      decidedOn: Absent<string>;
      decidedBy: Absent<string>;
      decidedName: Absent<string>;
      decisionReason: Absent<string>;
      lookedById: Absent<string>;
      presenceId: Absent<string>;
      lookedFrom: Absent<Date>;
      lookedUntil: Absent<Date>;
      lookedAt: Absent<string>;
      personalMet: Absent<boolean>;
      toldOn: Absent<string>;
      toldHow: Absent<string>;
    };
  }
}
