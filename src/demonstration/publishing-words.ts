import type { DocumentLanguage } from '../kernel/language.ts';
import type { DocumentationInput } from '../modules/documentation/documentation.ts';
import { addDays } from './days.ts';

type Text = { title: string; sections: { title: string; text: string }[] };

/** The charter of a centre, its agreement with the municipality, and the continuity plan that some had before the disaster plan; much shortened. */
export const ownTexts: Record<DocumentLanguage, { charter: Text; agreement: Text; plan: Text }> = {
  fr: {
    charter: {
      title: 'Charte informatique',
      sections: [
        { title: 'Objet', text: 'La charte dit ce que chacun peut faire des ordinateurs, du réseau et de la messagerie du centre, et ce que le centre vérifie.' },
        { title: 'Usage', text: 'Les moyens du centre servent au travail. Un usage privé limité est toléré s’il ne gêne ni le service ni la sécurité.' },
        { title: 'Contrôle', text: 'Le contrôle est annoncé, proportionné et porte d’abord sur des données globales.' },
      ],
    },
    agreement: {
      title: 'Convention informatique avec la commune',
      sections: [{ title: 'Partage des moyens', text: 'La commune prête au centre un local, une liaison et, à la demande, son informaticien. Chacun reste maître de ses données.' }],
    },
    plan: {
      title: 'Ancien plan de continuité',
      sections: [{ title: 'Services à reprendre d’abord', text: 'L’aide urgente et le paiement des revenus d’intégration reprennent dans les vingt-quatre heures.' }],
    },
  },
  nl: {
    charter: {
      title: 'ICT-reglement',
      sections: [
        { title: 'Voorwerp', text: 'Het reglement zegt wat ieder met de computers, het netwerk en de mail van het centrum mag doen, en wat het centrum nakijkt.' },
        { title: 'Gebruik', text: 'De middelen van het centrum dienen voor het werk. Beperkt privégebruik wordt geduld als het de dienst en de veiligheid niet hindert.' },
        { title: 'Controle', text: 'De controle wordt aangekondigd, is evenredig en kijkt eerst naar globale gegevens.' },
      ],
    },
    agreement: {
      title: 'ICT-overeenkomst met de gemeente',
      sections: [{ title: 'Gedeelde middelen', text: 'De gemeente leent het centrum een lokaal, een verbinding en op vraag haar informaticus. Ieder blijft meester over zijn gegevens.' }],
    },
    plan: { title: 'Vroeger continuïteitsplan', sections: [{ title: 'Wat eerst herneemt', text: 'Dringende hulp en de betaling van leeflonen hernemen binnen vierentwintig uur.' }] },
  },
  de: {
    charter: {
      title: 'IT-Charta',
      sections: [
        { title: 'Gegenstand', text: 'Die Charta sagt, was jeder mit den Rechnern, dem Netz und der Post des Zentrums tun darf und was das Zentrum prüft.' },
        { title: 'Gebrauch', text: 'Die Mittel des Zentrums dienen der Arbeit. Begrenzter privater Gebrauch wird geduldet, wenn er Dienst und Sicherheit nicht stört.' },
        { title: 'Prüfung', text: 'Die Prüfung wird angekündigt, ist verhältnismäßig und gilt zuerst Gesamtdaten.' },
      ],
    },
    agreement: {
      title: 'IT-Vereinbarung mit der Gemeinde',
      sections: [{ title: 'Gemeinsame Mittel', text: 'Die Gemeinde stellt dem Zentrum einen Raum, eine Verbindung und auf Anfrage ihren Informatiker. Jeder bleibt Herr seiner Daten.' }],
    },
    plan: {
      title: 'Früherer Kontinuitätsplan',
      sections: [{ title: 'Was zuerst wieder läuft', text: 'Die dringende Hilfe und die Zahlung der Eingliederungseinkommen laufen binnen vierundzwanzig Stunden wieder.' }],
    },
  },
};

type Titles = { circular: string; reply: string; note: string; minutes: string; federal: string; firm: string };
const titles: Record<DocumentLanguage, Titles> = {
  fr: {
    circular: 'Circulaire : authentification à deux facteurs pour l’accès au réseau',
    reply: 'Réponse du service de sécurité à notre question sur les sous-traitants',
    note: 'Note technique : chiffrement des ordinateurs portables',
    minutes: 'Réunion trimestrielle des conseillers en sécurité',
    federal: 'SPP Intégration sociale',
    firm: 'Fournisseur informatique',
  },
  nl: {
    circular: 'Omzendbrief: tweestapsverificatie voor toegang tot het netwerk',
    reply: 'Antwoord van de veiligheidsdienst op onze vraag over onderaannemers',
    note: 'Technische nota: versleuteling van laptops',
    minutes: 'Driemaandelijkse vergadering van de veiligheidsconsulenten',
    federal: 'POD Maatschappelijke Integratie',
    firm: 'ICT-leverancier',
  },
  de: {
    circular: 'Rundschreiben: Zwei-Faktor-Anmeldung für den Zugang zum Netz',
    reply: 'Antwort des Sicherheitsdienstes auf unsere Frage zu Unterauftragnehmern',
    note: 'Technische Notiz: Verschlüsselung der Laptops',
    minutes: 'Vierteljährliche Sitzung der Sicherheitsberater',
    federal: 'FÖD Soziale Eingliederung',
    firm: 'IT-Lieferant',
  },
};

/** What the adviser gathered in two years, newest last; dates go back from `today`. */
export const documentationOf = (language: DocumentLanguage, today: string): (DocumentationInput & { source: string; note?: string })[] => {
  const { circular, reply, note, minutes, federal, firm } = titles[language];
  return [
    { title: circular, kind: 'circular', source: federal, datedOn: addDays(today, -610), receivedOn: addDays(today, -604), legalTexts: ['organicLaw1976'], norms: ['5.9.3'] },
    { title: reply, kind: 'correspondence', source: federal, datedOn: addDays(today, -320), receivedOn: addDays(today, -317), legalTexts: [], norms: ['5.15.1'] },
    { title: note, kind: 'technicalNote', source: firm, datedOn: addDays(today, -180), legalTexts: [], norms: [] },
    { title: minutes, kind: 'minutes', source: federal, datedOn: addDays(today, -64), receivedOn: addDays(today, -50), legalTexts: [], norms: [] },
  ];
};
