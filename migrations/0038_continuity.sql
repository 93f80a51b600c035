-- What lets the centre go on: its backups and what proves them (POL 1.6, 9; MES 2.8). Beffroi's own backups are another room.

-- What is backed up, how, when and where to. Whether a run is missing follows from this and from the runs.
CREATE TABLE backup_plan (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  -- server, computer, application, cloud, paper.
  kind text NOT NULL,
  what text NOT NULL,
  device_id uuid,
  resource_id uuid,
  method text NOT NULL CHECK (method IN ('full', 'incremental', 'mixed', 'copy')),
  -- ISO weekdays, 1 is Monday; times in Belgium, HH:MM.
  weekdays jsonb NOT NULL,
  times jsonb NOT NULL,
  on_holidays boolean NOT NULL DEFAULT true,
  -- From this day on the runs follow the days and times above.
  scheduled_since date NOT NULL,
  place text NOT NULL,
  -- Where the copy outside the building lies; null is a fault, and shows as one.
  off_site text,
  mirror boolean NOT NULL DEFAULT false,
  -- Null: not known.
  encrypted boolean,
  kept_days int CHECK (kept_days > 0),
  person_id uuid,
  supplier_id uuid,
  ended_on date,
  note text,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name),
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier
);
CREATE INDEX backup_plan_person ON backup_plan (organization_id, person_id) WHERE person_id IS NOT NULL;
CALL protect('backup_plan');

-- One planned run and how it ended: narrow rows, since there are thousands a year.
CREATE TABLE backup_plan_run (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  -- The day and time for which it was planned, in Belgium; it may end on the day after.
  planned_on date NOT NULL,
  planned_time text NOT NULL,
  result text NOT NULL CHECK (result IN ('good', 'warning', 'failed')),
  -- A copy went outside the building with it.
  carried_out boolean NOT NULL DEFAULT false,
  minutes int CHECK (minutes >= 0),
  megabytes int CHECK (megabytes >= 0),
  source text NOT NULL DEFAULT 'hand' CHECK (source IN ('hand', 'program', 'mail')),
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, plan_id, planned_on, planned_time),
  FOREIGN KEY (organization_id, plan_id) REFERENCES backup_plan
);
-- The newest good run of a plan is asked by every page and every count of what is due.
CREATE INDEX backup_plan_run_good ON backup_plan_run (organization_id, plan_id, planned_on DESC, planned_time DESC) WHERE result <> 'failed';
CALL protect('backup_plan_run');

-- How soon the work must go on, and how much of it may be lost: decided by the council, for one backup or for the whole centre; the newest decision counts (POL 1.6).
CREATE TABLE recovery_objective (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Null: whatever has none of its own.
  plan_id uuid,
  restart_hours int NOT NULL CHECK (restart_hours > 0),
  loss_hours int NOT NULL CHECK (loss_hours > 0),
  decided_by text NOT NULL CHECK (decided_by IN ('council', 'permanentBureau', 'directorGeneral')),
  decided_on date NOT NULL,
  reference text,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, plan_id) REFERENCES backup_plan
);
CREATE UNIQUE INDEX recovery_objective_day ON recovery_objective (organization_id, COALESCE(plan_id, organization_id), decided_on);
CALL protect('recovery_objective');

-- What was restored to see whether one can, and how long it took; each is also an intervention.
CREATE TABLE restore_test (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  tested_on date NOT NULL,
  what text NOT NULL,
  extent text NOT NULL CHECK (extent IN ('file', 'database', 'system', 'paper')),
  readable boolean NOT NULL,
  -- From the order to restore to people working again.
  minutes int CHECK (minutes >= 0),
  -- How old the newest data were that came back.
  lost_minutes int CHECK (lost_minutes >= 0),
  person_id uuid,
  supplier_id uuid,
  note text,
  intervention_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (NOT readable OR minutes IS NOT NULL),
  FOREIGN KEY (organization_id, plan_id) REFERENCES backup_plan,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, intervention_id) REFERENCES intervention
);
CREATE INDEX restore_test_plan ON restore_test (organization_id, plan_id, tested_on DESC);
CREATE INDEX restore_test_person ON restore_test (organization_id, person_id) WHERE person_id IS NOT NULL;
CALL protect('restore_test');

-- The disaster plan played through, at a table or for real, and what was learned.
CREATE TABLE continuity_exercise (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  held_on date NOT NULL,
  scenario text NOT NULL CHECK (scenario IN ('building', 'server', 'telecommunications', 'people', 'ransomware', 'other')),
  form text NOT NULL CHECK (form IN ('table', 'alert', 'real')),
  title text NOT NULL,
  minutes int CHECK (minutes >= 0),
  led_by_id uuid,
  participants text NOT NULL,
  course text,
  lessons text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, led_by_id) REFERENCES person
);
CREATE INDEX continuity_exercise_day ON continuity_exercise (organization_id, held_on DESC);
CALL protect('continuity_exercise');

-- How a report of a backup program is known: words that its sender and its subject hold, and words that say how the run ended. Words, never patterns that run.
CREATE TABLE backup_report_rule (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  sender text NOT NULL,
  subject text,
  good_words jsonb NOT NULL,
  warning_words jsonb NOT NULL,
  failed_words jsonb NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, plan_id) REFERENCES backup_plan
);
CREATE INDEX backup_report_rule_plan ON backup_report_rule (organization_id, plan_id);
CALL protect('backup_report_rule');

-- A report that came, and what became of it: a run, or something to sort.
CREATE TABLE backup_report (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  message_id text,
  sender text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('toSort', 'taken', 'setAside')),
  plan_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, plan_id) REFERENCES backup_plan
);
CREATE UNIQUE INDEX backup_report_message ON backup_report (organization_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX backup_report_to_sort ON backup_report (organization_id, received_at) WHERE state = 'toSort';
CALL protect('backup_report', left_out => 'text');
