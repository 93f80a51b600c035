import type { DocumentLanguage } from '../kernel/language.ts';

/** Services of a fictional centre, from which a size on they exist, and what people there do. The first function is the head's. */
export const serviceKeys = ['management', 'administration', 'social', 'debts', 'finance', 'integration', 'homeCare', 'it', 'restHome', 'care', 'kitchen'] as const;
export type ServiceKey = (typeof serviceKeys)[number];

type Words = {
  centre: (municipality: string) => string;
  services: Record<ServiceKey, { name: string; functions: readonly string[] }>;
  functions: Record<'directorGeneral' | 'financeDirector' | 'archivist' | 'reception' | 'trainee' | 'apprentice' | 'student' | 'volunteer' | 'technician' | 'replacement', string>;
  streets: readonly string[];
  zone: string;
  postalCode: string;
  operator: string;
  protection: readonly string[];
  backup: string;
  offsite: readonly string[];
  archive: readonly string[];
  serverRoom: readonly string[];
  suppliers: readonly string[];
  federalService: string;
  attendee: string;
  studies: readonly { title: string; school: string }[];
  careers: readonly { position: string; employer: string }[];
  knowledge: { informatics: string; law: string; security: string };
};

// « de » elides before a vowel; none of the names begins with an article.
const elided = (municipality: string): string => (/^[AEIOUYÉ]/.test(municipality) ? `d’${municipality}` : `de ${municipality}`);

