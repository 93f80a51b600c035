-- Undertakings of confidentiality: what each person is asked to sign, and what was signed (POL 1.1, 1.3b).

-- One row per centre: after how long an undertaking is asked for again, if ever.
CREATE TABLE declaration_setting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  renew_months int CHECK (renew_months BETWEEN 1 AND 240),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id)
);
CALL protect('declaration_setting');

-- The text of a variant as a centre uses it: a revision of the library and what the centre adds. Each is kept for good.
CREATE TABLE declaration_text (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  variant text NOT NULL CHECK (variant IN ('staff', 'council', 'outsider', 'firm', 'partner')),
  number int NOT NULL CHECK (number > 0),
  library_revision int NOT NULL,
  -- Paragraphs of the centre's own, by language.
  additions jsonb NOT NULL DEFAULT '{}',
  in_force_on date NOT NULL,
  -- Whether those who signed an earlier text are asked again; else it is for those who sign from then on.
  ask_again boolean NOT NULL,
  -- The library's text as it was, by language, and the hash of the whole.
  content jsonb NOT NULL,
  content_hash text NOT NULL,
  reason text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, variant, number)
);
CALL protect('declaration_text', left_out => 'content');

-- A printed sheet that waits for its signature. The code stands on each of its pages, and says nothing by itself.
CREATE TABLE declaration_sheet (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  code text NOT NULL,
  person_id uuid,
  supplier_id uuid,
  variant text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  text_id uuid NOT NULL,
  -- What is printed on it, and its hash.
  model jsonb NOT NULL,
  content_hash text NOT NULL,
  pages int NOT NULL CHECK (pages > 0),
  file_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  withdrawn_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, code),
  CHECK (num_nonnulls(person_id, supplier_id) = 1),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, text_id) REFERENCES declaration_text,
  FOREIGN KEY (organization_id, file_id) REFERENCES file
);
CREATE INDEX declaration_sheet_person ON declaration_sheet (organization_id, person_id);
CALL protect('declaration_sheet', left_out => 'model');

-- What was signed. It binds a person, or, as a partner, a supplier; its number is its own in the centre.
CREATE TABLE declaration (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  number int NOT NULL CHECK (number > 0),
  person_id uuid,
  supplier_id uuid,
  variant text NOT NULL CHECK (variant IN ('staff', 'council', 'outsider', 'firm', 'partner')),
  -- In the person's own session, on the screen of reception, by a personal link on a device of their own, on paper, or on paper before Beffroi.
  how text NOT NULL CHECK (how IN ('session', 'screen', 'link', 'paper', 'earlier')),
  signed_on date NOT NULL,
  signed_at timestamptz,
  language text CHECK (language IN ('fr', 'nl', 'de')),
  text_id uuid,
  -- Who signed for a supplier, and in what capacity.
  signatory text,
  -- What was shown, its hash, and how the signature came about.
  model jsonb,
  content_hash text,
  proof jsonb NOT NULL DEFAULT '{}',
  audit_head text,
  -- Strokes of a drawn signature, or the name that was typed.
  signature jsonb,
  -- The document as it was signed: drawn by Beffroi, or scanned.
  file_id uuid,
  sheet_id uuid,
  -- Where the paper is kept.
  place text,
  countersigned_on date,
  countersigned_at timestamptz,
  countersigned_by_id uuid,
  countersigned_by text,
  annulled_on date,
  annulment_reason text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, number),
  CHECK (num_nonnulls(person_id, supplier_id) = 1),
  CHECK ((supplier_id IS NOT NULL) = (variant = 'partner')),
  CHECK (how = 'earlier' OR (content_hash IS NOT NULL AND text_id IS NOT NULL AND file_id IS NOT NULL)),
  CHECK ((countersigned_on IS NULL) = (countersigned_at IS NULL)),
  CHECK ((annulled_on IS NULL) = (annulment_reason IS NULL)),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, text_id) REFERENCES declaration_text,
  FOREIGN KEY (organization_id, file_id) REFERENCES file,
  FOREIGN KEY (organization_id, sheet_id) REFERENCES declaration_sheet,
  FOREIGN KEY (organization_id, countersigned_by_id) REFERENCES person
);
CREATE INDEX declaration_person ON declaration (organization_id, person_id, signed_on);
CREATE INDEX declaration_supplier ON declaration (organization_id, supplier_id, signed_on) WHERE supplier_id IS NOT NULL;
CREATE INDEX declaration_uncountersigned ON declaration (organization_id, signed_on) WHERE countersigned_on IS NULL AND annulled_on IS NULL;
-- A sheet comes back once; somebody who presses twice has signed once.
CREATE UNIQUE INDEX declaration_of_sheet ON declaration (organization_id, sheet_id) WHERE sheet_id IS NOT NULL AND annulled_on IS NULL;
CREATE UNIQUE INDEX declaration_once ON declaration (organization_id, person_id, text_id, signed_on) WHERE text_id IS NOT NULL AND annulled_on IS NULL;
CREATE UNIQUE INDEX declaration_partner_once ON declaration (organization_id, supplier_id, text_id, signed_on) WHERE text_id IS NOT NULL AND annulled_on IS NULL;
CALL protect('declaration', left_out => 'model,signature');

