import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage, Language } from '../../kernel/language.ts';
import type { MovementKind } from './movement.ts';

/** The words of the certificate and of the letters to firms, in a language of documents. */
export type Words = {
  locale: string;
  certificate: Record<MovementKind, string>;
  certificateOf: (number: string, name: string) => string;
  person: string;
  function: string;
  service: string;
  day: Record<MovementKind, string>;
  announced: string;
  closed: string;
  opening: Record<MovementKind, (name: string, date: string) => string>;
  clock: (hours: number, inTime: boolean) => string;
  clockBefore: string;
  done: string;
  notApplicable: string;
  step: string;
  by: string;
  when: string;
  how: string;
  why: string;
  nothing: string;
  late: string;
  recipient: (name: string) => string;
  signature: string;
  footer: (number: string, date: string) => string;
  letterTitle: string;
  letterOpening: (name: string, date: string) => string;
  letterAsk: string;
  letterConfirm: string;
  letterSecret: string;
  greeting: string;
  access: string;
  level: string;
  account: string;
  reference: string;
  placeAndDate: (place: string, date: string) => string;
  dateTerm: string;
  register: { title: string; period: (from: string, until: string) => string; columns: readonly [string, string, string, string, string]; none: string; states: Record<'open' | 'closed', string> };
  kinds: Record<MovementKind, string>;
  file: { certificate: string; letter: string; register: string };
};

