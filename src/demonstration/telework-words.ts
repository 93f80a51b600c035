import type { DocumentLanguage } from '../kernel/language.ts';

type Words = {
  posture: string;
  conditions: string;
  refusal: string;
  reason: string;
  privateDevice: string;
  theft: string;
  place: string;
  measure: string;
  mission: string;
  firm: string;
  review: string;
};

/** What people wrote about telework, in a language of documents. */
export const teleworkWords: Record<DocumentLanguage, Words> = {
  fr: {
    posture: 'Contrôle à l’entrée installé avant la fin du mois',
    conditions: 'Pas de consultation de la BCSS après 18 heures.',
    refusal: 'Le guichet demande une présence chaque jour ; à revoir après l’engagement prévu.',
    reason: 'Rédaction des enquêtes sociales au calme.',
    privateDevice: 'Portable familial, Windows 11',
    theft: 'Portable PORT-03 et son sac, laissés dans une voiture. Disque chiffré, session fermée.',
    place: 'Parking de la gare',
    measure: 'Trois mesures un mardi matin, la plus basse',
    mission: 'Formation transfrontalière',
    firm: 'Firme informatique',
    review: 'Rien à changer ; règles relues ensemble.',
  },
  nl: {
    posture: 'Controle bij toegang geïnstalleerd vóór het einde van de maand',
    conditions: 'Geen raadpleging van de KSZ na 18 uur.',
    refusal: 'Het loket vraagt elke dag aanwezigheid; te herbekijken na de geplande aanwerving.',
    reason: 'Sociale onderzoeken rustig uitschrijven.',
    privateDevice: 'Gezinslaptop, Windows 11',
    theft: 'Laptop PORT-03 met tas, achtergelaten in een auto. Schijf versleuteld, sessie gesloten.',
    place: 'Stationsparking',
    measure: 'Drie metingen op een dinsdagochtend, de laagste',
    mission: 'Grensoverschrijdende opleiding',
    firm: 'Informaticafirma',
    review: 'Niets te wijzigen; regels samen herlezen.',
  },
  de: {
    posture: 'Zugangsprüfung vor Monatsende eingerichtet',
    conditions: 'Keine Abfrage der ZDSS nach 18 Uhr.',
    refusal: 'Der Schalter verlangt tägliche Anwesenheit; nach der geplanten Einstellung neu zu prüfen.',
    reason: 'Sozialuntersuchungen in Ruhe schreiben.',
    privateDevice: 'Familienlaptop, Windows 11',
    theft: 'Laptop PORT-03 mit Tasche, in einem Auto gelassen. Festplatte verschlüsselt, Sitzung beendet.',
    place: 'Parkplatz am Bahnhof',
    measure: 'Drei Messungen an einem Dienstagmorgen, die niedrigste',
    mission: 'Grenzüberschreitende Ausbildung',
    firm: 'IT-Firma',
    review: 'Nichts zu ändern; Regeln gemeinsam durchgelesen.',
  },
};