-- An address for one person, or for whoever represents a supplier, on one device, to sign there: its secret is kept hashed, lasts some minutes on
-- a screen of the centre or some days on a device of their own, and serves once.
CREATE TABLE declaration_link (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid,
  supplier_id uuid,
  kind text NOT NULL CHECK (kind IN ('screen', 'link')),
  variant text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  text_id uuid NOT NULL,
  -- Without one while its letter has not left: the secret is made with the letter, and nobody of the centre sees it.
  token_hash bytea,
  -- The device that opened it first; another is refused.
  device_hash bytea,
  made_at timestamptz NOT NULL,
  made_by uuid,
  expires_at timestamptz NOT NULL,
  -- Where its letter goes, and what became of that.
  mail_to text,
  taken_at timestamptz,
  sent_at timestamptz,
  fault text,
  opened_at timestamptz,
  -- Whoever opened it said that they are somebody else: it serves no more.
  disowned_at timestamptz,
  declaration_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (num_nonnulls(person_id, supplier_id) = 1),
  CHECK ((supplier_id IS NOT NULL) = (variant = 'partner')),
  CHECK (token_hash IS NOT NULL OR mail_to IS NOT NULL),
  CHECK (mail_to IS NULL OR kind = 'link'),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, text_id) REFERENCES declaration_text,
  FOREIGN KEY (organization_id, declaration_id) REFERENCES declaration
);
CREATE INDEX declaration_link_token ON declaration_link (token_hash);
CREATE INDEX declaration_link_person ON declaration_link (organization_id, person_id, made_at) WHERE person_id IS NOT NULL;
CREATE INDEX declaration_link_supplier ON declaration_link (organization_id, supplier_id, made_at) WHERE supplier_id IS NOT NULL;
CREATE INDEX declaration_link_unsent ON declaration_link (made_at) WHERE mail_to IS NOT NULL AND sent_at IS NULL AND fault IS NULL;
CALL protect('declaration_link', left_out => 'token_hash,device_hash,mail_to');

-- Pages of a scan that belong together, and what became of them: filed by their code, filed by hand, or set aside.
CREATE TABLE declaration_scan (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- The file that was given, its hash, and these pages as a file of their own.
  batch_name text NOT NULL,
  batch_hash text NOT NULL,
  pages int[] NOT NULL CHECK (cardinality(pages) > 0),
  file_id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  -- Why it was not filed: noCode, foreignCode, otherCentre, unknownSheet, usedSheet, withdrawnSheet, missingPages, repeatedPages; or that it was filed as somebody else's: filingAnnulled.
  fault text,
  sheet_id uuid,
  declaration_id uuid,
  set_aside_on date,
  set_aside_reason text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((set_aside_on IS NULL) = (set_aside_reason IS NULL)),
  FOREIGN KEY (organization_id, file_id) REFERENCES file,
  FOREIGN KEY (organization_id, sheet_id) REFERENCES declaration_sheet,
  FOREIGN KEY (organization_id, declaration_id) REFERENCES declaration
);
CREATE INDEX declaration_scan_open ON declaration_scan (organization_id, received_at) WHERE declaration_id IS NULL AND set_aside_on IS NULL;
CREATE INDEX declaration_scan_batch ON declaration_scan (organization_id, batch_hash);
CALL protect('declaration_scan');

