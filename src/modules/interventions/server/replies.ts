import type { Language } from '../../../kernel/language.ts';
import type { Scope } from '../../../server/db/database.ts';
import { loggable } from '../../../server/errors.ts';
import { MailError } from '../../../server/mail.ts';
import type { Services } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { numberText } from '../intervention.ts';
import { ownId } from '../mail.ts';
import { findMailbox } from './mailbox-store.ts';
import * as replies from './reply-store.ts';
import { findIntervention, type InterventionRow } from './store.ts';

/** What whoever announced is told: the number, or what was answered; and where to go on: by an answer with the number in its subject, or by the firm's own address. */
export const replyText = (row: InterventionRow, kind: replies.ReplyToSend['kind'], centre: string, language: Language): { subject: string; text: string } => {
  const say = (key: string, values: Record<string, string> = {}): string => roomText('interventions', `mail.reply.${key}`, language, values);
  const number = numberText(row);
  const word = kind === 'asked' ? row.question : row.decisionNote;
  const text = [
    say(kind, { centre, number, subject: row.subject }),
    ...(kind !== 'noted' && word ? [word] : []),
    ...(row.how === 'link' ? [say('byLink')] : [say(kind === 'noted' ? 'wait' : kind === 'agreed' ? 'go' : kind === 'refused' ? 'no' : 'answerHere'), say('program')]),
  ];
  return { subject: `[n° ${number}] ${row.subject.slice(0, 120)}`, text: `${text.join('\n\n')}\n` };
};

/** Sends what waits for those who announced by mail. Several nodes may do it at once; where mail cannot leave at all, it waits for the next round. */
export const sendReplies = async (services: Services, stopping?: AbortSignal): Promise<number> => {
  if (!(await services.mail.configured())) return 0;
  const host = new URL(services.url).hostname;
  let sent = 0;
  for (const organizationId of await replies.centresWithReplies(services.db.kysely)) {
    const scope: Scope = { organizations: [organizationId], actor: { kind: 'job' } };
    for (;;) {
      if (stopping?.aborted) return sent;
      const taken = await services.db.tx(scope, (tx) => replies.takeReplies(tx, organizationId, services.now()));
      if (taken.length === 0) break;
      for (const [index, reply] of taken.entries()) {
        const written = await services.db.tx(scope, async (tx) => {
          const [row, centre, mailbox] = [await findIntervention(tx, organizationId, reply.interventionId), await findOrganization(tx, organizationId), await findMailbox(tx, organizationId)];
          if (!row || !centre) return undefined;
          const language = centre.documentLanguage;
          const name = centre.name[language] ?? Object.values(centre.name)[0]!;
          return { ...replyText(row, reply.kind, name, language), ...(mailbox ? { replyTo: mailbox.address } : {}) };
        });
        const settle = (outcome: Parameters<typeof replies.settleReply>[3], id = reply.id) => services.db.tx(scope, (tx) => replies.settleReply(tx, organizationId, id, outcome));
        if (!written) {
          await settle({ fault: 'notNeeded' });
          continue;
        }
        try {
          await services.mail.send({ to: reply.address, ...written, messageId: `${ownId}${reply.id}@${host}>`, answers: reply.inReplyTo ?? undefined });
        } catch (error) {
          if (error instanceof MailError && (error.fault === 'recipient' || error.fault === 'message')) {
            await settle({ fault: error.fault });
            continue;
          }
          services.logger.error({ err: loggable(error) }, 'mail not sent');
          for (const { id } of taken.slice(index)) await settle({ takenAt: null }, id);
          return sent;
        }
        await settle({ sentAt: services.now() });
        sent += 1;
      }
    }
  }
  return sent;
};
