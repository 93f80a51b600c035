import type { DocumentLanguage } from '../kernel/language.ts';

/** One advice of the story: what it says, and why it was followed in part or departed from. */
export type AdviceWords = { subject: string; facts: string; reasons: string; recommendation: string; risk?: string; alternatives?: string; extra?: string };
/** Under the names by which the story calls them. */
export type AdviceKey = 'portables' | 'badges' | 'cloud' | 'posters' | 'camera' | 'patch' | 'backups' | 'telework' | 'request';

const fr: Record<AdviceKey, AdviceWords> = {
  portables: {
    subject: 'Chiffrement des ordinateurs portables',
    facts: 'Onze portables quittent le centre chaque semaine. Aucun disque n’est chiffré.',
    reasons: 'Le vol d’un seul portable livrerait les dossiers sociaux qu’il contient. Le chiffrement fait partie du système et ne coûte que le temps de l’activer.',
    recommendation: 'Chiffrer **tous** les portables avant la fin du trimestre, et garder les clés de secours au coffre.',
    risk: 'Une violation de données à notifier, et des personnes aidées à prévenir.',
  },
  badges: {
    subject: 'Badges d’accès du personnel parti',
    facts: 'Quatre badges de personnes parties ouvrent encore la porte de service.',
    reasons: 'La liste des départs n’arrive pas à l’accueil. Personne ne répond des badges.',
    recommendation: 'Faire répondre l’accueil des badges, sur une liste mensuelle du service du personnel.',
    extra: 'Une liste trimestrielle suffit : le centre compte peu de départs. L’accueil répondra des badges dès le mois prochain.',
  },
  cloud: {
    subject: 'Partage de fichiers hors de la communauté',
    facts: 'Le service social échange des attestations par un site de partage grand public.',
    reasons: 'Les normes minimales n’admettent qu’un nuage communautaire ou privé pour des données sociales. Le fournisseur ne signe aucun engagement.',
    recommendation: 'Cesser cet usage et passer par l’e-Box du centre.',
    alternatives: '- un serveur de la commune ;\n- un partage chiffré au sein de la firme informatique.',
    extra: 'Le service social n’a pas d’autre moyen avant la mise en place de l’e-Box, prévue au budget. D’ici là, les fichiers seront chiffrés et retirés du site sous 48 heures.',
  },
  posters: {
    subject: 'Affiches sur les mots de passe',
    facts: 'Les affiches de l’accueil datent de l’ancienne charte.',
    reasons: 'Elles demandent un changement chaque mois, ce que la charte ne demande plus.',
    recommendation: 'Remplacer les affiches.',
    extra: 'Une affiche périmée ne met aucune donnée en danger.',
  },
  camera: {
    subject: 'Caméra à l’entrée du bâtiment',
    facts: 'Une caméra filme la salle d’attente depuis les travaux.',
    reasons: 'Les personnes qui attendent y sont reconnaissables, sans qu’un pictogramme l’annonce.',
    recommendation: 'Tourner la caméra vers la porte, placer le pictogramme et tenir le registre des activités d’images.',
  },
  patch: {
    subject: 'Faille du pare-feu',
    facts: 'Le fabricant annonce une faille exploitée du pare-feu en service.',
    reasons: 'Le pare-feu est exposé. Un correctif existe.',
    recommendation: 'Autoriser une coupure d’une heure ce soir pour installer le correctif.',
    risk: 'Une prise de contrôle à distance du réseau du centre.',
    extra: 'La faille est exploitée depuis trois jours.',
  },
  backups: {
    subject: 'Essai de restauration',
    facts: 'Aucune restauration n’a été essayée depuis quatorze mois.',
    reasons: 'Une sauvegarde qu’on n’a jamais relue n’en est pas une.',
    recommendation: 'Restaurer un serveur pour essai et consigner la durée, puis recommencer chaque année.',
  },
  telework: {
    subject: 'Télétravail sur ordinateur privé',
    facts: 'Six personnes se connectent de chez elles avec leur propre ordinateur.',
    reasons: 'Le centre ne connaît ni les protections ni les autres usagers de ces ordinateurs.',
    recommendation: 'N’autoriser le télétravail que sur un portable du centre.',
    alternatives: 'Un bureau distant qui ne laisse aucun fichier sur le poste.',
  },
  request: { subject: 'Assistant d’écriture en ligne', facts: '', reasons: '', recommendation: '', extra: 'Le service social demande à s’en servir pour ses courriers. À quelles conditions ?' },
};

