import type { DocumentLanguage } from '../kernel/language.ts';
import type { Nature } from '../modules/interventions/intervention.ts';

type Agreement = { subject: string; means: string; origin: string; supervision: string };
type Session = { nature: Nature; subject: string; result: string };
type Words = { social: Agreement; it: Agreement; network: Agreement; finance: Agreement; withdrawn: string; from: readonly string[]; home: string; sessions: readonly Session[]; bare: Session };

/** What firms do from afar, in the language of the centre. */
export const maintenanceWords: Record<DocumentLanguage, Words> = {
  fr: {
    social: {
      subject: 'Logiciel social',
      means: 'Passerelle ouverte à la demande, double authentification',
      origin: 'Siège de la firme, Liège',
      supervision: 'Le chef du service suit à l’écran et coupe la session',
    },
    it: { subject: 'Serveur et sauvegardes', means: 'VPN nominatif, refermé après usage', origin: 'Atelier de la firme, Namur', supervision: 'Appel avant et après, journal de la passerelle relu' },
    network: { subject: 'Routeur et pare-feu', means: 'Console du fabricant', origin: 'Centre de support, Bruxelles', supervision: 'Le chef du service est en ligne' },
    finance: { subject: 'Logiciel de comptabilité', means: 'Prise de contrôle du poste, sur invitation', origin: 'Bureaux de la firme, Arlon', supervision: 'L’utilisateur reste devant son écran' },
    withdrawn: 'La firme s’est connectée deux fois sans appeler.',
    from: ['Liège, siège de la firme', 'Liège, siège de la firme', 'Liège, adresse 192.0.2.14'],
    home: 'Domicile d’un technicien, à Huy',
    sessions: [
      { nature: 'update', subject: 'Correctif du logiciel social', result: 'Installé, deux écrans essayés avec le service' },
      { nature: 'repair', subject: 'Liste des aides qui ne s’ouvre plus', result: 'Index reconstruit' },
      { nature: 'update', subject: 'Barèmes du trimestre', result: 'Chargés, contrôle d’un dossier fictif' },
      { nature: 'other', subject: 'Lenteur du logiciel social', result: 'Requête corrigée, temps de réponse redevenu normal' },
    ],
    bare: { nature: 'repair', subject: 'Clôture comptable bloquée', result: 'Verrou levé par la firme, au téléphone avec la comptable' },
  },
  nl: {
    social: { subject: 'Sociale software', means: 'Toegang op vraag, dubbele aanmelding', origin: 'Zetel van de firma, Gent', supervision: 'Het diensthoofd kijkt mee en sluit de sessie' },
    it: { subject: 'Server en back-ups', means: 'VPN op naam, gesloten na gebruik', origin: 'Werkplaats van de firma, Leuven', supervision: 'Oproep voor en na, logboek van de toegang nagelezen' },
    network: { subject: 'Router en firewall', means: 'Console van de fabrikant', origin: 'Supportcentrum, Brussel', supervision: 'Het diensthoofd is aan de lijn' },
    finance: { subject: 'Boekhoudsoftware', means: 'Overname van de computer, op uitnodiging', origin: 'Kantoor van de firma, Hasselt', supervision: 'De gebruiker blijft voor het scherm' },
    withdrawn: 'De firma maakte twee keer verbinding zonder te bellen.',
    from: ['Gent, zetel van de firma', 'Gent, zetel van de firma', 'Gent, adres 192.0.2.14'],
    home: 'Woning van een technicus, in Aalst',
    sessions: [
      { nature: 'update', subject: 'Correctie van de sociale software', result: 'Geïnstalleerd, twee schermen getest met de dienst' },
      { nature: 'repair', subject: 'Lijst van de steun opent niet meer', result: 'Index heropgebouwd' },
      { nature: 'update', subject: 'Barema’s van het kwartaal', result: 'Geladen, controle op een fictief dossier' },
      { nature: 'other', subject: 'Trage sociale software', result: 'Zoekopdracht verbeterd, weer normale snelheid' },
    ],
    bare: { nature: 'repair', subject: 'Boekhoudkundige afsluiting geblokkeerd', result: 'Blokkering opgeheven door de firma, aan de telefoon met de boekhouder' },
  },
  de: {
    social: { subject: 'Sozialsoftware', means: 'Zugang auf Anfrage, zweifache Anmeldung', origin: 'Sitz der Firma, Eupen', supervision: 'Die Dienstleitung sieht zu und beendet die Sitzung' },
    it: {
      subject: 'Server und Datensicherungen',
      means: 'VPN auf Namen, danach geschlossen',
      origin: 'Werkstatt der Firma, Verviers',
      supervision: 'Anruf vorher und nachher, Protokoll des Zugangs gelesen',
    },
    network: { subject: 'Router und Firewall', means: 'Konsole des Herstellers', origin: 'Support, Brüssel', supervision: 'Die Dienstleitung ist am Telefon' },
    finance: { subject: 'Buchhaltungssoftware', means: 'Übernahme des Geräts, auf Einladung', origin: 'Büro der Firma, Sankt Vith', supervision: 'Die Nutzerin bleibt vor dem Bildschirm' },
    withdrawn: 'Die Firma hat sich zweimal verbunden, ohne anzurufen.',
    from: ['Eupen, Sitz der Firma', 'Eupen, Sitz der Firma', 'Eupen, Adresse 192.0.2.14'],
    home: 'Wohnung eines Technikers, in Raeren',
    sessions: [
      { nature: 'update', subject: 'Korrektur der Sozialsoftware', result: 'Installiert, zwei Masken mit dem Dienst geprüft' },
      { nature: 'repair', subject: 'Liste der Hilfen öffnet nicht mehr', result: 'Index neu aufgebaut' },
      { nature: 'update', subject: 'Sätze des Quartals', result: 'Geladen, an einer fiktiven Akte geprüft' },
      { nature: 'other', subject: 'Langsame Sozialsoftware', result: 'Abfrage verbessert, wieder normale Antwortzeit' },
    ],
    bare: { nature: 'repair', subject: 'Buchhaltungsabschluss blockiert', result: 'Sperre durch die Firma gelöst, am Telefon mit der Buchhalterin' },
  },
};
