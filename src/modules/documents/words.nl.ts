import type { Words } from './words.ts';

const numbered = (text: string, number: string | undefined): string => (number ? `${text}, beslissing nr. ${number}` : text);

export const nl: Words = {
  mandates: {
    president: 'Voorzitter', directorGeneral: 'Algemeen directeur', councilMember: 'Raadslid', adviser: 'Informatieveiligheidsconsulent', deputyAdviser: 'Adjunct van de veiligheidsconsulent',
    dpo: 'Functionaris voor gegevensbescherming', deputyDpo: 'Adjunct van de functionaris voor gegevensbescherming', itHead: 'Hoofd informatica', itAgent: 'Informaticamedewerker',
    itSecurityOfficer: 'Verantwoordelijke voor de informaticabeveiliging', localCorrespondent: 'Lokale correspondent', financeDirector: 'Financieel directeur', archivist: 'Archivaris', reception: 'Onthaal', platformMember: 'Lid van het veiligheidsplatform',
  },
  signatories: {
    directorGeneral: { madam: 'De algemeen directeur', sir: 'De algemeen directeur' },
    president: { madam: 'De voorzitter', sir: 'De voorzitter' },
    undersigned: 'De ondertekenaar,\n“gelezen en goedgekeurd”, datum, handtekening',
    forTheCentre: 'Voor het centrum,\ndatum en handtekening',
  },
  yes: 'ja',
  no: 'nee',
  officers: { function: 'Functie', person: 'Persoon', since: 'Sinds', decision: 'Beslissing van de raad', decided: ({ date, number }) => (number ? `${date}, nr. ${number}` : date), vacant: 'niemand ingeschreven', empty: 'Er is geen functie in het register ingeschreven.' },
  platform: { person: 'Lid', capacity: 'Hoedanigheid', empty: 'De samenstelling van het platform is nog niet in het register ingeschreven.' },
  chart: { service: 'Dienst', head: 'Diensthoofd', people: 'Personen en functies', seesPersonalData: 'Persoonsgegevens', noHead: 'niet aangewezen', noService: 'Zonder dienst', empty: 'Er is nog geen dienst in het register ingeschreven.' },
  legal: {
    text: 'Tekst', articles: 'Artikelen', state: 'Status', certainty: 'Zekerheid', empty: 'Het register van de wetteksten is leeg.',
    states: { inForce: 'van kracht', amended: 'van kracht, gewijzigd', repealed: 'opgeheven', replaced: 'vervangen', byAnalogy: 'naar analogie toegepast', unknown: 'status onbekend' },
    by: (successors) => `door: ${successors}`,
    certainties: { seen: 'aan de bron nagegaan', general: 'na te gaan', notFound: 'niet bevestigd' },
  },
  versions: {
    number: 'Versie', approval: 'Goedkeuring', state: 'Status', empty: 'Dit document heeft nog geen versie.',
    states: { draft: 'ontwerp', approved: 'van kracht', superseded: 'vervangen' }, draftedOn: (date) => `ontwerp van ${date}, niet goedgekeurd`,
  },
  nothingYet: {
    accessRights: 'Er is nog geen toegangsrecht in het register ingeschreven.', hardwareInventory: 'Er is nog geen materiaal in de inventaris ingeschreven.', interventions: 'Er is nog geen interventie in het register ingeschreven.',
    backups: 'Er is nog geen back-up in het register ingeschreven.', undertakings: 'Er is nog geen ondertekende verklaring in het register ingeschreven.', annexes: 'Er is nog geen bijlage toegevoegd.',
  },
  front: {
    version: 'Versie', approval: 'Goedkeuring', review: 'Herziening', manager: 'Verantwoordelijke', adviser: 'Veiligheidsconsulent', replaces: (number, date) => `vervangt versie ${number} van ${date}`, draft: 'ontwerp',
    atTheLatest: (date) => `uiterlijk op ${date}`, deputy: (name) => `adjunct: ${name}`, since: (date) => `sinds ${date}`,
  },
  approved: {
    council: ({ date, number }) => numbered(`raad voor maatschappelijk welzijn van ${date}`, number),
    councilWithAnnualReport: ({ date, number }) => numbered(`raad voor maatschappelijk welzijn van ${date}, samen met het jaarverslag`, number),
    management: ({ date, number }) => `algemeen directeur, op ${date}${number ? `, nr. ${number}` : ''}`,
    signatory: ({ date, number }) => `ondertekend op ${date}${number ? `, nr. ${number}` : ''}`,
  },
  toApprove: { council: 'te geven door de raad voor maatschappelijk welzijn', councilWithAnnualReport: 'te geven door de raad voor maatschappelijk welzijn, samen met het jaarverslag', management: 'te geven door de algemeen directeur', signatory: 'te ondertekenen' },
  runningVersion: (number) => `versie ${number}`,
  footer: { draft: (date) => `ONTWERP van ${date}, niet goedgekeurd`, approved: (approval) => `Goedkeuring: ${approval}`, audit: (number, hash) => `logboek nr. ${number}, ${hash}` },
  letter: {
    placeAndDate: 'Plaats en datum', written: (place, date) => `${place}, ${date}`, phone: 'Tel.',
    federalService: { name: 'POD Maatschappelijke Integratie', lines: ['Dienst informatieveiligheid', 'Kruidtuinlaan 50 bus 165', '1000 Brussel'] },
  },
  index: {
    title: 'Informatieveiligheidsdossier', of: (date) => `Opgemaakt op ${date}`, draft: 'ONTWERP, niet goedgekeurd', approved: (approval) => `van kracht: ${approval}`, missing: 'Gegevens die nog niemand heeft ingevoerd', nothingMissing: 'Er ontbreekt geen enkel gegeven.',
    checksums: 'Controle van de bestanden: sha256sum -c SHA256SUMS', version: 'Versie', review: 'Na te gaan uiterlijk op',
  },
};
