import type { DocumentLanguage } from '../kernel/language.ts';

type Words = {
  title: string;
  partial: string;
  firm: string;
  chapters: readonly string[];
  summary: string;
  findings: readonly { severity: 'critical' | 'major' | 'minor' | 'remark'; norm: string; text: string; recommendation: string; how: string }[];
  reference: string;
  subject: string;
  letter: string;
  steps: Record<'answer' | 'lifting', string>;
};

/** What the audits found, and what the authorities wrote, in a language of documents. */
export const inspectionWords: Record<DocumentLanguage, Words> = {
  fr: {
    title: 'Audit des normes minimales',
    partial: 'Contrôle des accès du service social',
    firm: 'Cabinet Vérisûr',
    chapters: ['5', '9', '12', '17'],
    summary: 'La politique est connue et les sauvegardes se font. Les comptes des partants et les essais de restauration restent les points faibles.',
    findings: [
      {
        severity: 'critical',
        norm: '9.2',
        text: 'Trois comptes de personnes parties depuis plus de six mois sont encore ouverts.',
        recommendation: 'Fermer ces comptes et faire annoncer chaque départ à l’informatique.',
        how: 'Comptes fermés ; liste mensuelle du service du personnel.',
      },
      {
        severity: 'major',
        norm: '17.1',
        text: 'Aucun essai de restauration n’est consigné depuis deux ans.',
        recommendation: 'Restaurer un serveur pour essai, et noter la durée.',
        how: 'Essai fait avec la firme, procès-verbal au dossier.',
      },
      {
        severity: 'minor',
        norm: '11.1',
        text: 'La porte du local du serveur n’est pas toujours fermée en journée.',
        recommendation: 'Poser un ferme-porte et un lecteur de badge.',
        how: 'Ferme-porte posé.',
      },
      { severity: 'remark', norm: '7.2', text: 'L’accueil des stagiaires ne parle pas encore de la sécurité.', recommendation: 'Ajouter une page à la brochure d’accueil.', how: 'Page ajoutée.' },
    ],
    reference: 'SPPIS/SEC/418',
    subject: 'Questionnaire rentré après la clôture',
    letter: 'Le questionnaire est arrivé après la date de clôture. Le centre est prié d’en dire les raisons et les mesures prises.',
    steps: { answer: 'Raisons données ; un rappel est désormais prévu dans Beffroi.', lifting: 'Explications reçues, dossier clos.' },
  },
  nl: {
    title: 'Audit van de minimale normen',
    partial: 'Controle van de toegangen van de sociale dienst',
    firm: 'Kantoor Verizeker',
    chapters: ['5', '9', '12', '17'],
    summary: 'Het beleid is gekend en de back-ups worden gemaakt. De accounts van vertrokken medewerkers en de hersteltests blijven de zwakke punten.',
    findings: [
      {
        severity: 'critical',
        norm: '9.2',
        text: 'Drie accounts van mensen die al meer dan zes maanden weg zijn, staan nog open.',
        recommendation: 'Deze accounts sluiten en elk vertrek aan de informatica laten melden.',
        how: 'Accounts gesloten; maandelijkse lijst van de personeelsdienst.',
      },
      {
        severity: 'major',
        norm: '17.1',
        text: 'Sinds twee jaar is geen hersteltest opgetekend.',
        recommendation: 'Een server bij wijze van test herstellen en de duur noteren.',
        how: 'Test gedaan met de firma, verslag in het dossier.',
      },
      {
        severity: 'minor',
        norm: '11.1',
        text: 'De deur van het serverlokaal is overdag niet altijd gesloten.',
        recommendation: 'Een deursluiter en een badgelezer plaatsen.',
        how: 'Deursluiter geplaatst.',
      },
      {
        severity: 'remark',
        norm: '7.2',
        text: 'Het onthaal van stagiairs spreekt nog niet over veiligheid.',
        recommendation: 'Een pagina toevoegen aan de onthaalbrochure.',
        how: 'Pagina toegevoegd.',
      },
    ],
    reference: 'PODMI/VEI/418',
    subject: 'Vragenlijst na de afsluiting ingediend',
    letter: 'De vragenlijst kwam na de afsluitingsdatum toe. Het centrum wordt gevraagd de redenen en de genomen maatregelen mee te delen.',
    steps: { answer: 'Redenen meegedeeld; voortaan is in Beffroi een herinnering voorzien.', lifting: 'Uitleg ontvangen, dossier gesloten.' },
  },
  de: {
    title: 'Audit der Mindestnormen',
    partial: 'Kontrolle der Zugriffe des Sozialdienstes',
    firm: 'Kanzlei Prüfsicher',
    chapters: ['5', '9', '12', '17'],
    summary: 'Die Politik ist bekannt und die Sicherungen laufen. Die Konten Ausgeschiedener und die Wiederherstellungsproben bleiben die Schwachstellen.',
    findings: [
      {
        severity: 'critical',
        norm: '9.2',
        text: 'Drei Konten von Personen, die seit mehr als sechs Monaten ausgeschieden sind, stehen noch offen.',
        recommendation: 'Diese Konten schließen und jeden Austritt der Informatik melden lassen.',
        how: 'Konten geschlossen; monatliche Liste des Personaldienstes.',
      },
      {
        severity: 'major',
        norm: '17.1',
        text: 'Seit zwei Jahren ist keine Wiederherstellungsprobe festgehalten.',
        recommendation: 'Einen Server zur Probe wiederherstellen und die Dauer notieren.',
        how: 'Probe mit der Firma durchgeführt, Protokoll in der Akte.',
      },
      {
        severity: 'minor',
        norm: '11.1',
        text: 'Die Tür des Serverraums ist tagsüber nicht immer geschlossen.',
        recommendation: 'Einen Türschließer und einen Badgeleser anbringen.',
        how: 'Türschließer angebracht.',
      },
      {
        severity: 'remark',
        norm: '7.2',
        text: 'Der Empfang der Praktikanten spricht noch nicht von Sicherheit.',
        recommendation: 'Der Empfangsbroschüre eine Seite hinzufügen.',
        how: 'Seite hinzugefügt.',
      },
    ],
    reference: 'FOEPDSE/SIC/418',
    subject: 'Fragebogen nach dem Abschluss eingereicht',
    letter: 'Der Fragebogen traf nach dem Abschlussdatum ein. Das Zentrum wird gebeten, die Gründe und die getroffenen Maßnahmen mitzuteilen.',
    steps: { answer: 'Gründe mitgeteilt; in Beffroi ist künftig eine Erinnerung vorgesehen.', lifting: 'Erklärungen erhalten, Vorgang abgeschlossen.' },
  },
};
