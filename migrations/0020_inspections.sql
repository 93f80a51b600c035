-- Formal audits of a centre with their findings, the access of an auditor for a period, and what the network's authorities say to it.

CREATE TABLE inspection (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  title text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('complete', 'partial')),
  -- Why a partial audit counts as the formal one; without it, it does not.
  clock_reason text,
  framework text,
  chapters jsonb NOT NULL DEFAULT '[]',
  service_ids jsonb NOT NULL DEFAULT '[]',
  scope text,
  auditor_kind text NOT NULL CHECK (auditor_kind IN ('internal', 'external')),
  auditor_id uuid,
  auditor_name text,
  auditor_firm text,
  planned_on date,
  held_on date,
  held_until date,
  report_on date,
  summary text,
  file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (kind = 'partial' OR clock_reason IS NULL),
  CHECK (held_until >= held_on),
  CHECK (report_on >= held_on),
  FOREIGN KEY (organization_id, auditor_id) REFERENCES person,
  FOREIGN KEY (organization_id, file_id) REFERENCES file
);
CREATE INDEX inspection_held ON inspection (organization_id, held_on);
CREATE INDEX inspection_auditor ON inspection (organization_id, auditor_id);
CALL protect('inspection');

-- What an audit found, what it recommends, and what became of it. The actions that follow from it are in the plan.
CREATE TABLE inspection_finding (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  number int NOT NULL,
  severity text NOT NULL CHECK (severity IN ('critical', 'major', 'minor', 'remark')),
  norm text,
  text text NOT NULL,
  recommendation text,
  outcome text NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'remedied', 'notFollowed')),
  outcome_on date,
  outcome_note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, inspection_id, number),
  CHECK ((outcome = 'open') = (outcome_on IS NULL)),
  FOREIGN KEY (organization_id, inspection_id) REFERENCES inspection
);
CREATE INDEX inspection_finding_open ON inspection_finding (organization_id) WHERE outcome = 'open';
CALL protect('inspection_finding');

-- Which invitation gave an auditor the reading of this centre for the time of an audit.
CREATE TABLE inspection_access (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, invitation_id),
  FOREIGN KEY (organization_id, inspection_id) REFERENCES inspection,
  FOREIGN KEY (organization_id, invitation_id) REFERENCES invitation
);
CREATE INDEX inspection_access_inspection ON inspection_access (organization_id, inspection_id);
CALL protect('inspection_access');

-- An access that begins on a day to come.
ALTER TABLE invitation ADD COLUMN access_from date;

-- A warning, or the loss of access to the network, as the authority wrote it; what followed are its steps.
CREATE TABLE network_notice (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  authority text NOT NULL CHECK (authority IN ('bcss', 'federalService')),
  kind text NOT NULL CHECK (kind IN ('warning', 'suspension')),
  received_on date NOT NULL,
  reference text,
  subject text NOT NULL,
  text text,
  deadline_on date CHECK (deadline_on >= received_on),
  file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, file_id) REFERENCES file
);
CREATE INDEX network_notice_received ON network_notice (organization_id, received_on);
CALL protect('network_notice');

CREATE TABLE network_step (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('answer', 'extension', 'suspension', 'restoration', 'lifting')),
  happened_on date NOT NULL,
  reference text,
  deadline_on date,
  text text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (kind <> 'extension' OR deadline_on IS NOT NULL),
  FOREIGN KEY (organization_id, notice_id) REFERENCES network_notice
);
CREATE INDEX network_step_notice ON network_step (organization_id, notice_id, happened_on);
CALL protect('network_step');
