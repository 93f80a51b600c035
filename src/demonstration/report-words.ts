import type { DocumentLanguage } from '../kernel/language.ts';
import type { SectionKey } from '../modules/report/report.ts';

/** What the adviser of the pool wrote under the sections of three reports: the two approved ones, and the one in hand. */
export const reportWords: Record<DocumentLanguage, readonly Partial<Record<SectionKey, string>>[]> = {
  fr: [
    {
      state:
        'Le centre part de peu : les règles existaient dans les têtes, peu sur papier. La politique de sécurité est désormais écrite et approuvée.\n\n- Les sauvegardes sont faites, mais aucune restauration n’a été essayée.\n- Des comptes de personnes parties étaient encore ouverts.',
      goals: '1. Essayer une restauration complète.\n2. Fermer chaque compte dans les vingt-quatre heures du départ.\n3. Faire signer l’engagement de confidentialité à tous.',
      checks: 'Un message d’hameçonnage a été ouvert en mars ; le mot de passe a été changé dans l’heure et rien n’a été lu. Le contrôle des accès de l’automne a montré quatre comptes de trop.',
      training: 'Le conseiller a suivi la journée d’étude du SPP Intégration sociale. Le personnel d’accueil a suivi deux heures sur l’hameçonnage.',
    },
    {
      state:
        'La situation s’améliore : la restauration a été essayée **deux fois**, la seconde en quatre heures. Les départs sont annoncés au conseiller, pas toujours à temps.\n\nCe qui inquiète : le serveur de fichiers arrive en fin de vie.',
      goals: '- Remplacer le serveur de fichiers.\n- Deuxième facteur pour tout accès à distance.\n- Revue des habilitations avec chaque chef de service.',
      work: 'Douze visites au centre ; une analyse du télétravail ; un appui au service social pour le classement des dossiers.',
      checks: 'Pas d’incident grave. Un ordinateur portable a été perdu en juin : son disque était chiffré.',
      training: 'Le conseiller et son adjoint ont suivi une formation de trois jours. Une séance pour les nouveaux est prévue chaque trimestre.',
      means: 'Le temps prévu a suffi ; le budget du serveur reste à adopter.',
    },
    { state: 'À compléter après la revue de décembre : le nouveau serveur est commandé, le second facteur est en place pour la moitié du personnel.' },
  ],
  nl: [
    {
      state:
        'Het centrum begint met weinig: de regels bestonden in de hoofden, zelden op papier. Het veiligheidsbeleid is nu geschreven en goedgekeurd.\n\n- Back-ups worden gemaakt, maar nog nooit is er een teruggezet.\n- Er stonden nog accounts open van wie al weg was.',
      goals: '1. Een volledige herstelling testen.\n2. Elke account sluiten binnen de vierentwintig uur na het vertrek.\n3. Iedereen de vertrouwelijkheidsverklaring laten tekenen.',
      checks: 'In maart is een phishingbericht geopend; het wachtwoord is binnen het uur gewijzigd en er is niets gelezen. De controle van de toegangen toonde vier accounts te veel.',
      training: 'De consulent volgde de studiedag van de POD Maatschappelijke Integratie. Het onthaal volgde twee uur over phishing.',
    },
    {
      state: 'Het gaat beter: het herstel is **twee keer** getest, de tweede keer in vier uur. Vertrekken worden gemeld, niet altijd op tijd.\n\nWat zorgen baart: de bestandsserver is op.',
      goals: '- De bestandsserver vervangen.\n- Tweede factor voor elke toegang op afstand.\n- Herziening van de toegangsrechten met elk diensthoofd.',
      work: 'Twaalf bezoeken aan het centrum; een analyse van het telewerken; hulp aan de sociale dienst bij het klasseren van dossiers.',
      checks: 'Geen ernstig incident. In juni ging een laptop verloren: de schijf was versleuteld.',
      training: 'De consulent en de adjunct volgden een opleiding van drie dagen. Elk kwartaal is er een sessie voor nieuwkomers.',
      means: 'De voorziene tijd volstond; het budget voor de server moet nog toegekend worden.',
    },
    { state: 'Aan te vullen na de herziening van december: de nieuwe server is besteld, de tweede factor is er voor de helft van het personeel.' },
  ],
  de: [
    {
      state:
        'Das Zentrum beginnt mit wenig: Die Regeln lebten in den Köpfen, selten auf Papier. Die Sicherheitspolitik ist nun geschrieben und genehmigt.\n\n- Sicherungen werden gemacht, aber keine wurde je zurückgespielt.\n- Konten von Ausgeschiedenen waren noch offen.',
      goals:
        '1. Eine vollständige Wiederherstellung erproben.\n2. Jedes Konto binnen vierundzwanzig Stunden nach dem Austritt schließen.\n3. Die Vertraulichkeitserklärung von allen unterschreiben lassen.',
      checks: 'Im März wurde eine Phishing-Nachricht geöffnet; das Kennwort wurde binnen einer Stunde geändert, gelesen wurde nichts. Die Kontrolle der Zugänge zeigte vier Konten zu viel.',
      training: 'Der Berater besuchte den Studientag des FÖPD Sozialeingliederung. Der Empfang besuchte zwei Stunden über Phishing.',
    },
    {
      state:
        'Es geht besser: Die Wiederherstellung wurde **zweimal** erprobt, das zweite Mal in vier Stunden. Austritte werden gemeldet, nicht immer rechtzeitig.\n\nWas Sorgen macht: Der Dateiserver ist am Ende.',
      goals: '- Den Dateiserver ersetzen.\n- Zweiter Faktor für jeden Zugang aus der Ferne.\n- Überprüfung der Zugriffsberechtigungen mit jedem Dienstleiter.',
      work: 'Zwölf Besuche im Zentrum; eine Analyse der Telearbeit; Hilfe für den Sozialdienst beim Ordnen der Akten.',
      checks: 'Kein schwerer Vorfall. Im Juni ging ein Laptop verloren: Seine Platte war verschlüsselt.',
      training: 'Der Berater und sein Beigeordneter besuchten eine dreitägige Weiterbildung. Jedes Quartal gibt es eine Sitzung für Neue.',
      means: 'Die vorgesehene Zeit reichte; die Mittel für den Server sind noch zu bewilligen.',
    },
    { state: 'Nach der Überprüfung im Dezember zu ergänzen: Der neue Server ist bestellt, den zweiten Faktor hat die Hälfte des Personals.' },
  ],
};
