import type { DocumentLanguage } from '../kernel/language.ts';
import type { Nature } from '../modules/interventions/intervention.ts';

/** What is done in a year, in the order in which it comes round, with its result. */
type Job = { nature: Nature; subject: string; result: string };
type Words = { jobs: readonly Job[]; outage: Job; refused: string; cancelled: string; waiting: string; running: string };

export const interventionWords: Record<DocumentLanguage, Words> = {
  fr: {
    jobs: [
      { nature: 'update', subject: 'Mises à jour mensuelles du serveur', result: 'Installées, serveur redémarré à 18 h 40' },
      { nature: 'repair', subject: 'Imprimante de l’accueil', result: 'Rouleau remplacé' },
      { nature: 'installation', subject: 'Poste du nouvel agent social', result: 'Posé, chiffré, antivirus actif' },
      { nature: 'update', subject: 'Nouvelle version du logiciel social', result: 'Essais du matin concluants' },
      { nature: 'mediaRotation', subject: 'Nouveau jeu de disques de sauvegarde', result: 'Anciens disques mis au coffre' },
      { nature: 'repair', subject: 'Panne du réseau au premier étage', result: 'Commutateur remplacé' },
      { nature: 'check', subject: 'Essai de l’alarme avec la firme', result: 'Tous les détecteurs répondent, pile de l’archive changée' },
      { nature: 'other', subject: 'Nettoyage du local du serveur', result: 'Fait, sous surveillance' },
    ],
    outage: { nature: 'repair', subject: 'Serveur arrêté un lundi matin', result: 'Alimentation changée, service rétabli à 10 h 20' },
    refused: 'Pendant le paiement des aides : à déplacer',
    cancelled: 'La panne a disparu d’elle-même',
    waiting: 'Remplacement du pare-feu',
    running: 'Migration des boîtes aux lettres',
  },
  nl: {
    jobs: [
      { nature: 'update', subject: 'Maandelijkse updates van de server', result: 'Geïnstalleerd, server herstart om 18.40 uur' },
      { nature: 'repair', subject: 'Printer van het onthaal', result: 'Rol vervangen' },
      { nature: 'installation', subject: 'Computer van de nieuwe maatschappelijk werker', result: 'Geplaatst, versleuteld, antivirus actief' },
      { nature: 'update', subject: 'Nieuwe versie van de sociale software', result: 'Ochtendtests geslaagd' },
      { nature: 'mediaRotation', subject: 'Nieuwe reeks back-upschijven', result: 'Oude schijven in de kluis' },
      { nature: 'repair', subject: 'Netwerkpanne op de eerste verdieping', result: 'Switch vervangen' },
      { nature: 'check', subject: 'Test van het alarm met de firma', result: 'Alle melders antwoorden, batterij van het archief vervangen' },
      { nature: 'other', subject: 'Schoonmaak van het serverlokaal', result: 'Gedaan, onder toezicht' },
    ],
    outage: { nature: 'repair', subject: 'Server uitgevallen op een maandagochtend', result: 'Voeding vervangen, dienst hersteld om 10.20 uur' },
    refused: 'Tijdens de betaling van de steun: te verplaatsen',
    cancelled: 'De panne verdween vanzelf',
    waiting: 'Vervanging van de firewall',
    running: 'Migratie van de mailboxen',
  },
  de: {
    jobs: [
      { nature: 'update', subject: 'Monatliche Aktualisierungen des Servers', result: 'Installiert, Server um 18.40 Uhr neu gestartet' },
      { nature: 'repair', subject: 'Drucker am Empfang', result: 'Walze ersetzt' },
      { nature: 'installation', subject: 'Rechner der neuen Sozialarbeiterin', result: 'Aufgestellt, verschlüsselt, Virenschutz aktiv' },
      { nature: 'update', subject: 'Neue Fassung der Sozialsoftware', result: 'Proben am Morgen erfolgreich' },
      { nature: 'mediaRotation', subject: 'Neuer Satz Sicherungsplatten', result: 'Alte Platten im Tresor' },
      { nature: 'repair', subject: 'Netzausfall im ersten Stock', result: 'Switch ersetzt' },
      { nature: 'check', subject: 'Probe der Alarmanlage mit der Firma', result: 'Alle Melder antworten, Batterie im Archiv gewechselt' },
      { nature: 'other', subject: 'Reinigung des Serverraums', result: 'Erledigt, unter Aufsicht' },
    ],
    outage: { nature: 'repair', subject: 'Server an einem Montagmorgen ausgefallen', result: 'Netzteil ersetzt, Dienst um 10.20 Uhr wiederhergestellt' },
    refused: 'Während der Auszahlung der Hilfen: zu verschieben',
    cancelled: 'Die Störung verschwand von selbst',
    waiting: 'Austausch der Firewall',
    running: 'Umzug der Postfächer',
  },
};
