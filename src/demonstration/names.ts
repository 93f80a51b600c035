import type { DocumentLanguage } from '../kernel/language.ts';
import type { Random } from './random.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** First names (women, men) and last names usual in each language community; whoever bears a pair of them is not meant. */
const people: Record<DocumentLanguage, { madam: readonly string[]; sir: readonly string[]; last: readonly string[] }> = {
  fr: {
    madam: words(
      'Adèle Agathe Alice Amandine Anaïs Aurélie Béatrice Bénédicte Camille Céline Chloé Claudine Coralie Delphine Éléonore Élise Émilie Fabienne Fatima Florence Gaëlle Hélène Inès Isaline Jeanne Joëlle Julie Justine Karima Laetitia Laure Léa Louise Lucie Maïté Manon Margaux Marianne Mélanie Myriam Nadège Noémie Océane Pascaline Régine Sabrina Salomé Samira Solange Sophie Sylviane Valérie Virginie Yasmina Zoé',
    ),
    sir: words(
      'Adrien Alain Amaury Antoine Arnaud Aurélien Baptiste Basile Benoît Cédric Christophe Clément Corentin Damien Denis Édouard Émile Étienne Fabrice Florent François Gaëtan Gauthier Gilles Grégoire Guillaume Hakim Hugo Jérôme Joachim Julien Karim Laurent Loïc Ludovic Mathieu Maxime Mehdi Nicolas Olivier Pascal Quentin Raphaël Rémy Romain Samuel Sébastien Simon Sylvain Théo Thibault Tristan Valentin Victor Yannick',
    ),
    last: words(
      'Aubinet Barbier Bastin Baudoux Bertholet Blaise Bodart Bonmariage Bouchat Bricmont Brasseur Carlier Chapelier Charlier Clerbois Colson Cordonnier Cuvelier Dambly Dardenne Debouche Defays Delcourt Delfosse Demoulin Denoël Deprez Deschamps Dewandre Dufrasne Dumoulin Etienne Evrard Fauconnier Fontignie Fourneau Gathy Gillard Godefroid Gosset Grandjean Gustin Halleux Hanquet Henrotte Hubin Istasse Jacquemart Jadot Joiret Kinet Labarre Lambiotte Lardinois Lecoutre Legros Lejeune Libioulle Lognard Maquet Marchandise Marlier Massart Mélotte Monfort Mottoul Nizet Noirhomme Palate Paquay Petitjean Pirlot Poncelet Quinaux Rasquin Remacle Rigaux Rousseau Sacré Salmon Servotte Stassart Thirion Thonnard Tilkin Vandevoir Vauchel Vigneron Warnotte Wathelet Wilmart Yernaux Zabus El-Idrissi N’Sele Ouali',
    ),
  },
  nl: {
    madam: words(
      'An Anke Annelies Astrid Aïcha Barbara Birgit Carine Charlotte Dorien Eefje Elke Ellen Els Eva Evelien Femke Fien Greet Griet Hanne Heidi Hilde Ilse Ine Inge Jana Joke Jolien Karen Katrien Kim Kirsten Lien Lies Lieve Lotte Maaike Marijke Marleen Mieke Nele Nora Petra Rani Ria Saskia Silke Sofie Tine Veerle',
    ),
    sir: words(
      'Arne Bart Bert Bjorn Brecht Daan Dirk Dries Erik Filip Frederik Geert Gert Hannes Hendrik Ivo Jan Jasper Jef Jelle Jeroen Joris Jurgen Kasper Kobe Koen Kristof Lander Lars Luc Maarten Marnix Mathias Michiel Nico Niels Pieter Piet Pol Robbe Roel Rik Ruben Sander Senne Stef Steven Stijn Thijs Tom Wannes Ward Willem Wim Wouter Yassin',
    ),
    last: words(
      'Aerts Baert Beeckman Bogaert Boonen Bracke Broeckx Buyse Callens Cools Coppens Daems Debruyne Deconinck Degroote Demuynck Desmet Devriendt Dierckx Driesen Eeckhout Feys Geerts Goethals Goossens Haesaert Hellemans Heylen Huygens Ingels Janssens Joos Kerckhove Kestens Lambrecht Leysen Lievens Luyten Maertens Matthys Meeus Mertens Moens Nuyts Olbrechts Ooms Pauwels Peeters Pollet Ramaekers Roels Rombouts Saelens Segers Smets Stevens Storms Swinnen Theunis Thys Timmermans Tytgat Vandaele Vandamme Vandenbroucke Verbeke Verdonck Vereecken Verhelst Verlinden Vermeersch Verstraete Vervloet Wauters Willaert Wuyts Wynants Yilmaz Zwaenepoel',
    ),
  },
  de: {
    madam: words(
      'Alexandra Andrea Angelika Anja Antje Birgit Carla Christa Cornelia Dagmar Elfriede Erika Franziska Gabriele Gerda Hannah Heike Helga Ingrid Irmgard Jutta Karin Katja Lena Leonie Magdalena Manuela Mareike Monika Nadine Petra Renate Rita Sabine Sandra Silvia Simone Ulrike Ursula Verena',
    ),
    sir: words(
      'Achim Alfred Andreas Anton Armin Bernd Bruno Christoph Daniel Dieter Dominik Edgar Erwin Ewald Florian Georg Gerd Guido Heinz Helmut Herbert Holger Ingo Jörg Jürgen Karl-Heinz Kurt Leo Manfred Marco Norbert Rainer Ralph Reiner Roland Rolf Stefan Ulrich Volker Werner',
    ),
    last: words(
      'Backes Brüls Cormann Dahm Dries Egyptien Faymonville Fickers Genten Goffinet Grommes Halmes Heinen Hennes Heuschen Hilgers Jates Johanns Jousten Kessler Keutgen Klinkenberg Kohnen Krings Küpper Langer Lentz Lenz Linden Mertes Michels Mreyen Niessen Ortmann Palm Pauels Peters Radermacher Reuter Rüth Scheuren Schmitz Schröder Servais Theissen Thielen Thomé Veithen Wiesemes Zilles',
    ),
  },
};