-- What was signed does not change. It is countersigned once, annulled once; two records merged into one may change whom it names.
CREATE FUNCTION declaration_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := '{organization_id,version,person_id,supplier_id,countersigned_by_id}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- With its centre only.
    IF EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RAISE EXCEPTION 'what was signed does not change' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN OLD;
  END IF;
  IF TG_TABLE_NAME = 'declaration' THEN
    IF OLD.countersigned_on IS NULL THEN free := free || '{countersigned_on,countersigned_at,countersigned_by}'::text[]; END IF;
    IF OLD.annulled_on IS NULL THEN free := free || '{annulled_on,annulment_reason}'::text[]; END IF;
  ELSIF TG_TABLE_NAME = 'declaration_sheet' THEN
    free := free || '{withdrawn_on}'::text[];
  END IF;
  IF to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN RAISE EXCEPTION 'what was signed does not change' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER declaration_frozen BEFORE UPDATE OR DELETE ON declaration FOR EACH ROW EXECUTE FUNCTION declaration_frozen();
CREATE TRIGGER declaration_frozen BEFORE UPDATE OR DELETE ON declaration_text FOR EACH ROW EXECUTE FUNCTION declaration_frozen();
CREATE TRIGGER declaration_frozen BEFORE UPDATE OR DELETE ON declaration_sheet FOR EACH ROW EXECUTE FUNCTION declaration_frozen();

