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

-- Publication of an approved version. The audience is a rule, evaluated on the day one looks: contracts and mandates are dated, so that who
-- belonged to it since the publication stays in it, who arrives comes in, and who has left is asked no more. Nothing is copied.
CREATE TABLE publication (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  document_version_id uuid NOT NULL,
  everybody boolean NOT NULL DEFAULT false,
  service_ids uuid[] NOT NULL DEFAULT '{}',
  mandate_kinds text[] NOT NULL DEFAULT '{}',
  person_kinds text[] NOT NULL DEFAULT '{}',
  person_ids uuid[] NOT NULL DEFAULT '{}',
  by_mail boolean NOT NULL,
  on_paper boolean NOT NULL,
  -- Whether reading must be confirmed, and by when.
  confirm boolean NOT NULL,
  starts_on date NOT NULL,
  due_on date CHECK (due_on >= starts_on),
  message text,
  published_at timestamptz NOT NULL,
  published_by uuid,
  ended_on date,
  end_reason text CHECK (end_reason IN ('withdrawn', 'replaced')),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
  FOREIGN KEY (organization_id, document_version_id) REFERENCES document_version
);
CREATE INDEX publication_of_version ON publication (organization_id, document_version_id);
CREATE UNIQUE INDEX publication_open ON publication (organization_id, document_version_id) WHERE ended_on IS NULL;
CALL protect('publication');

-- Who is asked, and since when each of them can have known: the publication, or their own arrival after it.
CREATE FUNCTION publication_audience(asked publication, today date) RETURNS TABLE (person_id uuid, since date) LANGUAGE sql STABLE AS $$
  SELECT p.id, GREATEST(asked.starts_on, here.since)
  FROM (SELECT GREATEST(LEAST(today, COALESCE(asked.ended_on, today)), asked.starts_on) AS day) d
  CROSS JOIN person p
  CROSS JOIN LATERAL (
    SELECT min(held.start) FILTER (WHERE held.start <= d.day AND (held."end" IS NULL OR held."end" >= d.day)) AS since, count(*) AS periods
    FROM (
      SELECT c.start, c."end" FROM contract c WHERE c.organization_id = asked.organization_id AND c.person_id = p.id
      UNION ALL SELECT m.start, m."end" FROM mandate m WHERE m.organization_id = asked.organization_id AND m.person_id = p.id
    ) held
  ) here
  -- Somebody of whom no contract and no mandate was ever entered is there; somebody whose last has ended is not.
  WHERE p.organization_id = asked.organization_id AND (here.since IS NOT NULL OR here.periods = 0)
    AND (asked.everybody OR p.id = ANY (asked.person_ids) OR p.kind = ANY (asked.person_kinds)
      OR EXISTS (SELECT FROM contract c WHERE c.organization_id = asked.organization_id AND c.person_id = p.id AND c.service_id = ANY (asked.service_ids)
        AND c.start <= d.day AND (c."end" IS NULL OR c."end" >= asked.starts_on))
      OR EXISTS (SELECT FROM mandate m WHERE m.organization_id = asked.organization_id AND m.person_id = p.id AND m.kind = ANY (asked.mandate_kinds)
        AND m.start <= d.day AND (m."end" IS NULL OR m."end" >= asked.starts_on)))
$$;

-- A signed list that came back on paper, as it was scanned.
CREATE TABLE signed_sheet (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  publication_id uuid NOT NULL,
  file_id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, publication_id) REFERENCES publication,
  FOREIGN KEY (organization_id, file_id) REFERENCES file
);
CREATE INDEX signed_sheet_publication ON signed_sheet (organization_id, publication_id);
CALL protect('signed_sheet');

-- That somebody has read the version: by their account, by their own link, or on paper, entered by an account.
CREATE TABLE confirmation (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  publication_id uuid NOT NULL,
  person_id uuid NOT NULL,
  confirmed_on date NOT NULL,
  how text NOT NULL CHECK (how IN ('account', 'link', 'paper')),
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  sheet_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, publication_id, person_id),
  FOREIGN KEY (organization_id, publication_id) REFERENCES publication,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, sheet_id) REFERENCES signed_sheet
);
CREATE INDEX confirmation_person ON confirmation (organization_id, person_id);
CALL protect('confirmation');

-- One message to one person about one publication. The secret of their link is kept hashed, and in no trail; it shows that one document, and
-- only as long as the publication lasts and the person is asked.
CREATE TABLE publication_letter (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  publication_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('first', 'reminder', 'byHand')),
  token_hash bytea,
  made_at timestamptz NOT NULL,
  -- Taken by the node that sends it; taken again where that node says nothing for some minutes.
  taken_at timestamptz,
  sent_at timestamptz,
  fault text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, publication_id) REFERENCES publication,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE UNIQUE INDEX publication_letter_first ON publication_letter (organization_id, publication_id, person_id) WHERE kind = 'first';
CREATE INDEX publication_letter_person ON publication_letter (organization_id, publication_id, person_id);
CREATE INDEX publication_letter_token ON publication_letter (token_hash);
CREATE INDEX publication_letter_waiting ON publication_letter (organization_id, publication_id) WHERE sent_at IS NULL AND fault IS NULL;
CALL protect('publication_letter', left_out => 'token_hash,taken_at');

-- Whose link a secret is: asked before any scope is known, hence with the owner's rights; it tells nothing but three ids.
CREATE FUNCTION letter_of(hash bytea) RETURNS TABLE (organization_id uuid, publication_id uuid, person_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.organization_id, l.publication_id, l.person_id FROM publication_letter l WHERE l.token_hash = hash
$$;
-- The publications that are sent by mail today, of all centres, for the node that sends.
CREATE FUNCTION publications_by_mail(today date) RETURNS TABLE (organization_id uuid, publication_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.organization_id, p.id FROM publication p WHERE p.by_mail AND p.ended_on IS NULL AND p.starts_on <= today ORDER BY p.published_at
$$;
REVOKE EXECUTE ON FUNCTION letter_of(bytea), publications_by_mail(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letter_of(bytea), publications_by_mail(date) TO beffroi_app;

-- Documentation that the adviser gathers: dated, with its source, tied to the texts of the legal register and to the norms that it explains.
CREATE TABLE documentation_entry (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  source text,
  dated_on date,
  received_on date,
  note text,
  address text,
  -- Keys of the legal register of the library.
  legal_texts jsonb NOT NULL DEFAULT '[]',
  norms jsonb NOT NULL DEFAULT '[]',
  file_id uuid,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, file_id) REFERENCES file
);
CREATE INDEX documentation_entry_dated ON documentation_entry (organization_id, dated_on);
CALL protect('documentation_entry');
