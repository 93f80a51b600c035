import { searchText } from '../../kernel/search.ts';

/** What a column of a list may be. */
export const importFields = [
  'name',
  'kind',
  'brand',
  'model',
  'serial',
  'quantity',
  'person',
  'service',
  'zone',
  'supplier',
  'purchasedOn',
  'warrantyUntil',
  'price',
  'operatingSystem',
  'systemSupportUntil',
  'encrypted',
  'antivirus',
  'portable',
  'oldNumber',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** A heading as it is compared: its letters and digits alone. */
export const headingOf = (text: string): string => searchText(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Words above the columns of lists that centres have, in four languages, and of the exports of GLPI in as many. */
const words: Record<ImportField, string> = {
  name: 'nom|naam|name|bezeichnung|designation|nomdelappareil|nomordinateur|nomdelordinateur|ordinateur|computer|computername|computernaam|hostname|appareil|toestel|gerat|device|materiel|equipement|omschrijving|item|poste|pc',
  kind: 'type|genre|soort|art|kind|categorie|category|kategorie|typedemateriel|typemateriel|typeappareil|toesteltype|geratetyp|devicetype|computertype|typedordinateur|famille|nature',
  brand: 'marque|merk|marke|brand|fabricant|fabrikant|manufacturer|hersteller|make|constructeur|producent',
  model: 'modele|model|modell|typemodele|modelnaam|modelname|reference|produit|product|modeledordinateur',
  serial: 'serie|serial|serienummer|seriennummer|serialnumber|numerodeserie|nodeserie|nserie|ndeserie|nosserie|numserie|sn|servicetag|seriennr|serienr|serialno|dienstnummer',
  quantity: 'quantite|qte|aantal|anzahl|menge|quantity|qty|nombre|stuks|stuck',
  person:
    'personne|persoon|person|utilisateur|gebruiker|benutzer|user|agent|usager|attribuea|affectea|affectation|toegewezenaan|assignedto|zugewiesenan|houder|detenteur|detenteurs|responsable|alternateusername|nomdelusager|nomdelutilisateur|gebruikersnaam',
  service: 'service|dienst|departement|department|abteilung|afdeling|groupe|groep|gruppe|group|unite',
  zone: 'lieu|local|plaats|lokaal|ort|raum|standort|locatie|location|localisation|emplacement|bureau|kantoor|kamer|room|zimmer|batiment|gebouw',
  supplier: 'fournisseur|leverancier|lieferant|supplier|vendeur|vendor|revendeur',
  purchasedOn:
    'achat|dateachat|datedachat|achetele|aankoop|aankoopdatum|gekochtop|kaufdatum|anschaffung|anschaffungsdatum|purchasedate|purchased|dateofpurchase|boughton|misenservice|datedemiseenservice|aanschafdatum|informationsfinancieresetadministrativesdatedachat|financialandadministrativeinformationdateofpurchase',
  warrantyUntil:
    'garantie|fingarantie|garantiejusquau|findegarantie|garantietot|eindegarantie|garantiebis|garantieende|warranty|warrantyuntil|warrantyend|endofwarranty|datedefindegarantie|datedexpirationdelagarantie|warrantyexpirationdate',
  price: 'prix|prijs|preis|price|cout|kost|kosten|cost|montant|bedrag|betrag|valeur|waarde|wert|value|prixachat|aankoopprijs|kaufpreis',
  operatingSystem:
    'systeme|os|systeem|system|betriebssystem|besturingssysteem|operatingsystem|systemedexploitation|systemedexploitationnom|systemesdexploitationnom|operatingsystemname|besturingssysteemnaam|betriebssystemname|windows',
  systemSupportUntil:
    'systemesuivijusquau|finsupport|findesupport|findusupport|eol|endofsupport|eindeondersteuning|ondersteundtot|supportende|systemsupporteduntil|systemunterstutztbis|systeemondersteundtot',
  encrypted: 'chiffre|chiffrement|versleuteld|versleuteling|verschlusselt|verschlusselung|encrypted|encryption|bitlocker|crypte|disquechiffre',
  antivirus: 'antivirus|virenschutz|antivirusinstalle|virusscanner',
  portable: 'portable|peutquitterlebatiment|maghetgebouwverlaten|darfdasgebaudeverlassen|mayleavethebuilding|mobile|nomade',
  oldNumber:
    'numero|nummer|number|no|nr|numerodinventaire|inventaire|ninventaire|noinventaire|inventarisnummer|inventarnummer|inventorynumber|inventarnr|assettag|asset|otherserial|etiquette|label|id|code',
  note: 'remarque|remarques|opmerking|opmerkingen|bemerkung|bemerkungen|note|notes|commentaire|commentaires|comment|comments|commentaar|kommentar|kommentare|observation|observations',
};
const known = new Map<string, ImportField>(importFields.flatMap((field) => words[field].split('|').map((word): [string, ImportField] => [word, field])));

/** Heading as compared → field, or '' for a column that is left aside. */
export type Remembered = Readonly<Record<string, string>>;

/** The field of each column that has one: what somebody said of a heading counts before what we know of it; a field is taken once, by the first. */
export const columnsOf = (cells: readonly string[], remembered: Remembered = {}): Map<number, ImportField> => {
  const columns = new Map<number, ImportField>();
  const taken = new Set<ImportField>();
  const take = (index: number, field: string | undefined) => {
    if (!field || taken.has(field as ImportField) || !(importFields as readonly string[]).includes(field)) return;
    columns.set(index, field as ImportField);
    taken.add(field as ImportField);
  };
  const headings = cells.map(headingOf);
  headings.forEach((heading, index) => heading in remembered && take(index, remembered[heading]));
  headings.forEach((heading, index) => heading !== '' && !(heading in remembered) && take(index, known.get(heading)));
  return columns;
};

/** The line of the headings among the first twenty: the one in which most are known. Undefined where none has a name or a serial number, and one more. */
export const headingLine = (rows: readonly { cells: readonly string[] }[], remembered: Remembered): number | undefined => {
  let best: number | undefined;
  let most = 1;
  rows.slice(0, 20).forEach(({ cells }, index) => {
    const found = columnsOf(cells, remembered);
    const fields = [...found.values()];
    if (fields.length > most && (fields.includes('name') || fields.includes('serial') || fields.includes('model'))) [best, most] = [index, fields.length];
  });
  return best;
};
