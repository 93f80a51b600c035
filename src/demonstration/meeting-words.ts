import type { DocumentLanguage } from '../kernel/language.ts';

type Told = { title: string; minutes: string; decision?: { text: string; days: number; role?: 'itAgent' | 'adviser' | 'dpo' } };
/** What the meetings of the platform said, in a language of documents. `done` says how each decision was carried out. */
export type MeetingWords = {
  place: string;
  guest: { name: string; capacity: string };
  meetings: readonly { points: readonly Told[]; done: readonly string[] }[];
  coming: { points: readonly { title: string }[] };
};

const fr: MeetingWords = {
  place: 'Salle du conseil',
  guest: { name: 'Nadine Colson', capacity: 'Firme informatique' },
  meetings: [
    {
      points: [
        {
          title: 'Suite de l’avis sur les sauvegardes',
          minutes:
            'Le conseiller en sécurité présente son avis. Les sauvegardes se font **chaque nuit**, mais aucun essai de restauration n’a été consigné cette année.\n\n- la firme peut restaurer un fichier en une heure ;\n- un serveur entier demanderait une journée.',
          decision: { text: 'Restaurer un serveur pour essai et consigner la durée', days: 45, role: 'itAgent' },
        },
        {
          title: 'Accès des stagiaires',
          minutes: 'Deux comptes de stagiaires sont restés ouverts après leur départ. La direction rappelle que le service du personnel annonce chaque fin de stage.',
          decision: { text: 'Transmettre chaque mois la liste des fins de contrat à l’informatique', days: 60 },
        },
      ],
      done: ['Serveur des dossiers restauré en 5 h 40, procès-verbal de la firme au dossier.', 'Liste envoyée par le service du personnel depuis le premier du mois.'],
    },
    {
      points: [
        {
          title: 'Charte informatique',
          minutes: 'La charte date de trois ans et ne parle pas de télétravail. Le texte revu sera soumis au conseil avec le rapport annuel.',
          decision: { text: 'Soumettre la charte revue au conseil', days: 60, role: 'adviser' },
        },
        {
          title: 'Local des archives',
          minutes: 'La porte du local des archives reste souvent ouverte en journée. *Aucun document n’a disparu.*',
          decision: { text: 'Faire poser une fermeture automatique', days: 90 },
        },
        { title: 'Divers', minutes: '' },
      ],
      done: ['Charte approuvée par le conseil.'],
    },
    {
      points: [
        {
          title: 'Revue des habilitations',
          minutes:
            'La revue annuelle a retiré onze accès. Trois personnes gardent un accès sans lien avec leur fonction :\n\n1. à retirer : deux accès à la comptabilité ;\n2. à motiver : un accès au registre national.',
          decision: { text: 'Retirer les deux accès à la comptabilité et motiver le troisième', days: 30, role: 'itAgent' },
        },
        {
          title: 'Sensibilisation du personnel',
          minutes: 'Une demi-journée par service, donnée par le pool. Le service social commence.',
          decision: { text: 'Fixer les dates avec les chefs de service', days: 60 },
        },
      ],
      done: ['Accès retirés, motif au dossier.'],
    },
    {
      points: [
        {
          title: 'Questionnaire annuel de la BCSS',
          minutes: 'Le conseiller en sécurité passe en revue les réponses. Deux normes restent à démontrer : l’exercice du plan catastrophe et la destruction des supports.',
          decision: { text: 'Programmer l’exercice du plan catastrophe', days: 40 },
        },
        {
          title: 'Authentification forte',
          minutes: 'La messagerie passera à deux facteurs au premier trimestre.',
          decision: { text: 'Commander les clés pour le personnel sans téléphone de service', days: 50, role: 'itAgent' },
        },
      ],
      done: [],
    },
  ],
  coming: { points: [{ title: 'Rapport annuel de sécurité' }, { title: 'Budget du plan triennal' }, { title: 'Divers' }] },
};