-- Whose address a secret is: asked before any scope is known, hence with the owner's rights; it tells nothing but two ids.
CREATE FUNCTION declaration_link_of(hash bytea) RETURNS TABLE (organization_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.organization_id, l.id FROM declaration_link l WHERE l.token_hash = hash
$$;
-- In which centres letters with such an address wait to leave.
CREATE FUNCTION declaration_links_to_send() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT l.organization_id FROM declaration_link l WHERE l.mail_to IS NOT NULL AND l.sent_at IS NULL AND l.fault IS NULL
$$;
REVOKE EXECUTE ON FUNCTION declaration_link_of(bytea), declaration_links_to_send() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION declaration_link_of(bytea), declaration_links_to_send() TO beffroi_app;

-- Whom an undertaking binds that day, in these centres: everybody with a contract, a mandate or a supplier that runs or is to come. One row each:
-- since when (the earliest of what runs, else the first to come), what they signed last, and since when a new one is asked for. `waits_since` is
-- from when the centre counts that they are waited for, in every list and every clock: not from before it was followed in Beffroi.
-- The states are those of src/modules/declarations/declaration.ts, which says the same in words.
CREATE FUNCTION declaration_needs(centres uuid[], today date, people uuid[] DEFAULT NULL)
RETURNS TABLE (organization_id uuid, person_id uuid, variant text, since date, service_id uuid, mission text, covered_by uuid, declaration_id uuid, signed_on date, asked_since date, waits_since date, state text)
LANGUAGE sql STABLE AS $$
  WITH held AS MATERIALIZED (
    SELECT c.organization_id, c.person_id, c.start, c.service_id, NULLIF(c.function, '') AS mission, 1 AS rank, NULL::uuid AS contract_id, false AS firm FROM contract c
      WHERE c.organization_id = ANY (centres) AND (c."end" IS NULL OR c."end" >= today) AND (people IS NULL OR c.person_id = ANY (people))
    UNION ALL SELECT m.organization_id, m.person_id, m.start, NULL, NULL, 2, NULL, false FROM mandate m
      WHERE m.organization_id = ANY (centres) AND (m."end" IS NULL OR m."end" >= today) AND (people IS NULL OR m.person_id = ANY (people))
    UNION ALL SELECT s.organization_id, s.person_id, s.start, NULL, s.task, 0, s.contract_id, true FROM supplier_person s
      WHERE s.organization_id = ANY (centres) AND (s."end" IS NULL OR s."end" >= today) AND (people IS NULL OR s.person_id = ANY (people))
  ), here AS (
    SELECT h.organization_id, h.person_id, COALESCE(min(h.start) FILTER (WHERE h.start <= today), min(h.start)) AS since, min(h.start) > today AS coming, bool_or(h.firm) AS firm,
      (array_agg(h.service_id ORDER BY h.start > today, h.rank, h.start DESC) FILTER (WHERE h.service_id IS NOT NULL))[1] AS service_id,
      (array_agg(h.mission ORDER BY h.start > today, h.rank, h.start DESC) FILTER (WHERE h.mission IS NOT NULL))[1] AS mission,
      array_agg(h.contract_id) FILTER (WHERE h.contract_id IS NOT NULL) AS contracts
    FROM held h GROUP BY h.organization_id, h.person_id
  ), need AS (
    SELECT h.*, CASE WHEN p.kind IN ('staff', 'apprentice', 'student') THEN 'staff' WHEN p.kind IN ('councilMember', 'meetingAttendee') THEN 'council'
      WHEN p.kind = 'outsider' AND (h.firm OR p.employer IS NOT NULL) THEN 'firm' ELSE 'outsider' END AS variant
    FROM here h JOIN person p ON p.organization_id = h.organization_id AND p.id = h.person_id AND p.erased_on IS NULL
  )
  SELECT n.organization_id, n.person_id, n.variant, n.since, n.service_id, n.mission, cover.id, last.id, last.signed_on, again.since,
    GREATEST(COALESCE(again.since, n.since), (SELECT o.followed_since FROM organization o WHERE o.id = n.organization_id)),
    CASE WHEN last.id IS NULL AND cover.id IS NOT NULL THEN 'covered' WHEN last.id IS NULL AND n.coming THEN 'coming' WHEN last.id IS NULL THEN 'missing'
      WHEN again.since <= today THEN 'renewal' ELSE 'signed' END
  FROM need n
  LEFT JOIN LATERAL (SELECT k.id FROM supplier_contract k WHERE k.organization_id = n.organization_id AND k.id = ANY (n.contracts) AND k.covers_people
    AND (k."end" IS NULL OR k."end" >= today) ORDER BY k.start DESC LIMIT 1) cover ON true
  -- What an outsider signs binds whatever firm they come from.
  LEFT JOIN LATERAL (SELECT d.id, d.signed_on, d.variant, t.number FROM declaration d LEFT JOIN declaration_text t ON t.organization_id = d.organization_id AND t.id = d.text_id
    WHERE d.organization_id = n.organization_id AND d.person_id = n.person_id AND d.annulled_on IS NULL
      AND (d.variant = n.variant OR (d.variant IN ('outsider', 'firm') AND n.variant IN ('outsider', 'firm')))
    ORDER BY d.signed_on DESC, d.id DESC LIMIT 1) last ON true
  LEFT JOIN declaration_setting s ON s.organization_id = n.organization_id
  LEFT JOIN LATERAL (SELECT min(a.since) AS since FROM (
    SELECT min(t.in_force_on) AS since FROM declaration_text t WHERE t.organization_id = n.organization_id AND t.variant = last.variant AND t.ask_again
      AND t.in_force_on <= today AND (t.number > last.number OR (last.number IS NULL AND t.in_force_on > last.signed_on))
    UNION ALL SELECT (last.signed_on + make_interval(months => s.renew_months))::date WHERE s.renew_months IS NOT NULL) a WHERE last.id IS NOT NULL) again ON true
$$;
