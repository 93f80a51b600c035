-- Mails that announce interventions. The mailbox is what a centre set; how far it was read changes every few minutes, is no decision of anybody,
-- and stands apart from it, outside of the trail.
ALTER TABLE mailbox
  DROP COLUMN uid_validity, DROP COLUMN last_uid, DROP COLUMN read_at, DROP COLUMN fault, DROP COLUMN fault_since, DROP COLUMN fault_told_at,
  -- The certificate of an authority of one's own, in PEM.
  ADD COLUMN authority text,
  -- The name under which the receiving server writes Authentication-Results (its authserv-id, RFC 8601); without it nothing is believed.
  ADD COLUMN vouched_by text,
  -- Whether a firm's mail is taken only where that server vouches for its sender.
  ADD COLUMN proof boolean NOT NULL DEFAULT true,
  ADD COLUMN keep_days int NOT NULL DEFAULT 365 CHECK (keep_days BETWEEN 30 AND 3650),
  -- What came before is not read: it is the past of another way of working.
  ADD COLUMN since timestamptz NOT NULL DEFAULT now(),
  ADD CONSTRAINT mailbox_encrypted CHECK (security <> 'none');
-- Its message id alone makes a mail the same: another folder or account counts its mails from the same numbers on.
ALTER TABLE incoming_mail DROP CONSTRAINT incoming_mail_organization_id_uid_validity_uid_key;
DROP TRIGGER raise_version ON mailbox;
DROP TRIGGER audit_insert ON mailbox;
DROP TRIGGER audit_update ON mailbox;
DROP TRIGGER audit_delete ON mailbox;
CALL audited('mailbox', left_out => 'password');

CREATE TABLE mailbox_reading (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  mailbox_id uuid NOT NULL,
  -- Of the folder as the server names it; where it changes, all uids are new.
  uid_validity bigint,
  last_uid bigint,
  -- When it is read next; whoever takes it puts this off, so that of two nodes one does it.
  next_at timestamptz NOT NULL,
  read_at timestamptz,
  fault text,
  fault_since timestamptz,
  -- How often in a row it could not be read: the gaps grow with it.
  failures int NOT NULL DEFAULT 0,
  -- The mail at which reading broke off, and how often: after some times it is passed over and said so.
  stuck_uid bigint,
  stuck_times int NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, mailbox_id),
  FOREIGN KEY (organization_id, mailbox_id) REFERENCES mailbox ON DELETE CASCADE
);
CREATE INDEX mailbox_reading_due ON mailbox_reading (next_at);
ALTER TABLE mailbox_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON mailbox_reading USING (organization_id = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON mailbox_reading TO beffroi_app;

-- Who wrote what goes with the mail, when its time is over: the trail keeps what became of it.
ALTER TABLE incoming_mail
  ADD COLUMN attachments int NOT NULL DEFAULT 0,
  ADD COLUMN bytes bigint,
  -- Its text was longer than what is kept.
  ADD COLUMN cut boolean NOT NULL DEFAULT false,
  -- Whether the receiving server vouches for the sender: pass, fail, none.
  ADD COLUMN proof text NOT NULL DEFAULT 'none' CHECK (proof IN ('pass', 'fail', 'none')),
  -- Why somebody set it aside.
  ADD COLUMN note text;
DROP TRIGGER raise_version ON incoming_mail;
DROP TRIGGER audit_insert ON incoming_mail;
DROP TRIGGER audit_update ON incoming_mail;
DROP TRIGGER audit_delete ON incoming_mail;
CALL audited('incoming_mail', left_out => 'message_id,sender,sender_name,subject,text,note');
CREATE INDEX incoming_mail_received ON incoming_mail (organization_id, received_at DESC, id);
CREATE INDEX incoming_mail_intervention ON incoming_mail (organization_id, intervention_id) WHERE intervention_id IS NOT NULL;
CREATE INDEX incoming_mail_person ON incoming_mail (organization_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX incoming_mail_sender ON incoming_mail (organization_id, sender, received_at);

-- What happened in a period is asked for by its end: years that are over need not be read for it.
CREATE INDEX intervention_ended ON intervention (organization_id, "end") WHERE "end" IS NOT NULL;

-- Letters to whoever announced by mail: that it has its number, and what was answered. They wait here until they leave.
CREATE TABLE mail_reply (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  intervention_id uuid NOT NULL,
  address text NOT NULL,
  -- The mail it answers.
  in_reply_to text,
  kind text NOT NULL CHECK (kind IN ('noted', 'agreed', 'refused', 'asked')),
  made_at timestamptz NOT NULL,
  sent_at timestamptz,
  fault text,
  taken_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, intervention_id) REFERENCES intervention
);
CREATE INDEX mail_reply_waiting ON mail_reply (made_at) WHERE sent_at IS NULL AND fault IS NULL;
CREATE INDEX mail_reply_of ON mail_reply (organization_id, intervention_id);
CREATE INDEX mail_reply_address ON mail_reply (organization_id, address, made_at);
CALL protect('mail_reply', left_out => 'address,in_reply_to,taken_at');

-- Asked by jobs, which belong to no centre: they tell nothing but ids, and a number of rows.
DROP FUNCTION mailboxes_enabled();
CREATE FUNCTION mailboxes_due(at timestamptz) RETURNS TABLE (organization_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.organization_id FROM mailbox m JOIN mailbox_reading r ON r.organization_id = m.organization_id AND r.mailbox_id = m.id WHERE m.enabled AND r.next_at <= at ORDER BY r.next_at
$$;
CREATE FUNCTION mailboxes_sealed() RETURNS TABLE (organization_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.organization_id FROM mailbox m
$$;
CREATE FUNCTION mail_replies_waiting() RETURNS TABLE (organization_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT r.organization_id FROM mail_reply r WHERE r.sent_at IS NULL AND r.fault IS NULL
$$;
-- Mails whose time is over, and the addresses of the answers to them, of every centre at once; what still waits for somebody stays.
CREATE FUNCTION purge_incoming_mails(today date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE purged int;
BEGIN
  DELETE FROM incoming_mail m WHERE m.state <> 'toSort'
    AND (m.received_at AT TIME ZONE 'Europe/Brussels')::date + coalesce((SELECT b.keep_days FROM mailbox b WHERE b.organization_id = m.organization_id), 365) < today;
  GET DIAGNOSTICS purged = ROW_COUNT;
  DELETE FROM mail_reply r WHERE (r.made_at AT TIME ZONE 'Europe/Brussels')::date + coalesce((SELECT b.keep_days FROM mailbox b WHERE b.organization_id = r.organization_id), 365) < today;
  RETURN purged;
END $$;
REVOKE EXECUTE ON FUNCTION mailboxes_due(timestamptz), mailboxes_sealed(), mail_replies_waiting(), purge_incoming_mails(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mailboxes_due(timestamptz), mailboxes_sealed(), mail_replies_waiting(), purge_incoming_mails(date) TO beffroi_app;