const nl: MeetingWords = {
  place: 'Raadzaal',
  guest: { name: 'Nadine Colson', capacity: 'Informaticafirma' },
  meetings: [
    {
      points: [
        {
          title: 'Gevolg van het advies over back-ups',
          minutes:
            'De veiligheidsconsulent licht zijn advies toe. Back-ups gebeuren **elke nacht**, maar dit jaar is geen enkele hersteltest genoteerd.\n\n- de firma herstelt een bestand in een uur;\n- een volledige server zou een dag vragen.',
          decision: { text: 'Een server als proef herstellen en de duur noteren', days: 45, role: 'itAgent' },
        },
        {
          title: 'Toegang van stagiairs',
          minutes: 'Twee accounts van stagiairs bleven open na hun vertrek. De directie herinnert eraan dat de personeelsdienst elk einde van een stage meldt.',
          decision: { text: 'Elke maand de lijst van aflopende contracten aan informatica bezorgen', days: 60 },
        },
      ],
      done: ['Dossierserver hersteld in 5 u 40, verslag van de firma in het dossier.', 'Lijst sinds de eerste van de maand verstuurd.'],
    },
    {
      points: [
        {
          title: 'ICT-reglement',
          minutes: 'Het reglement is drie jaar oud en zwijgt over telewerk. De herziene tekst gaat met het jaarverslag naar de raad.',
          decision: { text: 'Het herziene reglement aan de raad voorleggen', days: 60, role: 'adviser' },
        },
        { title: 'Archieflokaal', minutes: 'De deur van het archief staat overdag vaak open. *Er is niets verdwenen.*', decision: { text: 'Een automatische sluiting laten plaatsen', days: 90 } },
        { title: 'Varia', minutes: '' },
      ],
      done: ['Reglement goedgekeurd door de raad.'],
    },
    {
      points: [
        {
          title: 'Herziening van de toegangsrechten',
          minutes:
            'De jaarlijkse herziening nam elf rechten weg. Drie mensen houden een recht zonder verband met hun functie:\n\n1. weg te nemen: twee rechten op de boekhouding;\n2. te motiveren: een recht op het rijksregister.',
          decision: { text: 'De twee rechten op de boekhouding wegnemen en het derde motiveren', days: 30, role: 'itAgent' },
        },
        {
          title: 'Bewustmaking van het personeel',
          minutes: 'Een halve dag per dienst, gegeven door de pool. De sociale dienst begint.',
          decision: { text: 'De data afspreken met de diensthoofden', days: 60 },
        },
      ],
      done: ['Rechten weggenomen, motivering in het dossier.'],
    },
    {
      points: [
        {
          title: 'Jaarlijkse vragenlijst van de KSZ',
          minutes: 'De veiligheidsconsulent overloopt de antwoorden. Twee normen zijn nog aan te tonen: de oefening van het rampenplan en de vernietiging van dragers.',
          decision: { text: 'De oefening van het rampenplan inplannen', days: 40 },
        },
        {
          title: 'Sterke authenticatie',
          minutes: 'De mailbox gaat in het eerste kwartaal naar twee factoren.',
          decision: { text: 'Sleutels bestellen voor wie geen dienstgsm heeft', days: 50, role: 'itAgent' },
        },
      ],
      done: [],
    },
  ],
  coming: { points: [{ title: 'Jaarverslag veiligheid' }, { title: 'Begroting van het driejarenplan' }, { title: 'Varia' }] },
};

const de: MeetingWords = {
  place: 'Ratssaal',
  guest: { name: 'Nadine Colson', capacity: 'EDV-Firma' },
  meetings: [
    {
      points: [
        {
          title: 'Folge der Stellungnahme zu den Datensicherungen',
          minutes:
            'Der Sicherheitsberater stellt seine Stellungnahme vor. Gesichert wird **jede Nacht**, doch in diesem Jahr ist kein Rückspielversuch vermerkt.\n\n- eine Datei spielt die Firma in einer Stunde zurück;\n- ein ganzer Server bräuchte einen Tag.',
          decision: { text: 'Einen Server zur Probe zurückspielen und die Dauer vermerken', days: 45, role: 'itAgent' },
        },
        {
          title: 'Zugänge der Praktikanten',
          minutes: 'Zwei Konten von Praktikanten blieben nach ihrem Weggang offen. Die Direktion erinnert daran, dass der Personaldienst jedes Ende meldet.',
          decision: { text: 'Jeden Monat die Liste der endenden Verträge an die EDV geben', days: 60 },
        },
      ],
      done: ['Aktenserver in 5 Std. 40 zurückgespielt, Protokoll der Firma in der Akte.', 'Liste seit Monatsbeginn verschickt.'],
    },
    {
      points: [
        {
          title: 'EDV-Charta',
          minutes: 'Die Charta ist drei Jahre alt und schweigt über Telearbeit. Der überarbeitete Text geht mit dem Jahresbericht an den Rat.',
          decision: { text: 'Die überarbeitete Charta dem Rat vorlegen', days: 60, role: 'adviser' },
        },
        { title: 'Archivraum', minutes: 'Die Tür des Archivs steht tagsüber oft offen. *Verschwunden ist nichts.*', decision: { text: 'Einen Selbstschließer anbringen lassen', days: 90 } },
        { title: 'Verschiedenes', minutes: '' },
      ],
      done: ['Charta vom Rat genehmigt.'],
    },
    {
      points: [
        {
          title: 'Überprüfung der Berechtigungen',
          minutes:
            'Die jährliche Überprüfung hat elf Zugänge entzogen. Drei Personen behalten einen ohne Bezug zu ihrer Funktion:\n\n1. zu entziehen: zwei Zugänge zur Buchhaltung;\n2. zu begründen: ein Zugang zum Nationalregister.',
          decision: { text: 'Die zwei Zugänge zur Buchhaltung entziehen und den dritten begründen', days: 30, role: 'itAgent' },
        },
        {
          title: 'Sensibilisierung des Personals',
          minutes: 'Ein halber Tag je Dienst, vom Pool gegeben. Der Sozialdienst beginnt.',
          decision: { text: 'Die Termine mit den Dienstleitungen festlegen', days: 60 },
        },
      ],
      done: ['Zugänge entzogen, Begründung in der Akte.'],
    },
    {
      points: [
        {
          title: 'Jährlicher Fragebogen der ZDSS',
          minutes: 'Der Sicherheitsberater geht die Antworten durch. Zwei Normen sind noch zu belegen: die Übung des Katastrophenplans und die Vernichtung von Datenträgern.',
          decision: { text: 'Die Übung des Katastrophenplans ansetzen', days: 40 },
        },
        {
          title: 'Zwei-Faktor-Authentifizierung',
          minutes: 'Das Postfach wechselt im ersten Quartal auf zwei Faktoren.',
          decision: { text: 'Schlüssel für Personal ohne Diensttelefon bestellen', days: 50, role: 'itAgent' },
        },
      ],
      done: [],
    },
  ],
  coming: { points: [{ title: 'Jahresbericht Sicherheit' }, { title: 'Haushalt des Dreijahresplans' }, { title: 'Verschiedenes' }] },
};

export const meetingWords: Record<DocumentLanguage, MeetingWords> = { fr, nl, de };