export const words: Record<DocumentLanguage, Words> = {
  fr: {
    locale: 'fr-BE',
    certificate: { arrival: 'Attestation d’arrivée', change: 'Attestation de changement de fonction', suspension: 'Attestation de suspension', departure: 'Attestation de départ' },
    certificateOf: (number, name) => `N° ${number} · ${name}`,
    person: 'Personne',
    function: 'Fonction',
    service: 'Service',
    day: { arrival: 'Premier jour', change: 'Premier jour', suspension: 'Premier jour', departure: 'Dernier jour' },
    announced: 'Annoncé le',
    closed: 'Dossier clôturé le',
    opening: {
      arrival: (name, date) => `${name} a pris ses fonctions le ${date}. Ce qui suit a été donné, expliqué et signé.`,
      change: (name, date) => `${name} a changé de fonction le ${date}. Ses accès ont été alignés sur la nouvelle.`,
      suspension: (name, date) => `Le contrat de ${name} est suspendu depuis le ${date}. Ses accès ont été bloqués.`,
      departure: (name, date) => `${name} a quitté le centre le ${date}. Ses accès ont été fermés, et ce qui lui avait été confié est rendu.`,
    },
    clock: (hours, inTime) => `Le compte a été désactivé ${hours} h après la fin du dernier jour, ${inTime ? 'dans le délai' : 'hors délai'}.`,
    clockBefore: 'Le compte a été désactivé avant la fin du dernier jour, dans le délai.',
    done: 'Ce qui a été fait',
    notApplicable: 'Ce qui était sans objet',
    step: 'Étape',
    by: 'Par',
    when: 'Quand',
    how: 'Ce qui le montre',
    why: 'Pourquoi',
    nothing: 'Rien.',
    late: 'hors délai',
    recipient: (name) => `Remis à ${name}.`,
    signature: 'Le conseiller en sécurité',
    footer: (number, date) => `Attestation n° ${number}, délivrée le ${date}`,
    letterTitle: 'Fermeture d’accès',
    letterOpening: (name, date) => `${name} n’a plus à accéder, après le ${date}, à ce que vous gérez pour nous.`,
    letterAsk: 'Nous vous demandons de fermer les accès suivants au plus tard à cette date, et de ne plus répondre à une demande qui viendrait de cette personne en notre nom :',
    letterConfirm:
      'Veuillez nous confirmer par écrit le jour et l’heure de la fermeture. Les données enregistrées sous ce compte restent à notre disposition jusqu’à notre accord écrit pour leur suppression.',
    letterSecret: 'Si cette personne connaissait un mot de passe ou un code partagé, il est à changer le même jour.',
    greeting: 'Nous vous en remercions.',
    access: 'Accès',
    level: 'Droit',
    account: 'Compte',
    reference: 'Dossier',
    placeAndDate: (place, date) => `${place}, le ${date}`,
    dateTerm: 'Lieu et date',
    register: {
      title: 'Registre des arrivées et départs',
      period: (from, until) => `Du ${from} au ${until}.`,
      columns: ['Jour', 'Mouvement', 'Personne', 'Fonction', 'Dossier'],
      none: 'Personne n’est arrivé ni parti.',
      states: { open: 'en cours', closed: 'clôturé' },
    },
    kinds: { arrival: 'Arrivée', change: 'Changement de fonction', suspension: 'Suspension', departure: 'Départ' },
    file: { certificate: 'attestation', letter: 'fermeture-acces', register: 'arrivees-departs' },
  },
  nl: {
    locale: 'nl-BE',
    certificate: { arrival: 'Attest van komst', change: 'Attest van functiewijziging', suspension: 'Attest van schorsing', departure: 'Attest van vertrek' },
    certificateOf: (number, name) => `Nr. ${number} · ${name}`,
    person: 'Persoon',
    function: 'Functie',
    service: 'Dienst',
    day: { arrival: 'Eerste dag', change: 'Eerste dag', suspension: 'Eerste dag', departure: 'Laatste dag' },
    announced: 'Gemeld op',
    closed: 'Dossier afgesloten op',
    opening: {
      arrival: (name, date) => `${name} is op ${date} in functie getreden. Het volgende is gegeven, uitgelegd en ondertekend.`,
      change: (name, date) => `${name} is op ${date} van functie veranderd. De toegangen zijn op de nieuwe functie afgestemd.`,
      suspension: (name, date) => `De overeenkomst van ${name} is sinds ${date} geschorst. De toegangen zijn geblokkeerd.`,
      departure: (name, date) => `${name} heeft het centrum op ${date} verlaten. De toegangen zijn gesloten en wat toevertrouwd was, is teruggegeven.`,
    },
    clock: (hours, inTime) => `De account is ${hours} uur na het einde van de laatste dag uitgeschakeld, ${inTime ? 'binnen de termijn' : 'buiten de termijn'}.`,
    clockBefore: 'De account is voor het einde van de laatste dag uitgeschakeld, binnen de termijn.',
    done: 'Wat gedaan is',
    notApplicable: 'Wat niet van toepassing was',
    step: 'Stap',
    by: 'Door',
    when: 'Wanneer',
    how: 'Wat het aantoont',
    why: 'Waarom',
    nothing: 'Niets.',
    late: 'buiten de termijn',
    recipient: (name) => `Bezorgd aan ${name}.`,
    signature: 'De veiligheidsconsulent',
    footer: (number, date) => `Attest nr. ${number}, afgeleverd op ${date}`,
    letterTitle: 'Sluiting van toegangen',
    letterOpening: (name, date) => `${name} hoeft na ${date} geen toegang meer te hebben tot wat u voor ons beheert.`,
    letterAsk: 'Wij vragen u de volgende toegangen uiterlijk op die datum te sluiten, en geen gevolg meer te geven aan vragen die deze persoon in onze naam zou stellen:',
    letterConfirm:
      'Gelieve ons de dag en het uur van de sluiting schriftelijk te bevestigen. De gegevens onder deze account blijven tot onze beschikking tot wij schriftelijk met de verwijdering instemmen.',
    letterSecret: 'Kende deze persoon een gedeeld wachtwoord of een gedeelde code, dan wordt die dezelfde dag veranderd.',
    greeting: 'Wij danken u daarvoor.',
    access: 'Toegang',
    level: 'Recht',
    account: 'Account',
    reference: 'Dossier',
    placeAndDate: (place, date) => `${place}, ${date}`,
    dateTerm: 'Plaats en datum',
    register: {
      title: 'Register van komst en vertrek',
      period: (from, until) => `Van ${from} tot ${until}.`,
      columns: ['Dag', 'Beweging', 'Persoon', 'Functie', 'Dossier'],
      none: 'Niemand is gekomen of vertrokken.',
      states: { open: 'lopend', closed: 'afgesloten' },
    },
    kinds: { arrival: 'Komst', change: 'Functiewijziging', suspension: 'Schorsing', departure: 'Vertrek' },
    file: { certificate: 'attest', letter: 'sluiting-toegang', register: 'komst-vertrek' },
  },
  de: {
    locale: 'de-BE',
    certificate: { arrival: 'Bescheinigung der Ankunft', change: 'Bescheinigung des Funktionswechsels', suspension: 'Bescheinigung der Aussetzung', departure: 'Bescheinigung des Ausscheidens' },
    certificateOf: (number, name) => `Nr. ${number} · ${name}`,
    person: 'Person',
    function: 'Funktion',
    service: 'Dienst',
    day: { arrival: 'Erster Tag', change: 'Erster Tag', suspension: 'Erster Tag', departure: 'Letzter Tag' },
    announced: 'Gemeldet am',
    closed: 'Vorgang abgeschlossen am',
    opening: {
      arrival: (name, date) => `${name} hat den Dienst am ${date} angetreten. Das Folgende wurde gegeben, erklärt und unterzeichnet.`,
      change: (name, date) => `${name} hat am ${date} die Funktion gewechselt. Die Zugänge wurden der neuen angepasst.`,
      suspension: (name, date) => `Der Vertrag von ${name} ist seit dem ${date} ausgesetzt. Die Zugänge wurden gesperrt.`,
      departure: (name, date) => `${name} hat das Zentrum am ${date} verlassen. Die Zugänge sind geschlossen, und das Anvertraute ist zurückgegeben.`,
    },
    clock: (hours, inTime) => `Das Konto wurde ${hours} Std. nach dem Ende des letzten Tages deaktiviert, ${inTime ? 'fristgerecht' : 'nicht fristgerecht'}.`,
    clockBefore: 'Das Konto wurde vor dem Ende des letzten Tages deaktiviert, fristgerecht.',
    done: 'Was getan wurde',
    notApplicable: 'Was gegenstandslos war',
    step: 'Schritt',
    by: 'Durch',
    when: 'Wann',
    how: 'Was es zeigt',
    why: 'Warum',
    nothing: 'Nichts.',
    late: 'verspätet',
    recipient: (name) => `Übergeben an ${name}.`,
    signature: 'Der Sicherheitsberater',
    footer: (number, date) => `Bescheinigung Nr. ${number}, ausgestellt am ${date}`,
    letterTitle: 'Schließung von Zugängen',
    letterOpening: (name, date) => `${name} braucht nach dem ${date} keinen Zugang mehr zu dem, was Sie für uns verwalten.`,
    letterAsk: 'Wir bitten Sie, die folgenden Zugänge spätestens an diesem Tag zu schließen und Anfragen, die diese Person in unserem Namen stellt, nicht mehr nachzukommen:',
    letterConfirm: 'Bitte bestätigen Sie uns schriftlich Tag und Uhrzeit der Schließung. Die Daten unter diesem Konto bleiben zu unserer Verfügung, bis wir ihrer Löschung schriftlich zustimmen.',
    letterSecret: 'Kannte diese Person ein geteiltes Kennwort oder einen geteilten Code, so ist er am selben Tag zu ändern.',
    greeting: 'Wir danken Ihnen dafür.',
    access: 'Zugang',
    level: 'Recht',
    account: 'Konto',
    reference: 'Vorgang',
    placeAndDate: (place, date) => `${place}, den ${date}`,
    dateTerm: 'Ort und Datum',
    register: {
      title: 'Register der Ankünfte und des Ausscheidens',
      period: (from, until) => `Vom ${from} bis zum ${until}.`,
      columns: ['Tag', 'Vorgang', 'Person', 'Funktion', 'Stand'],
      none: 'Niemand ist angekommen oder ausgeschieden.',
      states: { open: 'offen', closed: 'abgeschlossen' },
    },
    kinds: { arrival: 'Ankunft', change: 'Funktionswechsel', suspension: 'Aussetzung', departure: 'Ausscheiden' },
    file: { certificate: 'bescheinigung', letter: 'zugangsschliessung', register: 'ankunft-ausscheiden' },
  },
};

/** A day in words, in a language of the house. */
export const longDay = (date: CivilDate, language: Language): string => {
  const locale = language === 'en' ? 'en-GB' : words[language].locale;
  const written = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return language === 'fr' ? written.replace(/^1(?=\s)/u, '1er') : written;
};
