import { createHash } from 'node:crypto';

type Add = (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>;

/** One row in every table of interventions and checks of a centre. */
export const fillInterventions = async (add: Add, ids: Record<string, string>, mark: string): Promise<void> => {
  const hash = createHash('sha256').update(`firm ${mark}`).digest();
  const check = await add('recurringChecks', 'recurring_check', { title: mark, rule: 'emergencyPowerTested', nature: 'emergencyPowerTest', origin_kind: 'own', first_on: '2026-01-05' });
  const maintenance = { subject: mark, means: mark, origin: mark, supervision: mark, start: '2026-01-05', asked_on: '2026-01-05' };
  await add('remoteMaintenances', 'remote_maintenance', { supplier_id: ids['suppliers'], ...maintenance });
  const announced = { how: 'page', announced_on: '2026-01-05', announced_at: '2026-01-05', search_text: mark.toLowerCase() };
  const intervention = await add('interventions', 'intervention', { year: 2026, number: 1, nature: 'repair', subject: mark, ...announced, check_id: check });
  await add('interventionEvents', 'intervention_event', { intervention_id: intervention, at: '2026-01-05', kind: 'announced', text: mark });
  await add('interventionSettings', 'intervention_setting', { urgent_first: true });
  await add('interventionYears', 'intervention_year', {
    year: 2024,
    language: 'fr',
    interventions: 1,
    frozen_at: '2026-01-05',
    frozen_name: mark,
    content_hash: 'x',
    model: '{}',
    pdf_file_id: ids['files'],
    docx_file_id: ids['files'],
    xlsx_file_id: ids['files'],
  });
  const account = ids['accounts'];
  await add('interventionLinks', 'intervention_link', { intervention_id: intervention, account_id: account, token_hash: hash, made_at: '2026-01-05', expires_at: '2026-01-12' });
  await add('firmLinks', 'firm_link', { supplier_id: ids['suppliers'], token_hash: hash, made_at: '2026-01-05' });
  await add('interventionLetters', 'intervention_letter', { intervention_id: intervention, account_id: account, kind: 'asked', made_at: '2026-01-05', sent_at: '2026-01-05' });
  const server = { host: 'mail.example.be', port: 993, security: 'tls', username: mark, password: Buffer.from('sealed'), folder: 'INBOX', enabled: false };
  const mailbox = await add('mailboxes', 'mailbox', { address: `${mark}@example.be`, ...server });
  await add('mailboxReadings', 'mailbox_reading', { id: undefined, mailbox_id: mailbox, next_at: '2026-01-05' });
  await add('mailReplies', 'mail_reply', { intervention_id: intervention, address: `${mark}@example.be`, kind: 'noted', made_at: '2026-01-05', sent_at: '2026-01-05' });
  await add('incomingMails', 'incoming_mail', { uid_validity: 1, uid: 1, sender: `${mark}@example.be`, subject: mark, text: mark, received_at: '2026-01-05', state: 'toSort' });
};
