-- Backups that were made or tried: of the installation, of no centre. The files themselves stand in a directory, for whoever restores has no
-- database yet. Kept two years.
CREATE TABLE backup_run (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('scheduled', 'asked')),
  at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  finished_at timestamptz,
  file text,
  bytes bigint,
  rows bigint,
  encrypted boolean,
  verified_at timestamptz,
  fault text,
  version int NOT NULL DEFAULT 1,
  CHECK ((state = 'failed') = (fault IS NOT NULL)),
  CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX backup_run_at ON backup_run (at);
-- Of several nodes that find the same night due, one asks; and whoever asks twice asks for one.
CREATE UNIQUE INDEX backup_run_waiting ON backup_run (state) WHERE state = 'waiting';
-- How far a run is: its own table, so that the audit trail keeps what became of it and not each step.
CREATE TABLE backup_progress (
  run_id uuid PRIMARY KEY REFERENCES backup_run ON DELETE CASCADE,
  done bigint NOT NULL,
  total bigint NOT NULL
);
ALTER TABLE backup_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE backup_progress ENABLE ROW LEVEL SECURITY;
CREATE POLICY installation ON backup_run USING (installation() = ANY ((SELECT scope())::uuid[]));
CREATE POLICY installation ON backup_progress USING (installation() = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON backup_run, backup_progress TO beffroi_app;
CALL audited('backup_run');