export type Name = { title: 'madam' | 'sir'; firstName: string; lastName: string };

/** A first and a last name of the community; one in eight comes from a neighboring one, as in any Belgian service. */
export const personName = (random: Random, language: DocumentLanguage): Name => {
  const community = random.chance(0.125) ? people[random.pick(['fr', 'nl', 'de'] as const)] : people[language];
  const title = random.chance(0.66) ? 'madam' : 'sir';
  return { title, firstName: random.pick(community[title]), lastName: random.pick(people[random.chance(0.1) ? 'fr' : language].last) };
};

/** Municipalities that exist on no map: the first by hand, then a beginning, an ending and, when those are used up, an addition. */
const places: Record<DocumentLanguage, { first: readonly string[]; beginnings: readonly string[]; endings: readonly string[]; additions: readonly string[] }> = {
  fr: {
    first: ['Valombre', 'Haut-Pré', 'Orneval', 'Sart-le-Moulin', 'Grand-Vivier', 'Berlimont', 'Aubrecourt'],
    beginnings: words('Aubr Bert Bris Caud Clav Corn Dorl Esp Fals Garl Hert Jov Lauv Maub Nolv Orch Perv Quint Rabl Sauv Tiel Urv Vald Wist Yvr Brouv Chass Flor Grim Plainch'),
    endings: words('inval oncelle ombreux eriveau ainchamps evoise ermontois aucelle ignoval olaître esnières uvillons antreuil ouchelle'),
    additions: ['', '-le-Moulin', '-sur-Ourlette', '-la-Haie', '-aux-Charmes', '-le-Comte', '-en-Lisière', '-les-Étangs'],
  },
  nl: {
    first: ['Lindebeke', 'Zonnewalle', 'Oosterdonkel', 'Meerschele'],
    beginnings: words('Elzen Hazel Rogge Wilgen Berken Distel Leeuwer Reiger Sneppe Tarwe Vlasse Winter Zilver Kraaien Mispel Bramer Karre Uilen Wouter Haver'),
    endings: words('donkel walleghem hovekerke meerschele zavelzele brielde landerbeke broekschote rijtvoorde kouterle'),
    additions: ['', '-aan-de-Rijt', '-bij-de-Duinen', '-ter-Heide', '-onder-de-Linden', '-op-den-Berg', '-in-de-Polder', '-ten-Bos', '-Buiten'],
  },
  de: {
    first: ['Eibenscheidt'],
    beginnings: words('Ahorn Birken Dachs Eschen Farn Ginster Hasel Kiebitz Lerchen Moos Nebel Reh Schlehen Tannen Wacholder'),
    endings: words('vennrath scheidt brucherath hövelbach weilerborn thommenau kehrfeld sourborn'),
    additions: ['', '-am-Hang', '-Oberdorf', '-im-Venngrund'],
  },
};

/** Name of the so-manieth municipality (from 0) of a language; no two are alike. */
export const municipalityName = (language: DocumentLanguage, rank: number): string => {
  const { first, beginnings, endings, additions } = places[language];
  if (rank < first.length) return first[rank]!;
  const number = rank - first.length;
  const row = number % beginnings.length;
  const round = Math.floor(number / beginnings.length);
  const lap = Math.floor(round / endings.length);
  const addition = additions[lap % additions.length]!;
  const again = Math.floor(lap / additions.length);
  return `${beginnings[row]!}${endings[(round + row) % endings.length]!}${addition}${again > 0 ? ` ${again + 1}` : ''}`;
};

/** A text as it stands in an address: lower case, hyphens, no accents. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