const nl: Record<AdviceKey, AdviceWords> = {
  portables: {
    subject: 'Versleuteling van de laptops',
    facts: 'Elf laptops verlaten elke week het centrum. Geen enkele schijf is versleuteld.',
    reasons: 'De diefstal van één laptop zou de sociale dossiers erop prijsgeven. Versleuteling zit in het systeem en kost enkel de tijd om ze in te schakelen.',
    recommendation: '**Alle** laptops versleutelen voor het einde van het kwartaal, en de herstelsleutels in de kluis bewaren.',
    risk: 'Een te melden datalek, en geholpen personen die verwittigd moeten worden.',
  },
  badges: {
    subject: 'Toegangsbadges van vertrokken personeel',
    facts: 'Vier badges van vertrokken personen openen nog de dienstingang.',
    reasons: 'De lijst van de vertrekken bereikt het onthaal niet. Niemand staat in voor de badges.',
    recommendation: 'Het onthaal laten instaan voor de badges, op basis van een maandelijkse lijst van de personeelsdienst.',
    extra: 'Een lijst per kwartaal volstaat: er vertrekken weinig mensen. Het onthaal staat vanaf volgende maand in voor de badges.',
  },
  cloud: {
    subject: 'Bestanden delen buiten de gemeenschap',
    facts: 'De sociale dienst wisselt attesten uit via een site voor het grote publiek.',
    reasons: 'De minimale normen laten voor sociale gegevens enkel een gemeenschaps- of private cloud toe. De leverancier ondertekent geen verbintenis.',
    recommendation: 'Dit gebruik stopzetten en via de e-Box van het centrum werken.',
    alternatives: '- een server van de gemeente;\n- versleuteld delen bij de informaticafirma.',
    extra: 'De sociale dienst heeft geen ander middel tot de e-Box er is, die begroot is. Tot dan worden de bestanden versleuteld en binnen 48 uur van de site gehaald.',
  },
  posters: {
    subject: 'Affiches over wachtwoorden',
    facts: 'De affiches aan het onthaal dateren van het vorige charter.',
    reasons: 'Ze vragen elke maand een wijziging, wat het charter niet meer vraagt.',
    recommendation: 'De affiches vervangen.',
    extra: 'Een verouderde affiche brengt geen gegevens in gevaar.',
  },
  camera: {
    subject: 'Camera aan de ingang',
    facts: 'Sinds de werken filmt een camera de wachtzaal.',
    reasons: 'Wie wacht, is herkenbaar, zonder dat een pictogram het aankondigt.',
    recommendation: 'De camera naar de deur draaien, het pictogram plaatsen en het register van de beeldverwerking bijhouden.',
  },
  patch: {
    subject: 'Lek in de firewall',
    facts: 'De fabrikant meldt een uitgebuit lek in de firewall die in gebruik is.',
    reasons: 'De firewall is blootgesteld. Er is een correctie.',
    recommendation: 'Vanavond een onderbreking van een uur toestaan om de correctie te installeren.',
    risk: 'Overname van het netwerk van het centrum op afstand.',
    extra: 'Het lek wordt sinds drie dagen uitgebuit.',
  },
  backups: {
    subject: 'Hersteltest',
    facts: 'Sinds veertien maanden is geen enkele herstelling getest.',
    reasons: 'Een back-up die nooit teruggelezen werd, is er geen.',
    recommendation: 'Een server bij wijze van test herstellen, de duur noteren, en dit elk jaar herhalen.',
  },
  telework: {
    subject: 'Telewerk op een eigen computer',
    facts: 'Zes personen loggen van thuis in met hun eigen computer.',
    reasons: 'Het centrum kent noch de beveiliging noch de andere gebruikers van die computers.',
    recommendation: 'Telewerk enkel toestaan op een laptop van het centrum.',
    alternatives: 'Een bureaublad op afstand dat geen bestand op de computer achterlaat.',
  },
  request: { subject: 'Online schrijfassistent', facts: '', reasons: '', recommendation: '', extra: 'De sociale dienst wil hem voor zijn brieven gebruiken. Onder welke voorwaarden?' },
};

