import type { DocumentLanguage } from '../kernel/language.ts';

/** What an adviser writes beside an answer, why a norm does not apply, and what they put under it as evidence. */
export type AssessmentWords = { comments: readonly string[]; reason: string; links: readonly { title: string; url: string }[]; acknowledgement: string };

export const assessmentWords: Readonly<Record<DocumentLanguage, AssessmentWords>> = {
  fr: {
    comments: [
      'Vérifié avec l’informaticien en septembre.',
      'Procédure écrite ; les nouveaux engagés la reçoivent à l’accueil.',
      'Fait pour le service social, reste à étendre au restaurant social.',
      'Le fournisseur s’en charge, rapport trimestriel reçu.',
      'À revoir après le déménagement du serveur.',
      'Rappelé en réunion de service.',
    ],
    reason: 'Le centre n’a pas ce type d’installation.',
    links: [
      { title: 'Registre partagé avec la commune', url: 'https://intranet.example.be/securite/registre' },
      { title: 'Rapport du fournisseur', url: 'https://intranet.example.be/informatique/rapport-trimestriel' },
      { title: 'Procès-verbal du test', url: 'https://intranet.example.be/informatique/tests' },
    ],
    acknowledgement: 'Accusé de réception du SPP IS par e-Box',
  },
  nl: {
    comments: [
      'In september nagekeken met de informaticus.',
      'Geschreven procedure; nieuwe medewerkers krijgen ze bij het onthaal.',
      'Gedaan voor de sociale dienst, nog uit te breiden naar het sociaal restaurant.',
      'De leverancier zorgt ervoor, kwartaalverslag ontvangen.',
      'Te herbekijken na de verhuizing van de server.',
      'Herinnerd op de dienstvergadering.',
    ],
    reason: 'Het centrum heeft dit soort installatie niet.',
    links: [
      { title: 'Register gedeeld met de gemeente', url: 'https://intranet.example.be/veiligheid/register' },
      { title: 'Verslag van de leverancier', url: 'https://intranet.example.be/informatica/kwartaalverslag' },
      { title: 'Verslag van de test', url: 'https://intranet.example.be/informatica/tests' },
    ],
    acknowledgement: 'Ontvangstbevestiging van de POD MI via e-Box',
  },
  de: {
    comments: [
      'Im September mit dem Informatiker geprüft.',
      'Schriftliches Verfahren; neue Mitarbeiter erhalten es beim Empfang.',
      'Für den Sozialdienst getan, auf das Sozialrestaurant auszudehnen.',
      'Der Lieferant kümmert sich darum, Quartalsbericht erhalten.',
      'Nach dem Umzug des Servers neu zu prüfen.',
      'In der Dienstbesprechung daran erinnert.',
    ],
    reason: 'Das Zentrum hat diese Art von Anlage nicht.',
    links: [
      { title: 'Mit der Gemeinde geteiltes Register', url: 'https://intranet.example.be/sicherheit/register' },
      { title: 'Bericht des Lieferanten', url: 'https://intranet.example.be/informatik/quartalsbericht' },
      { title: 'Protokoll des Tests', url: 'https://intranet.example.be/informatik/tests' },
    ],
    acknowledgement: 'Empfangsbestätigung des FÖPD über die e-Box',
  },
};
