import type { DocumentLanguage } from '../kernel/language.ts';

type Words = {
  insurer: string;
  town: string;
  townAddress: string;
  townContact: string;
  townEquipment: string;
  school: string;
  schoolEquipment: string;
  where: string;
  people: string;
  ownStep: string;
  dropped: string;
  reworded: string;
  power: string;
  carried: string;
  vault: string;
  secretary: string;
  outages: readonly { what: string; cause: string; consequence: string; told: string; lessons: string }[];
};

/** What people wrote in the disaster plan of a centre, in a language of documents. */
export const disasterStory: Record<DocumentLanguage, Words> = {
  fr: {
    insurer: 'Assureur du bâtiment',
    town: 'Maison communale, salle du conseil',
    townAddress: 'Place communale 1',
    townContact: 'Secrétariat communal',
    townEquipment: 'Tables, réseau communal, deux téléphones. Clé à l’accueil de la commune',
    school: 'École communale, réfectoire',
    schoolEquipment: 'Tables, pas de réseau. En dehors des heures de classe seulement',
    where: 'Maison communale',
    people: 'Deux assistants sociaux par jour, à tour de rôle',
    ownStep: 'Prendre la caisse de secours dans l’armoire de l’accueil.',
    dropped: 'Le bâtiment est gardé par la police de la zone.',
    reworded: 'Évacuer par la cour, compter les personnes devant l’église, accueillir les pompiers.',
    power: 'Électricité et groupe de secours',
    carried: 'Sur son téléphone',
    vault: 'Coffre de la maison communale',
    secretary: 'Secrétariat communal',
    outages: [
      {
        what: 'Téléphone et réseau du bâtiment',
        cause: 'Câble coupé par un chantier de la voirie.',
        consequence: 'Permanence sociale tenue à la maison communale, sur papier.',
        told: 'Direction, chefs de service, commune',
        lessons: 'Le numéro de contrat de l’opérateur n’était que dans le logiciel de facturation.',
      },
      {
        what: 'Serveur de fichiers',
        cause: 'Panne du contrôleur de disques.',
        consequence: 'Paiements préparés à la main pour une journée.',
        told: 'Direction, conseiller en sécurité, recette',
        lessons: 'Commander un contrôleur de réserve et garder la liste des paiements au-dehors.',
      },
    ],
  },
  nl: {
    insurer: 'Verzekeraar van het gebouw',
    town: 'Gemeentehuis, raadzaal',
    townAddress: 'Gemeenteplein 1',
    townContact: 'Gemeentesecretariaat',
    townEquipment: 'Tafels, gemeentelijk netwerk, twee telefoons. Sleutel aan het onthaal van de gemeente',
    school: 'Gemeenteschool, refter',
    schoolEquipment: 'Tafels, geen netwerk. Enkel buiten de lesuren',
    where: 'Gemeentehuis',
    people: 'Elke dag twee maatschappelijk werkers, om beurten',
    ownStep: 'De noodkas uit de kast aan het onthaal meenemen.',
    dropped: 'Het gebouw wordt bewaakt door de lokale politie.',
    reworded: 'Ontruimen langs de koer, de mensen tellen voor de kerk, de brandweer opvangen.',
    power: 'Elektriciteit en noodgroep',
    carried: 'Op de eigen telefoon',
    vault: 'Kluis van het gemeentehuis',
    secretary: 'Gemeentesecretariaat',
    outages: [
      {
        what: 'Telefoon en netwerk van het gebouw',
        cause: 'Kabel doorgesneden bij wegenwerken.',
        consequence: 'Sociale permanentie in het gemeentehuis, op papier.',
        told: 'Directie, diensthoofden, gemeente',
        lessons: 'Het contractnummer van de operator stond enkel in de facturatie.',
      },
      {
        what: 'Bestandsserver',
        cause: 'Schijfcontroller defect.',
        consequence: 'Betalingen een dag lang met de hand voorbereid.',
        told: 'Directie, veiligheidsconsulent, financiële dienst',
        lessons: 'Een reservecontroller bestellen en de betaallijst buiten het gebouw bewaren.',
      },
    ],
  },
  de: {
    insurer: 'Versicherer des Gebäudes',
    town: 'Gemeindehaus, Ratssaal',
    townAddress: 'Gemeindeplatz 1',
    townContact: 'Gemeindesekretariat',
    townEquipment: 'Tische, Netz der Gemeinde, zwei Telefone. Schlüssel am Empfang der Gemeinde',
    school: 'Gemeindeschule, Speisesaal',
    schoolEquipment: 'Tische, kein Netz. Nur außerhalb der Schulzeit',
    where: 'Gemeindehaus',
    people: 'Täglich zwei Sozialassistenten im Wechsel',
    ownStep: 'Die Notkasse aus dem Schrank am Empfang mitnehmen.',
    dropped: 'Das Gebäude wird von der Polizeizone bewacht.',
    reworded: 'Über den Hof räumen, vor der Kirche zählen, die Feuerwehr empfangen.',
    power: 'Strom und Notstromaggregat',
    carried: 'Auf dem eigenen Telefon',
    vault: 'Tresor des Gemeindehauses',
    secretary: 'Gemeindesekretariat',
    outages: [
      {
        what: 'Telefon und Netz des Gebäudes',
        cause: 'Kabel bei Straßenarbeiten durchtrennt.',
        consequence: 'Sozialer Bereitschaftsdienst im Gemeindehaus, auf Papier.',
        told: 'Leitung, Dienstleiter, Gemeinde',
        lessons: 'Die Vertragsnummer des Betreibers stand nur in der Buchhaltung.',
      },
      {
        what: 'Dateiserver',
        cause: 'Ausfall des Festplattencontrollers.',
        consequence: 'Zahlungen einen Tag lang von Hand vorbereitet.',
        told: 'Leitung, Sicherheitsberater, Finanzdienst',
        lessons: 'Einen Ersatzcontroller bestellen und die Zahlungsliste außerhalb aufbewahren.',
      },
    ],
  },
};
