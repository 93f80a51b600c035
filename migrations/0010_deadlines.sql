-- From which day the clocks of a centre are followed: what began and ended before is history, and nobody is late with it.
ALTER TABLE organization ADD COLUMN followed_since date NOT NULL DEFAULT (now() AT TIME ZONE 'Europe/Brussels')::date;

-- When the accounts of somebody who left were disabled: the fact that closes the duty of that departure (MES 2.8).
ALTER TABLE contract ADD COLUMN accounts_closed_on date;
CREATE INDEX contract_departure ON contract (organization_id, "end") WHERE "end" IS NOT NULL AND accounts_closed_on IS NULL;

-- The length that a centre has chosen for a rule (src/kernel/rules.ts), in the unit of the rule; a looser one with its reason.
CREATE TABLE rule_setting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  rule text NOT NULL,
  amount int NOT NULL CHECK (amount BETWEEN 0 AND 10000),
  reason text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, rule)
);
CALL protect('rule_setting');
