import type { DocumentLanguage } from '../kernel/language.ts';

type PlanWords = { name: string; what: string; place: string; offSite: string };
type Words = Record<'files' | 'social' | 'desk' | 'paper' | 'old', PlanWords> & {
  failures: readonly string[];
  warning: string;
  note: string;
  restored: readonly [string, string, string];
  slow: string;
  unreadable: string;
  exercises: readonly { title: string; participants: string; course: string; lessons: string }[];
  point: string;
  checked: string;
  unreadableFile: string;
  again: string;
  desk1: string;
  proposal: string;
  reports: readonly { sender: string; subject: string; text: string }[];
};

/** What people wrote about the backups of a centre, in a language of documents. */
export const continuityWords: Record<DocumentLanguage, Words> = {
  fr: {
    files: { name: 'Serveur de fichiers', what: 'Dossiers partagés, profils et messagerie locale', place: 'NAS du local technique', offSite: 'Second NAS à la maison communale' },
    social: { name: 'Logiciel social', what: 'Base de données et pièces jointes', place: 'Centre de données du fournisseur', offSite: 'Second centre de données, Liège' },
    desk: { name: 'Poste isolé de la recette', what: 'Le programme de paiement et ses fichiers', place: 'Disque externe, armoire de la recette', offSite: 'Coffre du directeur financier, en ville' },
    paper: { name: 'Dossiers papier actifs', what: 'Décisions et pièces des dossiers ouverts, numérisées', place: 'Dossier « Numérisation » du serveur', offSite: 'Suit la sauvegarde du serveur' },
    old: { name: 'Ancien serveur', what: 'Tout le serveur, avant son remplacement', place: 'Cassettes du local technique', offSite: 'Coffre de la banque' },
    failures: ['Disque de destination plein', 'Réseau coupé pendant la copie', 'Le service de sauvegarde ne répondait pas', 'Cassette illisible'],
    warning: 'Trois fichiers ouverts n’ont pas été copiés',
    note: 'Les rapports arrivent dans la boîte de l’informatique.',
    restored: ['Un dossier du service social', 'Le serveur entier, sur une machine de réserve', 'La base du logiciel social, chez le fournisseur'],
    slow: 'La machine de réserve avait trop peu de mémoire ; le logiciel a dû être réinstallé.',
    unreadable: 'La cassette était illisible ; celle du mois précédent s’est lue.',
    exercises: [
      {
        title: 'Un lundi sans serveur',
        participants: 'Direction, chefs de service, informatique',
        course: 'Deux heures autour d’une table, de l’appel de six heures à l’ouverture du guichet.',
        lessons: 'La liste d’appel n’était que sur le serveur. Les formulaires d’aide urgente manquaient sur papier.',
      },
      {
        title: 'Appel de nuit',
        participants: 'Direction et informatique',
        course: 'Chacun appelle le suivant de la liste, à partir de 20 h.',
        lessons: 'Deux numéros avaient changé ; le dernier maillon a été joint après cinquante minutes.',
      },
    ],
    point: 'Point 12',
    checked: 'Trois fichiers pris au hasard s’ouvrent ; le catalogue est complet.',
    unreadableFile: 'Un fichier sur trois ne s’ouvre pas.',
    again: 'Refaire une sauvegarde complète et vérifier à nouveau.',
    desk1: 'Les fichiers de paiement d’un mois',
    proposal: 'Le guichet ouvre le lendemain, et les aides urgentes ne peuvent attendre deux jours.',
    reports: [
      { sender: 'Sauvegarde <serveur@cpas.example>', subject: 'Rapport hebdomadaire du serveur', text: 'Espace libre sur la destination : 11 %. Pensez à élargir le volume.' },
      { sender: 'nas@cpas.example', subject: '[NAS] La tâche « Copie externe » est terminée', text: 'Durée : 01:12:44. Éléments copiés : 182 331. Aucune erreur.' },
    ],
  },
  nl: {
    files: { name: 'Bestandsserver', what: 'Gedeelde mappen, profielen en lokale mail', place: 'NAS in het technisch lokaal', offSite: 'Tweede NAS in het gemeentehuis' },
    social: { name: 'Sociale toepassing', what: 'Databank en bijlagen', place: 'Datacenter van de leverancier', offSite: 'Tweede datacenter, Hasselt' },
    desk: {
      name: 'Losse computer van de financiële dienst',
      what: 'Het betaalprogramma en zijn bestanden',
      place: 'Externe schijf, kast van de dienst',
      offSite: 'Kluis van de financieel directeur, in de stad',
    },
    paper: { name: 'Lopende papieren dossiers', what: 'Beslissingen en stukken van open dossiers, gescand', place: 'Map ‘Scans’ op de server', offSite: 'Volgt de back-up van de server' },
    old: { name: 'Vorige server', what: 'De hele server, voor zijn vervanging', place: 'Tapes in het technisch lokaal', offSite: 'Kluis bij de bank' },
    failures: ['Doelschijf vol', 'Netwerk weggevallen tijdens de kopie', 'De back-updienst antwoordde niet', 'Tape onleesbaar'],
    warning: 'Drie open bestanden zijn niet gekopieerd',
    note: 'De rapporten komen in de mailbox van informatica.',
    restored: ['Een map van de sociale dienst', 'De hele server, op een reservemachine', 'De databank van de sociale toepassing, bij de leverancier'],
    slow: 'De reservemachine had te weinig geheugen; de toepassing moest opnieuw geïnstalleerd worden.',
    unreadable: 'De tape was onleesbaar; die van de vorige maand kon gelezen worden.',
    exercises: [
      {
        title: 'Een maandag zonder server',
        participants: 'Directie, diensthoofden, informatica',
        course: 'Twee uur rond de tafel, van de oproep om zes uur tot het openen van het loket.',
        lessons: 'De bellijst stond alleen op de server. De formulieren voor dringende hulp ontbraken op papier.',
      },
      {
        title: 'Oproep ’s avonds',
        participants: 'Directie en informatica',
        course: 'Ieder belt de volgende op de lijst, vanaf 20 uur.',
        lessons: 'Twee nummers waren veranderd; de laatste schakel werd na vijftig minuten bereikt.',
      },
    ],
    point: 'Punt 12',
    checked: 'Drie willekeurige bestanden openen; de catalogus is volledig.',
    unreadableFile: 'Eén bestand op drie opent niet.',
    again: 'Een volledige back-up overdoen en opnieuw nagaan.',
    desk1: 'De betaalbestanden van een maand',
    proposal: 'Het loket opent de volgende dag, en dringende hulp kan geen twee dagen wachten.',
    reports: [
      { sender: 'Back-up <server@ocmw.example>', subject: 'Weekrapport van de server', text: 'Vrije ruimte op de bestemming: 11 %. Denk aan een groter volume.' },
      { sender: 'nas@ocmw.example', subject: '[NAS] Taak ‘Externe kopie’ is klaar', text: 'Duur: 01:12:44. Gekopieerd: 182.331. Geen fouten.' },
    ],
  },
  de: {
    files: { name: 'Dateiserver', what: 'Gemeinsame Ordner, Profile und lokale Post', place: 'NAS im Technikraum', offSite: 'Zweites NAS im Rathaus' },
    social: { name: 'Sozialprogramm', what: 'Datenbank und Anlagen', place: 'Rechenzentrum des Lieferanten', offSite: 'Zweites Rechenzentrum, Lüttich' },
    desk: { name: 'Einzelrechner der Kasse', what: 'Das Zahlungsprogramm und seine Dateien', place: 'Externe Platte, Schrank der Kasse', offSite: 'Tresor des Finanzdirektors, in der Stadt' },
    paper: { name: 'Laufende Papierakten', what: 'Beschlüsse und Belege offener Akten, eingescannt', place: 'Ordner „Scans“ auf dem Server', offSite: 'Folgt der Sicherung des Servers' },
    old: { name: 'Früherer Server', what: 'Der ganze Server, vor seinem Ersatz', place: 'Bänder im Technikraum', offSite: 'Schließfach der Bank' },
    failures: ['Zielplatte voll', 'Netz während der Kopie ausgefallen', 'Der Sicherungsdienst antwortete nicht', 'Band nicht lesbar'],
    warning: 'Drei offene Dateien wurden nicht kopiert',
    note: 'Die Berichte kommen in das Postfach der EDV.',
    restored: ['Ein Ordner des Sozialdienstes', 'Der ganze Server, auf einer Ersatzmaschine', 'Die Datenbank des Sozialprogramms, beim Lieferanten'],
    slow: 'Die Ersatzmaschine hatte zu wenig Speicher; das Programm musste neu eingerichtet werden.',
    unreadable: 'Das Band war nicht lesbar; das vom Vormonat ließ sich lesen.',
    exercises: [
      {
        title: 'Ein Montag ohne Server',
        participants: 'Leitung, Dienstleiter, EDV',
        course: 'Zwei Stunden am Tisch, vom Anruf um sechs bis zur Öffnung des Schalters.',
        lessons: 'Die Anrufliste lag nur auf dem Server. Die Formulare für dringende Hilfe fehlten auf Papier.',
      },
      {
        title: 'Anruf am Abend',
        participants: 'Leitung und EDV',
        course: 'Jeder ruft den Nächsten auf der Liste an, ab 20 Uhr.',
        lessons: 'Zwei Nummern hatten sich geändert; das letzte Glied wurde nach fünfzig Minuten erreicht.',
      },
    ],
    point: 'Punkt 12',
    checked: 'Drei beliebige Dateien lassen sich öffnen; der Katalog ist vollständig.',
    unreadableFile: 'Eine von drei Dateien lässt sich nicht öffnen.',
    again: 'Eine vollständige Sicherung wiederholen und nochmals prüfen.',
    desk1: 'Die Zahlungsdateien eines Monats',
    proposal: 'Der Schalter öffnet am nächsten Tag, und dringende Hilfe kann keine zwei Tage warten.',
    reports: [
      { sender: 'Sicherung <server@oeshz.example>', subject: 'Wochenbericht des Servers', text: 'Freier Platz am Ziel: 11 %. Bitte das Volumen vergrößern.' },
      { sender: 'nas@oeshz.example', subject: '[NAS] Aufgabe „Externe Kopie“ beendet', text: 'Dauer: 01:12:44. Kopiert: 182.331. Keine Fehler.' },
    ],
  },
};
