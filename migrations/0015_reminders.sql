-- Reminders of what is due: how each account wants them, what it was told, and the secret addresses of its calendar.

-- How an account (its id) wants to be reminded; without a row, as src/modules/reminders/reminder.ts says.
CREATE TABLE reminder_setting (
  id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  frequency text NOT NULL CHECK (frequency IN ('off', 'daily', 'weekly')),
  weekday int NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  hour int NOT NULL CHECK (hour BETWEEN 0 AND 23),
  quiet_from int NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
  quiet_until int NOT NULL CHECK (quiet_until BETWEEN 0 AND 23),
  workdays_only boolean NOT NULL,
  changed_on date NOT NULL,
  version int NOT NULL DEFAULT 1
);
CALL audited('reminder_setting');

-- One digest at most for an account and a day: who inserts the row sends it. Not audited (it changes nothing), purged after six months.
CREATE TABLE digest (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  day date NOT NULL,
  state text NOT NULL CHECK (state IN ('claimed', 'sent', 'nothing', 'failed')),
  attempts int NOT NULL DEFAULT 1,
  claimed_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, day)
);

-- A secret address under which a calendar program reads what is due for an account; the secret itself is not kept.
CREATE TABLE calendar (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX calendar_account ON calendar (account_id);
CALL audited('calendar', left_out => 'token_hash');
-- The day a program last read it: of the moment, and no change to the address.
CREATE TABLE calendar_reading (calendar_id uuid PRIMARY KEY REFERENCES calendar ON DELETE CASCADE, read_on date NOT NULL);

-- Accounts belong to no centre, and neither does this.
GRANT SELECT, INSERT, UPDATE, DELETE ON reminder_setting, digest, calendar, calendar_reading TO beffroi_app;
ALTER TABLE reminder_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY installation ON reminder_setting USING (installation() = ANY ((SELECT scope())::uuid[]));
CREATE POLICY installation ON digest USING (installation() = ANY ((SELECT scope())::uuid[]));
CREATE POLICY installation ON calendar USING (installation() = ANY ((SELECT scope())::uuid[]));
CREATE POLICY installation ON calendar_reading USING (installation() = ANY ((SELECT scope())::uuid[]));

-- Of which duty an account was last told, and in which state it was then: a daily digest says what is new. One per duty (subject and rule) and
-- account, replaced at each digest. Not audited: it follows from the digests.
CREATE TABLE reminder (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  rule text NOT NULL,
  subject text NOT NULL,
  overdue boolean NOT NULL,
  PRIMARY KEY (organization_id, account_id, rule, subject)
);
CREATE INDEX reminder_account ON reminder (account_id);
ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON reminder USING (organization_id = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON reminder TO beffroi_app;
