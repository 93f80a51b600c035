import type { CivilDate } from '../../kernel/dates.ts';
import type { CallTask, PlanStep } from './disaster.ts';

/** Somebody of the call tree, as they are printed. */
export type CallLine = {
  id: string;
  position: number;
  task: CallTask;
  label: string;
  number: string | null;
  secondPhone: string | null;
  calledById: string | null;
  callerLabel: string | null;
  scenarios: readonly string[];
  forEverybody: boolean;
  onCard: boolean;
  note: string | null;
};
export type ServiceLine = {
  name: string;
  withinHours: number;
  what: string;
  leadName: string | null;
  deputyName: string | null;
  people: string | null;
  place: string | null;
  means: string | null;
};
export type PlaceLine = { name: string; address: string; contact: string | null; phone: string | null; seats: number | null; equipment: string | null };
export type RestartLine = { label: string; withinHours: number | null; supplierName: string | null; number: string | null; note: string | null };
export type ProviderLine = { name: string; phone: string | null; email: string | null; resources: string | null; contract: string | null };
/** Where a server, a backup or a key is; `offSite` of a backup alone. */
export type WhereLine = { kind: 'server' | 'backup' | 'key'; name: string; place: string | null; offSite: string | null };
export type ObjectiveLine = {
  planName: string | null;
  restartHours: number;
  lossHours: number;
  decidedBy: 'council' | 'permanentBureau' | 'directorGeneral';
  decidedOn: CivilDate;
  reference: string | null;
};

/** All that the disaster plan of a centre is drawn from, on a day, in the order in which it is printed. */
export type DisasterPlanFacts = {
  calls: readonly CallLine[];
  steps: readonly PlanStep[];
  services: readonly ServiceLine[];
  places: readonly PlaceLine[];
  restart: readonly RestartLine[];
  providers: readonly ProviderLine[];
  where: readonly WhereLine[];
  objectives: readonly ObjectiveLine[];
};

/** Who is called by whom, each below their caller, with the depth; whoever is called by nobody stands at the top, in order. */
export const inTree = (calls: readonly CallLine[]): { call: CallLine; depth: number }[] => {
  const ids = new Set(calls.map(({ id }) => id));
  const seen = new Set<string>();
  const below = (caller: string | undefined, depth: number): { call: CallLine; depth: number }[] =>
    calls
      .filter(({ calledById }) => (caller === undefined ? !calledById || !ids.has(calledById) : calledById === caller))
      .flatMap((call) => {
        if (seen.has(call.id)) return [];
        seen.add(call.id);
        return [{ call, depth }, ...below(call.id, depth + 1)];
      });
  const tree = below(undefined, 0);
  return [...tree, ...calls.filter(({ id }) => !seen.has(id)).map((call) => ({ call, depth: 0 }))];
};
