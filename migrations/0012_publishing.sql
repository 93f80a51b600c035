-- Documents of the centre's own, under the same approval as the generated ones: a version of one has the kind `own` and names it.
CREATE TABLE own_document (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  title text NOT NULL,
  category text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  -- Stands in the table of annexes of the policy.
  in_policy boolean NOT NULL DEFAULT false,
  yearly_review boolean NOT NULL DEFAULT false,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id)
);
CALL protect('own_document');

ALTER TABLE document_version
  ADD COLUMN own_document_id uuid,
  ADD FOREIGN KEY (organization_id, own_document_id) REFERENCES own_document,
  ADD CHECK ((kind = 'own') = (own_document_id IS NOT NULL)),
  DROP CONSTRAINT document_version_organization_id_kind_language_number_key;
DROP INDEX document_version_draft, document_version_in_force;
-- One series of numbers, one draft and one version in force: of a generated document in each language, of each own one.
CREATE UNIQUE INDEX document_version_number ON document_version (organization_id, kind, language, COALESCE(own_document_id, organization_id), number);
CREATE UNIQUE INDEX document_version_draft ON document_version (organization_id, kind, language, COALESCE(own_document_id, organization_id)) WHERE state = 'draft';
CREATE UNIQUE INDEX document_version_in_force ON document_version (organization_id, kind, language, COALESCE(own_document_id, organization_id)) WHERE state = 'approved';
CREATE INDEX document_version_own ON document_version (organization_id, own_document_id) WHERE own_document_id IS NOT NULL;