const de: Record<AdviceKey, AdviceWords> = {
  portables: {
    subject: 'Verschlüsselung der Laptops',
    facts: 'Elf Laptops verlassen jede Woche das Zentrum. Keine Festplatte ist verschlüsselt.',
    reasons: 'Der Diebstahl eines Laptops gäbe die Sozialakten darauf preis. Die Verschlüsselung gehört zum System und kostet nur die Zeit, sie einzuschalten.',
    recommendation: '**Alle** Laptops vor Ende des Quartals verschlüsseln und die Wiederherstellungsschlüssel im Tresor aufbewahren.',
    risk: 'Eine meldepflichtige Datenpanne und Hilfeempfänger, die zu benachrichtigen sind.',
  },
  badges: {
    subject: 'Zugangsausweise ausgeschiedenen Personals',
    facts: 'Vier Ausweise ausgeschiedener Personen öffnen noch den Diensteingang.',
    reasons: 'Die Liste der Abgänge erreicht den Empfang nicht. Niemand ist für die Ausweise zuständig.',
    recommendation: 'Den Empfang mit einer monatlichen Liste des Personaldienstes für die Ausweise zuständig machen.',
    extra: 'Eine Liste je Quartal genügt: Es gibt wenige Abgänge. Der Empfang ist ab nächstem Monat zuständig.',
  },
  cloud: {
    subject: 'Dateiaustausch außerhalb der Gemeinschaft',
    facts: 'Der Sozialdienst tauscht Bescheinigungen über eine öffentliche Plattform aus.',
    reasons: 'Die Mindestnormen lassen für Sozialdaten nur eine gemeinschaftliche oder private Cloud zu. Der Anbieter unterzeichnet keine Verpflichtung.',
    recommendation: 'Diese Nutzung einstellen und die e-Box des Zentrums verwenden.',
    alternatives: '- ein Server der Gemeinde;\n- verschlüsselter Austausch bei der Informatikfirma.',
    extra: 'Der Sozialdienst hat bis zur Einführung der e-Box, die im Haushalt steht, kein anderes Mittel. Bis dahin werden die Dateien verschlüsselt und binnen 48 Stunden entfernt.',
  },
  posters: {
    subject: 'Plakate zu Passwörtern',
    facts: 'Die Plakate am Empfang stammen aus der alten Charta.',
    reasons: 'Sie verlangen monatliche Wechsel, was die Charta nicht mehr verlangt.',
    recommendation: 'Die Plakate ersetzen.',
    extra: 'Ein veraltetes Plakat gefährdet keine Daten.',
  },
  camera: {
    subject: 'Kamera am Eingang',
    facts: 'Seit den Arbeiten filmt eine Kamera den Wartesaal.',
    reasons: 'Wartende sind erkennbar, ohne dass ein Piktogramm darauf hinweist.',
    recommendation: 'Die Kamera zur Tür drehen, das Piktogramm anbringen und das Verzeichnis der Bildverarbeitung führen.',
  },
  patch: {
    subject: 'Lücke in der Firewall',
    facts: 'Der Hersteller meldet eine ausgenutzte Lücke der eingesetzten Firewall.',
    reasons: 'Die Firewall ist erreichbar. Eine Korrektur liegt vor.',
    recommendation: 'Heute Abend eine Unterbrechung von einer Stunde für die Korrektur erlauben.',
    risk: 'Fernübernahme des Netzes des Zentrums.',
    extra: 'Die Lücke wird seit drei Tagen ausgenutzt.',
  },
  backups: {
    subject: 'Wiederherstellungsversuch',
    facts: 'Seit vierzehn Monaten wurde keine Wiederherstellung versucht.',
    reasons: 'Eine Sicherung, die nie gelesen wurde, ist keine.',
    recommendation: 'Einen Server probeweise wiederherstellen, die Dauer festhalten und dies jährlich wiederholen.',
  },
  telework: {
    subject: 'Telearbeit am eigenen Rechner',
    facts: 'Sechs Personen arbeiten von zu Hause mit dem eigenen Rechner.',
    reasons: 'Das Zentrum kennt weder den Schutz noch die übrigen Nutzer dieser Rechner.',
    recommendation: 'Telearbeit nur an einem Laptop des Zentrums erlauben.',
    alternatives: 'Ein Fernzugriff, der keine Datei auf dem Rechner lässt.',
  },
  request: { subject: 'Schreibassistent im Internet', facts: '', reasons: '', recommendation: '', extra: 'Der Sozialdienst möchte ihn für seine Schreiben nutzen. Unter welchen Bedingungen?' },
};

export const adviceWords: Record<DocumentLanguage, Record<AdviceKey, AdviceWords>> = { fr, nl, de };
