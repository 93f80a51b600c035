import type { DocumentLanguage } from '../kernel/language.ts';

/** What is said of the accounts of a centre: why one may stand, what somebody is asked, and names that no register knows. */
export const accountWords: Record<DocumentLanguage, { desk: string; migration: string; cleaning: string; file: string; unknown: { first: string; last: string }; faulty: string }> = {
  fr: {
    desk: 'Poste du guichet : aucune donnée sociale, session fermée après cinq minutes',
    migration: 'Remplacement du serveur, jusqu’à la fin du mois',
    cleaning: 'Rôle repris de l’ancienne version du logiciel ; la firme le corrige avec la mise à jour',
    file: 'Comptes du domaine',
    unknown: { first: 'Priscille', last: 'Ronvaumont' },
    faulty: 'Sans identifiant',
  },
  nl: {
    desk: 'Computer van het loket: geen sociale gegevens, sessie sluit na vijf minuten',
    migration: 'Vervanging van de server, tot het einde van de maand',
    cleaning: 'Rol overgenomen uit de oude versie; de firma zet dit recht bij de update',
    file: 'Accounts van het domein',
    unknown: { first: 'Gunther', last: 'Ottevaerde' },
    faulty: 'Zonder gebruikersnaam',
  },
  de: {
    desk: 'Rechner am Schalter: keine Sozialdaten, Sitzung endet nach fünf Minuten',
    migration: 'Austausch des Servers, bis Ende des Monats',
    cleaning: 'Rolle aus der alten Version übernommen; die Firma berichtigt sie mit der Aktualisierung',
    file: 'Konten der Domäne',
    unknown: { first: 'Irmtraud', last: 'Schmelinger' },
    faulty: 'Ohne Kennung',
  },
};
