import type { Words } from './words.ts';

const numbered = (text: string, number: string | undefined): string => (number ? `${text}, Beschluss Nr. ${number}` : text);

export const de: Words = {
  mandates: {
    president: 'Präsident', directorGeneral: 'Generaldirektor', councilMember: 'Ratsmitglied', adviser: 'Informationssicherheitsberater', deputyAdviser: 'Beigeordneter des Sicherheitsberaters',
    dpo: 'Datenschutzbeauftragter', deputyDpo: 'Stellvertretender Datenschutzbeauftragter', itHead: 'Leiter der EDV', itAgent: 'EDV-Bediensteter',
    itSecurityOfficer: 'Verantwortlicher für die EDV-Sicherheit', localCorrespondent: 'Örtlicher Ansprechpartner', financeDirector: 'Finanzdirektor', archivist: 'Archivar', reception: 'Empfang', platformMember: 'Mitglied der Sicherheitsplattform',
  },
  signatories: {
    directorGeneral: { madam: 'Die Generaldirektorin', sir: 'Der Generaldirektor' },
    president: { madam: 'Die Präsidentin', sir: 'Der Präsident' },
    undersigned: 'Die sich verpflichtende Person,\n„gelesen und genehmigt“, Datum, Unterschrift',
    forTheCentre: 'Für das Zentrum,\nDatum und Unterschrift',
  },
  yes: 'ja',
  no: 'nein',
  officers: { function: 'Funktion', person: 'Person', since: 'Seit', decision: 'Beschluss des Rates', decided: ({ date, number }) => (number ? `${date}, Nr. ${number}` : date), vacant: 'niemand eingetragen', empty: 'Im Verzeichnis ist keine Funktion eingetragen.' },
  platform: { person: 'Mitglied', capacity: 'Eigenschaft', empty: 'Die Zusammensetzung der Plattform ist noch nicht im Verzeichnis eingetragen.' },
  chart: { service: 'Dienst', head: 'Dienstleiter', people: 'Personen und Funktionen', seesPersonalData: 'Personenbezogene Daten', noHead: 'nicht bezeichnet', noService: 'Ohne Dienst', empty: 'Im Verzeichnis ist noch kein Dienst eingetragen.' },
  legal: {
    text: 'Text', articles: 'Artikel', state: 'Stand', certainty: 'Gewissheit', empty: 'Das Verzeichnis der Rechtstexte ist leer.',
    states: { inForce: 'in Kraft', amended: 'in Kraft, abgeändert', repealed: 'aufgehoben', replaced: 'ersetzt', byAnalogy: 'sinngemäß angewandt', unknown: 'Stand unbekannt' },
    by: (successors) => `durch: ${successors}`,
    certainties: { seen: 'an der Quelle geprüft', general: 'zu prüfen', notFound: 'nicht bestätigt' },
  },
  versions: {
    number: 'Fassung', approval: 'Genehmigung', state: 'Stand', empty: 'Dieses Dokument hat noch keine Fassung.',
    states: { draft: 'Entwurf', approved: 'in Kraft', superseded: 'ersetzt' }, draftedOn: (date) => `Entwurf vom ${date}, nicht genehmigt`,
  },
  nothingYet: {
    accessRights: 'Im Verzeichnis ist noch keine Zugriffsberechtigung eingetragen.', hardwareInventory: 'Im Inventar ist noch kein Gerät eingetragen.', interventions: 'Im Verzeichnis ist noch kein Eingriff eingetragen.',
    backups: 'Im Verzeichnis ist noch keine Datensicherung eingetragen.', undertakings: 'Im Verzeichnis ist noch keine unterzeichnete Erklärung eingetragen.', annexes: 'Es ist noch keine Anlage beigefügt.',
  },
  front: {
    version: 'Fassung', approval: 'Genehmigung', review: 'Überprüfung', manager: 'Verantwortlich', adviser: 'Sicherheitsberater', replaces: (number, date) => `ersetzt Fassung ${number} vom ${date}`, draft: 'Entwurf',
    atTheLatest: (date) => `spätestens am ${date}`, deputy: (name) => `Beigeordneter: ${name}`, since: (date) => `seit dem ${date}`,
  },
  approved: {
    council: ({ date, number }) => numbered(`Sozialhilferat vom ${date}`, number),
    councilWithAnnualReport: ({ date, number }) => numbered(`Sozialhilferat vom ${date}, zusammen mit dem Jahresbericht`, number),
    management: ({ date, number }) => `Generaldirektion, am ${date}${number ? `, Nr. ${number}` : ''}`,
    signatory: ({ date, number }) => `unterzeichnet am ${date}${number ? `, Nr. ${number}` : ''}`,
  },
  toApprove: { council: 'vom Sozialhilferat zu erteilen', councilWithAnnualReport: 'vom Sozialhilferat zusammen mit dem Jahresbericht zu erteilen', management: 'von der Generaldirektion zu erteilen', signatory: 'zu unterzeichnen' },
  runningVersion: (number) => `Fassung ${number}`,
  footer: { draft: (date) => `ENTWURF vom ${date}, nicht genehmigt`, approved: (approval) => `Genehmigung: ${approval}`, audit: (number, hash) => `Protokoll Nr. ${number}, ${hash}` },
  letter: {
    placeAndDate: 'Ort und Datum', written: (place, date) => `${place}, den ${date}`, phone: 'Tel.',
    federalService: { name: 'FÖPD Sozialeingliederung', lines: ['Dienst für Informationssicherheit', 'Boulevard du Jardin botanique 50 boîte 165', '1000 Brüssel'] },
  },
  index: {
    title: 'Akte der Informationssicherheit', of: (date) => `Erstellt am ${date}`, draft: 'ENTWURF, nicht genehmigt', approved: (approval) => `in Kraft: ${approval}`, missing: 'Angaben, die noch niemand eingetragen hat', nothingMissing: 'Es fehlt keine Angabe.',
    checksums: 'Prüfung der Dateien: sha256sum -c SHA256SUMS', version: 'Fassung', review: 'Zu überprüfen bis spätestens',
  },
};
