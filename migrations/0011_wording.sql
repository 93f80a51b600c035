-- A centre's own wording of a section of a document, in one language: in the place of the library's text, as a section of its own, or
-- left out. It keeps the library's text that it was written against, so that a later library can show what it changed.
CREATE TABLE document_wording (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  section_key text NOT NULL,
  how text NOT NULL CHECK (how IN ('replaced', 'added', 'leftOut')),
  after_key text,
  level int CHECK (level IN (1, 2)),
  title text,
  body text,
  reason text,
  library_revision int NOT NULL,
  library_title text,
  library_body text,
  written_by uuid,
  written_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, kind, language, section_key),
  CHECK ((how = 'leftOut') = (reason IS NOT NULL)),
  CHECK ((how = 'leftOut') = (title IS NULL) AND (how = 'leftOut') = (body IS NULL)),
  CHECK ((how = 'added') = (after_key IS NOT NULL) AND (how = 'added') = (level IS NOT NULL)),
  CHECK ((how = 'added') = (library_body IS NULL) AND (how = 'added') = (library_title IS NULL))
);
-- What the library said is in the library; the centre's own words are in the trail.
CALL protect('document_wording', left_out => 'library_body');

-- What is said of a section of a draft; an answer names the comment that began the thread, which alone is settled.
CREATE TABLE document_comment (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  document_version_id uuid NOT NULL,
  section_key text NOT NULL,
  parent_id uuid,
  text text NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  resolved_by uuid,
  resolved_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (parent_id IS NULL OR resolved_at IS NULL),
  CHECK ((resolved_at IS NULL) = (resolved_by IS NULL)),
  FOREIGN KEY (organization_id, document_version_id) REFERENCES document_version ON DELETE CASCADE,
  FOREIGN KEY (organization_id, parent_id) REFERENCES document_comment ON DELETE CASCADE
);
CREATE INDEX document_comment_version ON document_comment (organization_id, document_version_id);
CREATE INDEX document_comment_parent ON document_comment (organization_id, parent_id);
CALL protect('document_comment');

-- A round of review of a draft by named people, until a date; it ends when all have answered, or when it is closed.
CREATE TABLE document_review (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  document_version_id uuid NOT NULL,
  until date NOT NULL,
  note text,
  asked_by uuid,
  asked_at timestamptz NOT NULL,
  closed_by uuid,
  closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, document_version_id) REFERENCES document_version ON DELETE CASCADE
);
CREATE INDEX document_review_version ON document_review (organization_id, document_version_id);
CREATE UNIQUE INDEX document_review_open ON document_review (organization_id, document_version_id) WHERE closed_at IS NULL;
CALL protect('document_review');

CREATE TABLE document_review_answer (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  opinion text CHECK (opinion IN ('agreed', 'agreedWithRemarks', 'notAgreed')),
  text text,
  answered_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, review_id, account_id),
  CHECK ((opinion IS NULL) = (answered_at IS NULL)),
  FOREIGN KEY (organization_id, review_id) REFERENCES document_review ON DELETE CASCADE
);
CREATE INDEX document_review_answer_account ON document_review_answer (account_id) WHERE answered_at IS NULL;
CALL protect('document_review_answer');
