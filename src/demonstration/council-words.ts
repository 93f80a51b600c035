import type { DocumentLanguage } from '../kernel/language.ts';
import type { Heading } from '../modules/council/council.ts';

/** What the fictional councils were told, in the language of each centre. */
export type CouncilWords = {
  place: string;
  introduction: string;
  lines: { heading: Heading; text: string }[];
  urgent: { title: string; text: string; asks: string };
  postponed: { title: string; text: string; asks: string };
};

export const councilWords: Record<DocumentLanguage, CouncilWords> = {
  fr: {
    place: 'Salle du conseil',
    introduction: 'Aucun incident n’a touché les données des personnes aidées. Deux points demandent l’attention du conseil.',
    lines: [
      { heading: 'platform', text: 'La plateforme de sécurité s’est réunie ; elle a fixé deux décisions, dont le contrôle des copies de sauvegarde.' },
      { heading: 'awareness', text: 'La charte informatique a été rappelée au personnel ; les confirmations de lecture sont suivies.' },
      { heading: 'deadlines', text: 'Le questionnaire annuel sur les normes minimales est à valider avant la fin du mois prochain.' },
      { heading: 'added', text: 'La firme informatique annonce le remplacement du pare-feu ; les prix seront soumis avec le budget.' },
    ],
    urgent: {
      title: 'Panne du serveur de fichiers',
      text: 'Le serveur de fichiers est resté indisponible durant une matinée. Aucune donnée n’a été perdue ; la copie de la veille a été relue.',
      asks: 'Faire rapport sur le délai de remise en service',
    },
    postponed: {
      title: 'Conditions de télétravail : proposition',
      text: 'La direction propose de limiter le télétravail aux appareils du centre. Le conseil a demandé l’avis du comité de concertation.',
      asks: 'Joindre l’avis du comité de concertation',
    },
  },
  nl: {
    place: 'Raadzaal',
    introduction: 'Geen enkel incident raakte de gegevens van de geholpen personen. Twee punten vragen de aandacht van de raad.',
    lines: [
      { heading: 'platform', text: 'Het veiligheidsplatform kwam samen en nam twee beslissingen, waaronder de controle van de back-ups.' },
      { heading: 'awareness', text: 'Het informaticacharter werd het personeel in herinnering gebracht; de leesbevestigingen worden gevolgd.' },
      { heading: 'deadlines', text: 'De jaarlijkse vragenlijst over de minimale normen moet voor het einde van volgende maand gevalideerd worden.' },
      { heading: 'added', text: 'De informaticafirma kondigt de vervanging van de firewall aan; de prijzen worden met het budget voorgelegd.' },
    ],
    urgent: {
      title: 'Panne van de bestandsserver',
      text: 'De bestandsserver was een voormiddag onbeschikbaar. Er gingen geen gegevens verloren; de kopie van de dag voordien werd nagelezen.',
      asks: 'Verslag uitbrengen over de hersteltijd',
    },
    postponed: {
      title: 'Voorwaarden voor telewerk: voorstel',
      text: 'De directie stelt voor telewerk te beperken tot toestellen van het centrum. De raad vroeg het advies van het overlegcomité.',
      asks: 'Advies van het overlegcomité bijvoegen',
    },
  },
  de: {
    place: 'Ratssaal',
    introduction: 'Kein Vorfall hat die Daten der unterstützten Personen betroffen. Zwei Punkte verlangen die Aufmerksamkeit des Rates.',
    lines: [
      { heading: 'platform', text: 'Die Sicherheitsplattform hat getagt und zwei Beschlüsse gefasst, darunter die Kontrolle der Sicherungskopien.' },
      { heading: 'awareness', text: 'Die EDV-Charta wurde dem Personal in Erinnerung gerufen; die Lesebestätigungen werden verfolgt.' },
      { heading: 'deadlines', text: 'Der jährliche Fragebogen zu den Mindestnormen ist vor Ende des nächsten Monats zu validieren.' },
      { heading: 'added', text: 'Die EDV-Firma kündigt den Ersatz der Firewall an; die Preise werden mit dem Haushalt vorgelegt.' },
    ],
    urgent: {
      title: 'Ausfall des Dateiservers',
      text: 'Der Dateiserver war einen Vormittag lang nicht verfügbar. Keine Daten gingen verloren; die Kopie vom Vortag wurde gelesen.',
      asks: 'Über die Dauer der Wiederherstellung berichten',
    },
    postponed: {
      title: 'Bedingungen der Telearbeit: Vorschlag',
      text: 'Die Direktion schlägt vor, Telearbeit auf Geräte des Zentrums zu beschränken. Der Rat hat das Gutachten des Konzertierungsausschusses verlangt.',
      asks: 'Gutachten des Konzertierungsausschusses beifügen',
    },
  },
};