/** What the fictional centres say in each language of documents. */
export const wording: Record<DocumentLanguage, Words> = {
  fr: {
    centre: (municipality) => `CPAS ${elided(municipality)}`,
    services: {
      management: { name: 'Direction générale', functions: ['Directeur général', 'Secrétaire de direction', 'Juriste'] },
      administration: { name: 'Secrétariat et ressources humaines', functions: ['Chef de bureau', 'Employé d’administration', 'Gestionnaire du personnel'] },
      social: { name: 'Service social', functions: ['Responsable du service social', 'Assistant social', 'Agent d’accueil social', 'Assistant social en énergie'] },
      debts: { name: 'Médiation de dettes', functions: ['Médiateur de dettes principal', 'Médiateur de dettes', 'Juriste'] },
      finance: { name: 'Service des finances', functions: ['Chef comptable', 'Comptable', 'Employé des finances'] },
      integration: { name: 'Insertion socioprofessionnelle', functions: ['Coordinateur de l’insertion', 'Agent d’insertion', 'Accompagnateur de projet'] },
      homeCare: { name: 'Aide à domicile', functions: ['Responsable de l’aide à domicile', 'Aide familiale', 'Aide ménagère', 'Livreur de repas'] },
      it: { name: 'Service informatique', functions: ['Responsable informatique', 'Technicien informatique'] },
      restHome: { name: 'Maison de repos', functions: ['Directeur de la maison de repos', 'Employé d’accueil', 'Ergothérapeute'] },
      care: { name: 'Soins', functions: ['Infirmier en chef', 'Infirmier', 'Aide-soignant', 'Kinésithérapeute'] },
      kitchen: { name: 'Cuisine et entretien', functions: ['Chef de cuisine', 'Cuisinier', 'Technicien de surface'] },
    },
    functions: {
      directorGeneral: 'Directeur général',
      financeDirector: 'Directeur financier',
      archivist: 'Archiviste',
      reception: 'Agent d’accueil',
      trainee: 'Stagiaire assistant social',
      apprentice: 'Apprenti en bureautique',
      student: 'Étudiant jobiste',
      volunteer: 'Bénévole',
      technician: 'Technicien de la société informatique',
      replacement: 'remplacement',
    },
    streets: ['Place du Perron', 'Rue de l’Ancienne Gare', 'Rue des Tanneurs', 'Avenue des Charmes', 'Rue du Vieux Lavoir'],
    zone: '81',
    postalCode: '4999',
    operator: 'Réseau public Explore',
    protection: ['Antivirus géré par le fournisseur, mis à jour chaque heure', 'Détection et réponse sur les postes et le serveur, surveillée par le fournisseur'],
    backup: 'Sauvegarde complète chaque nuit du serveur de fichiers et des bases de données, chiffrée, gardée trente jours ; une copie mensuelle gardée un an',
    offsite: ['Coffre ignifuge de la maison communale', 'Centre de données du fournisseur, à plus de 30 km', 'Coffre de la bibliothèque communale'],
    archive: ['Cave de l’aile nord, local A02', 'Grenier aménagé, local G1', 'Local d’archives de la maison communale'],
    serverRoom: ['Rez-de-chaussée, local 0.14, fermé à clé', 'Premier étage, local technique 1.03'],
    suppliers: ['Informatique des Trois Rivières', 'Bureau Numéris', 'Atelier Réseau Mosan'],
    federalService: 'Service sécurité de l’information',
    attendee: 'Secrétaire du comité spécial du service social',
    studies: [
      { title: 'Master en sciences informatiques', school: 'Université des Trois Vallées' },
      { title: 'Certificat en sécurité de l’information', school: 'Haute école du Perron' },
    ],
    careers: [
      { position: 'Administrateur de systèmes', employer: 'Hôpital Sainte-Aldegonde' },
      { position: 'Conseiller en sécurité', employer: 'Intercommunale du Plateau' },
    ],
    knowledge: {
      informatics: 'Systèmes, réseaux et messagerie ; vingt postes à deux cents.',
      law: 'Loi organique des CPAS, loi relative à la Banque Carrefour, RGPD.',
      security: 'Analyse de risques, ISO 27001 et 27002, continuité.',
    },
  },
  nl: {
    centre: (municipality) => `OCMW ${municipality}`,
    services: {
      management: { name: 'Algemene directie', functions: ['Algemeen directeur', 'Directiesecretaris', 'Jurist'] },
      administration: { name: 'Secretariaat en personeel', functions: ['Bureauhoofd', 'Administratief medewerker', 'Personeelsconsulent'] },
      social: { name: 'Sociale dienst', functions: ['Hoofdmaatschappelijk werker', 'Maatschappelijk werker', 'Onthaalmedewerker', 'Energieconsulent'] },
      debts: { name: 'Schuldbemiddeling', functions: ['Hoofdschuldbemiddelaar', 'Schuldbemiddelaar', 'Jurist'] },
      finance: { name: 'Financiële dienst', functions: ['Hoofdboekhouder', 'Boekhouder', 'Medewerker financiën'] },
      integration: { name: 'Activering en tewerkstelling', functions: ['Coördinator activering', 'Trajectbegeleider', 'Arbeidsbegeleider'] },
      homeCare: { name: 'Thuiszorg', functions: ['Verantwoordelijke thuiszorg', 'Verzorgende', 'Poetshulp', 'Maaltijdbezorger'] },
      it: { name: 'ICT-dienst', functions: ['ICT-verantwoordelijke', 'ICT-medewerker'] },
      restHome: { name: 'Woonzorgcentrum', functions: ['Directeur woonzorgcentrum', 'Onthaalmedewerker', 'Ergotherapeut'] },
      care: { name: 'Zorg', functions: ['Hoofdverpleegkundige', 'Verpleegkundige', 'Zorgkundige', 'Kinesist'] },
      kitchen: { name: 'Keuken en schoonmaak', functions: ['Keukenverantwoordelijke', 'Kok', 'Schoonmaakmedewerker'] },
    },
    functions: {
      directorGeneral: 'Algemeen directeur',
      financeDirector: 'Financieel directeur',
      archivist: 'Archivaris',
      reception: 'Onthaalmedewerker',
      trainee: 'Stagiair maatschappelijk werk',
      apprentice: 'Leerling kantoor',
      student: 'Jobstudent',
      volunteer: 'Vrijwilliger',
      technician: 'Technicus van de ICT-firma',
      replacement: 'vervanging',
    },
    streets: ['Kerkplein', 'Oude Stationsstraat', 'Leerlooiersstraat', 'Beukenlaan', 'Molenwegel'],
    zone: '52',
    postalCode: '9999',
    operator: 'Openbaar netwerk Explore',
    protection: ['Antivirus beheerd door de leverancier, elk uur bijgewerkt', 'Detectie en respons op werkposten en server, bewaakt door de leverancier'],
    backup: 'Elke nacht een volledige, versleutelde back-up van bestandsserver en databanken, dertig dagen bewaard; een maandelijkse kopie blijft een jaar',
    offsite: ['Brandkast van het gemeentehuis', 'Datacenter van de leverancier, op meer dan 30 km', 'Brandkast van de bibliotheek'],
    archive: ['Kelder van de noordvleugel, lokaal K02', 'Ingerichte zolder, lokaal Z1', 'Archieflokaal van het gemeentehuis'],
    serverRoom: ['Gelijkvloers, lokaal 0.14, op slot', 'Eerste verdieping, technisch lokaal 1.03'],
    suppliers: ['Rijtvoorde Informatica', 'Bureau Digitalis', 'Netwerkatelier De Schelp'],
    federalService: 'Dienst informatieveiligheid',
    attendee: 'Secretaris van het bijzonder comité voor de sociale dienst',
    studies: [
      { title: 'Bachelor toegepaste informatica', school: 'Hogeschool De Linde' },
      { title: 'Getuigschrift informatieveiligheid', school: 'Hogeschool De Linde' },
    ],
    careers: [
      { position: 'Systeembeheerder', employer: 'Ziekenhuis Sint-Amelberga' },
      { position: 'Veiligheidsconsulent', employer: 'Intergemeentelijke vereniging Het Veld' },
    ],
    knowledge: {
      informatics: 'Systemen, netwerken en mail; twintig tot tweehonderd werkposten.',
      law: 'OCMW-wetgeving, wet op de Kruispuntbank, AVG.',
      security: 'Risicobeoordeling, ISO 27001 en 27002, continuïteit.',
    },
  },
  de: {
    centre: (municipality) => `ÖSHZ ${municipality}`,
    services: {
      management: { name: 'Generaldirektion', functions: ['Generaldirektor', 'Direktionssekretär', 'Jurist'] },
      administration: { name: 'Sekretariat und Personal', functions: ['Bürovorsteher', 'Verwaltungsangestellter', 'Personalsachbearbeiter'] },
      social: { name: 'Sozialdienst', functions: ['Leiter des Sozialdienstes', 'Sozialassistent', 'Mitarbeiter im Empfang', 'Energieberater'] },
      debts: { name: 'Schuldnerberatung', functions: ['Leitender Schuldnerberater', 'Schuldnerberater', 'Jurist'] },
      finance: { name: 'Finanzdienst', functions: ['Hauptbuchhalter', 'Buchhalter', 'Finanzsachbearbeiter'] },
      integration: { name: 'Berufliche Eingliederung', functions: ['Koordinator der Eingliederung', 'Eingliederungsbegleiter', 'Projektbegleiter'] },
      homeCare: { name: 'Häusliche Hilfe', functions: ['Leiter der häuslichen Hilfe', 'Familienhelfer', 'Haushaltshelfer', 'Fahrer für Essen auf Rädern'] },
      it: { name: 'EDV-Dienst', functions: ['EDV-Leiter', 'EDV-Techniker'] },
      restHome: { name: 'Wohn- und Pflegezentrum', functions: ['Leiter des Wohn- und Pflegezentrums', 'Mitarbeiter im Empfang', 'Ergotherapeut'] },
      care: { name: 'Pflege', functions: ['Pflegedienstleiter', 'Krankenpfleger', 'Pflegehelfer', 'Physiotherapeut'] },
      kitchen: { name: 'Küche und Reinigung', functions: ['Küchenleiter', 'Koch', 'Reinigungskraft'] },
    },
    functions: {
      directorGeneral: 'Generaldirektor',
      financeDirector: 'Finanzdirektor',
      archivist: 'Archivar',
      reception: 'Mitarbeiter im Empfang',
      trainee: 'Praktikant im Sozialdienst',
      apprentice: 'Auszubildender im Büro',
      student: 'Ferienjobber',
      volunteer: 'Ehrenamtlicher',
      technician: 'Techniker der EDV-Firma',
      replacement: 'Vertretung',
    },
    streets: ['Marktplatz', 'Alte Bahnhofstraße', 'Gerberstraße', 'Buchenallee', 'Mühlenweg'],
    zone: '87',
    postalCode: '4799',
    operator: 'Öffentliches Netz Explore',
    protection: ['Virenschutz, vom Lieferanten verwaltet, stündlich aktualisiert', 'Erkennung und Abwehr auf Arbeitsplätzen und Server, vom Lieferanten überwacht'],
    backup: 'Jede Nacht eine vollständige, verschlüsselte Sicherung des Dateiservers und der Datenbanken, dreißig Tage aufbewahrt; eine monatliche Kopie bleibt ein Jahr',
    offsite: ['Feuerfester Schrank im Gemeindehaus', 'Rechenzentrum des Lieferanten, über 30 km entfernt', 'Schrank der Gemeindebibliothek'],
    archive: ['Keller des Nordflügels, Raum K02', 'Ausgebauter Speicher, Raum S1', 'Archivraum im Gemeindehaus'],
    serverRoom: ['Erdgeschoss, Raum 0.14, abgeschlossen', 'Erster Stock, Technikraum 1.03'],
    suppliers: ['EDV-Haus Kiebitz', 'Büro Digitalis', 'Netzwerkstatt am Venn'],
    federalService: 'Dienst für Informationssicherheit',
    attendee: 'Sekretär des Sozialhilfeausschusses',
    studies: [
      { title: 'Bachelor in Informatik', school: 'Hochschule am Hang' },
      { title: 'Zertifikat Informationssicherheit', school: 'Hochschule am Hang' },
    ],
    careers: [
      { position: 'Systemverwalter', employer: 'Krankenhaus Sankt Adelgunde' },
      { position: 'Sicherheitsberater', employer: 'Interkommunale Hochfeld' },
    ],
    knowledge: {
      informatics: 'Systeme, Netze und E-Mail; zwanzig bis zweihundert Arbeitsplätze.',
      law: 'Grundlagengesetz der ÖSHZ, Gesetz über die Zentrale Datenbank, DSGVO.',
      security: 'Risikobewertung, ISO 27001 und 27002, Kontinuität.',
    },
  },
};
