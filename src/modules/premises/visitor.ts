import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { DocumentLanguage } from '../../kernel/language.ts';
import { SignatureInput } from '../../kernel/signature.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

/** A visitor as the reception writes them down; `signature` stands under the notice of that language, and `expectedId` says which announcement they come by. */
export const VisitorInput = z
  .strictObject({
    name: text(120),
    firm: text(120).optional(),
    hostId: id.optional(),
    host: text(120).optional(),
    escortId: id.optional(),
    badge: text(40).optional(),
    language: DocumentLanguage.optional(),
    signature: SignatureInput.optional(),
    expectedId: id.optional(),
  })
  .refine((visitor) => Boolean(visitor.hostId) !== Boolean(visitor.host), { message: 'hostMissing', path: ['hostId'] })
  .refine((visitor) => !visitor.signature || visitor.language, { message: 'languageMissing', path: ['language'] })
  .meta({ id: 'VisitorData', example: { name: 'Nora Petit', firm: 'Réseaux du Condroz', host: 'Service informatique', badge: '4' } });
export type VisitorInput = z.infer<typeof VisitorInput>;

/** A visitor who is announced beforehand: when, and for whom, which is oneself where nobody is said. */
export const ExpectedVisitorInput = z
  .strictObject({
    name: text(120),
    firm: text(120).optional(),
    day: CivilDate,
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    hostId: id.optional(),
    host: text(120).optional(),
    escortId: id.optional(),
  })
  .refine((visitor) => !(visitor.hostId && visitor.host), { message: 'hostTwice', path: ['host'] })
  .meta({ id: 'ExpectedVisitorData', example: { name: 'Nora Petit', firm: 'Réseaux du Condroz', day: '2026-11-24', time: '09:30' } });
export type ExpectedVisitorInput = z.infer<typeof ExpectedVisitorInput>;

/** The badges that are out: one badge is with one visitor. */
export const badgeTaken = (inside: readonly { badge?: string | null | undefined }[], badge: string | undefined): boolean =>
  badge !== undefined && inside.some((one) => one.badge?.toLowerCase() === badge.toLowerCase());

/** What a visitor is told, and signs where the centre asks for it. */
export const notice: Record<DocumentLanguage, { title: string; lines: readonly string[] }> = {
  fr: {
    title: 'Bienvenue',
    lines: [
      'Ce que vous verrez ou entendrez ici sur des personnes reste confidentiel, aussi après votre visite.',
      'Restez avec la personne qui vous accompagne ; ne photographiez rien, ne branchez rien.',
      'Portez votre badge et rendez-le en sortant. En cas d’alarme, suivez votre hôte au point de rassemblement.',
      'Nous notons votre visite pour la sécurité du bâtiment et effaçons votre nom après {{days}} jours.',
    ],
  },
  nl: {
    title: 'Welkom',
    lines: [
      'Wat u hier over personen ziet of hoort, blijft vertrouwelijk, ook na uw bezoek.',
      'Blijf bij de persoon die u begeleidt; neem geen foto’s en sluit niets aan.',
      'Draag uw badge en geef ze terug bij het buitengaan. Volg bij alarm uw gastheer naar de verzamelplaats.',
      'Wij noteren uw bezoek voor de veiligheid van het gebouw en wissen uw naam na {{days}} dagen.',
    ],
  },
  de: {
    title: 'Willkommen',
    lines: [
      'Was Sie hier über Personen sehen oder hören, bleibt vertraulich, auch nach Ihrem Besuch.',
      'Bleiben Sie bei der Person, die Sie begleitet; fotografieren Sie nichts und schließen Sie nichts an.',
      'Tragen Sie Ihren Ausweis und geben Sie ihn beim Hinausgehen zurück. Folgen Sie bei Alarm Ihrem Gastgeber zum Sammelplatz.',
      'Wir vermerken Ihren Besuch für die Sicherheit des Gebäudes und löschen Ihren Namen nach {{days}} Tagen.',
    ],
  },
};
