import { searchText } from '../../kernel/search.ts';
import type { Field } from './account.ts';

/** A heading as it is compared: letters and figures alone. */
export const headingOf = (text: string): string => searchText(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Words above the columns of the exports that centres have: Active Directory by PowerShell, Microsoft 365, applications, in four languages. */
const known: Record<Exclude<Field, 'ignored'>, string> = {
  account: `samaccountname account accountname accountid login loginname loginid logonname userlogonname userlogin user username userid uid userprincipalname upn identifiant identifiantutilisateur identifiantdeconnexion
    nomdutilisateur nomutilisateur nomdutilisateurprincipal nomprincipaldelutilisateur utilisateur codeutilisateur compte nomdecompte nomducompte idutilisateur
    gebruikersnaam gebruiker gebruikersid gebruikerscode gebruikersprincipalnaam aanmeldnaam aanmeldingsnaam inlognaam loginnaam accountnaam benutzername benutzer benutzerkennung benutzerprinzipalname anmeldename konto kontoname kennung`,
  email: 'mail email emailaddress emailaddresses mailaddress primarysmtpaddress adressemail adresseemail adresseelectronique courriel mailadres emailadres emailadresse mailadresse epost smtpaddress',
  reference: `employeeid employeenumber matricule numerodematricule nomatricule nmatricule numeromatricule numeroagent numerodagent noagent personeelsnummer personeelsnr stamnummer stamnr personalnummer personnelnumber staffnumber
    mitarbeiternummer`,
  firstName: 'givenname firstname prenom voornaam vorname forename',
  lastName: 'surname sn lastname familyname nom nomdefamille naam achternaam familienaam nachname familienname',
  name: 'displayname name cn commonname fullname nomcomplet nomaffiche nomdaffichage nometprenom nomprenom prenomnom volledigenaam weergavenaam naamenvoornaam naamvoornaam anzeigename vollstandigername',
  enabled: `enabled accountenabled isenabled active isactive actif compteactif compteactive active status statut etat etatducompte accountstatus ingeschakeld actief actiefaccount accountactief aktiv aktiviert kontoaktiv toestand`,
  blocked: `disabled blocked isdisabled blockcredential blocksignin signinblocked accountdisabled desactive bloque comptedesactive comptebloque bloquerlesinformationsdidentification connexionbloquee uitgeschakeld geblokkeerd
    aanmeldgegevensblokkeren aanmeldingblokkeren deaktiviert gesperrt anmeldeinformationenblockieren locked suspended suspendu`,
  control: 'useraccountcontrol',
  lastUsed: `lastlogon lastlogondate lastlogontimestamp lastlogin lastlogindate lastsignin lastsignindate lastsignindatetime lastactivity lastactivitydate lastused lastaccess lastsuccessfulsignindatetime derniereconnexion
    datedederniereconnexion dernierlogin dernieracces derniereutilisation derniereactivite datedeladerniereconnexion laatsteaanmelding laatstelogin laatsteinlog laatstgebruikt laatsteactiviteit laatstekeeraangemeld
    datumlaatsteaanmelding letzteanmeldung letzterlogin letztenutzung letzteaktivitat authtimestamp`,
  created: `whencreated created createddate createddatetime creationdate createtimestamp datedecreation creele creation cree aangemaakt aangemaaktop aanmaakdatum gemaaktop erstellt erstelltam erstellungsdatum creationtime`,
  level: `role roles profil profile profils droit droits niveau niveaudacces right rights permission permissions accesslevel level accessright autorisation autorisations groupe groupes group groups memberof typedacces rol rollen recht
    rechten niveau toegangsniveau profiel groep groepen rolle rechte berechtigung berechtigungen zugriffsebene gruppe gruppen stufe`,
  kind: 'accounttype typedecompte typecompte usertype typedutilisateur recipienttypedetails soortaccount accounttype kontotyp typeaccount',
};
const byHeading = new Map<string, Field>((Object.entries(known) as [Field, string][]).flatMap(([field, words]) => words.split(/\s+/).map((word): [string, Field] => [word, field])));

/** What somebody said that the columns of this resource's lists mean. */
export type Remembered = { heading: string; field: Field };

/** The fields that a row of headings names, by the place of the column; of two columns of one field the first counts, an identifier of the directory before an address. */
export const columnsOf = (cells: readonly string[], remembered: readonly Remembered[] = []): Map<number, Field> => {
  const own = new Map(remembered.map(({ heading, field }) => [headingOf(heading), field]));
  const found = new Map<number, Field>();
  const taken = new Set<Field>();
  const wanted = cells.map((cell, place) => ({ place, heading: headingOf(cell) }));
  // In a directory the account's own name comes before the principal name, which is an address.
  const byRank = wanted.toSorted((a, b) => Number(isPrincipal(a.heading)) - Number(isPrincipal(b.heading)) || a.place - b.place);
  for (const { place, heading } of byRank) {
    const field = own.get(heading) ?? byHeading.get(heading);
    if (heading === '' || !field) continue;
    if (field === 'ignored') continue;
    if (!taken.has(field)) {
      taken.add(field);
      found.set(place, field);
    } else if (isPrincipal(heading) && !taken.has('email')) {
      taken.add('email');
      found.set(place, 'email');
    }
  }
  return found;
};
const isPrincipal = (heading: string): boolean =>
  ['userprincipalname', 'upn', 'nomdutilisateurprincipal', 'nomprincipaldelutilisateur', 'gebruikersprincipalnaam', 'benutzerprinzipalname'].includes(heading);

/** Whether these columns are enough to know accounts by: an identifier or an address, or a whole name. */
export const isEnough = (columns: ReadonlyMap<number, Field>): boolean => {
  const has = new Set(columns.values());
  return has.has('account') || has.has('email');
};
