/** A library of a fictional garden in the present layout of CISO Assistant: groups, items below a norm, questions, two languages and one we do not speak. */
export const gardenYaml = `urn: urn:example:risk:library:garden
locale: en
ref_id: garden
name: Garden rules
description: How a garden is kept
copyright: Free to use in any garden
version: 3
provider: Society of Gardeners
packager: nobody
translations:
  fr: { name: Règles du jardin }
objects:
  reference_controls:
  - { urn: urn:example:risk:control:shed:key, ref_id: KEY, name: Key }
  framework:
    urn: urn:example:risk:framework:garden-2026
    ref_id: GARDEN
    name: Garden rules
    translations:
      fr: { name: Règles du jardin }
      es: { name: Reglas del jardín }
    implementation_groups_definition:
    - { ref_id: S, name: small, translations: { fr: { name: petit } } }
    - { ref_id: L, name: large }
    requirement_nodes:
    - { urn: 'urn:example:risk:req_node:garden-2026:f', assessable: false, depth: 1, ref_id: F, name: Fence, translations: { fr: { name: Clôture } } }
    - { urn: 'urn:example:risk:req_node:garden-2026:f.g', assessable: false, depth: 2, parent_urn: 'urn:example:risk:req_node:garden-2026:f', ref_id: F.G, name: Gate, description: All that opens }
    - urn: urn:example:risk:req_node:garden-2026:f.g.1
      assessable: true
      depth: 3
      parent_urn: urn:example:risk:req_node:garden-2026:f.g
      ref_id: F.G.1
      name: The gate is shut
      description: The gate is shut at dusk
      annotation: Dusk is when the lamp is lit
      typical_evidence: A log of the lamp
      implementation_groups: [S, L]
      reference_controls: ['urn:example:risk:control:shed:key']
      translations:
        fr: { name: La grille est fermée, description: La grille est fermée au crépuscule }
      questions:
        urn:example:risk:req_node:garden-2026:f.g.1:question:1:
          type: unique_choice
          choices: [{ urn: 'urn:example:1', value: 'Yes' }]
          text: Is it shut?
    - { urn: 'urn:example:risk:req_node:garden-2026:f.g.1.a', assessable: false, parent_urn: 'urn:example:risk:req_node:garden-2026:f.g.1', ref_id: a), description: by the gardener }
    - { urn: 'urn:example:risk:req_node:garden-2026:w', assessable: false, depth: 1, ref_id: W, name: Water }
    - { urn: 'urn:example:risk:req_node:garden-2026:w.1', assessable: true, depth: 2, parent_urn: 'urn:example:risk:req_node:garden-2026:w', ref_id: W.1, description: Rain is kept, implementation_groups: [L] }
    - { urn: 'urn:example:risk:req_node:garden-2026:end', assessable: false, depth: 1, name: A closing word }
`;

/** The layout of 2023: groups and requirements apart, numbers for names. */
export const oldGardenYaml = `urn: urn:example:risk:library:old-garden
locale: en
name: Old garden
version: 1
objects:
  threats: [{ urn: 'urn:example:threat:1' }]
  framework:
    urn: urn:example:risk:framework:old-garden
    provider: Society of Gardeners
    name: Old garden
    version: '1.1'
    requirement_groups:
    - { urn: 'urn:example:risk:req_groups:old-garden:f', name: Fence }
    requirements:
    - { urn: 'urn:example:risk:reqs:old-garden:f:1', name: F-1, description: The gate is shut, parent_urn: 'urn:example:risk:req_groups:old-garden:f', security_functions: ['urn:example:risk:function:KEY'] }
    - { urn: 'urn:example:risk:reqs:old-garden:f:2', name: F-2, description: The key is kept, parent_urn: 'urn:example:risk:req_groups:old-garden:f' }
`;

/** The layout of 2024: degrees on the norms and none defined, questions in a list, frameworks in a list. */
export const middleGardenYaml = `urn: urn:example:risk:library:middle-garden
locale: fr
name: Jardin du milieu
version: 2
objects:
  frameworks:
  - urn: urn:example:risk:framework:middle-garden
    name: Jardin du milieu
    max_score: 5
    min_score: 1
    requirement_nodes:
    - { urn: 'urn:example:risk:req_node:middle-garden:1', assessable: true, depth: 1, ref_id: '1', name: Fermer, maturity: 1, question: { questions: [{ urn: 'urn:q:1', text: 'Est-ce fermé ?', answer_type: 'urn:a' }] } }
    - { urn: 'urn:example:risk:req_node:middle-garden:2', assessable: true, depth: 1, ref_id: '2', name: Compter les clés, maturity: 2 }
`;

/** What the garden says of the old garden, in both directions. */
export const gardenMappingYaml = `urn: urn:example:risk:library:garden-to-old
locale: en
name: Garden to old garden
version: 1
objects:
  requirement_mapping_sets:
  - urn: urn:example:risk:req_mapping_set:1
    source_framework_urn: urn:example:risk:framework:garden-2026
    target_framework_urn: urn:example:risk:framework:old-garden
    requirement_mappings:
    - { source_requirement_urn: 'urn:example:risk:req_node:garden-2026:f.g.1', target_requirement_urn: 'urn:example:risk:reqs:old-garden:f:1', relationship: superset, rationale: semantic }
    - { source_requirement_urn: 'urn:example:risk:req_node:garden-2026:w.1', target_requirement_urn: 'urn:example:risk:reqs:old-garden:f:2', relationship: intersect }
    - { source_requirement_urn: 'urn:example:risk:req_node:garden-2026:f', target_requirement_urn: 'urn:example:risk:reqs:old-garden:f:2', relationship: intersect }
`;

/** A fictional catalogue in OSCAL: a group in a group, parameters within parameters, an enhancement, a control that was withdrawn. */
export const gardenCatalog = {
  catalog: {
    uuid: '00000000-0000-4000-8000-000000000001',
    metadata: { title: 'Catalogue of gardens', version: '1.2 draft', 'oscal-version': '1.1.2', remarks: 'Free to use', parties: [{ uuid: 'x', type: 'organization', name: 'Society of Gardeners' }] },
    groups: [
      {
        id: 'f',
        title: 'Fence',
        groups: [
          {
            id: 'f.g',
            title: 'Gate',
            controls: [
              {
                id: 'f-1',
                title: 'Shutting',
                props: [
                  { name: 'label', value: 'F-01', class: 'padded' },
                  { name: 'label', value: 'F-1' },
                ],
                params: [
                  { id: 'f-1_p1', select: { choice: ['at {{ insert: param, f-1_p2 }}', 'at noon'] } },
                  { id: 'f-1_p2', label: 'hour' },
                  { id: 'f-1_p3', values: ['the gardener'] },
                ],
                parts: [
                  {
                    id: 'f-1_s',
                    name: 'statement',
                    prose: 'Shut the gate {{ insert: param, f-1_p1 }}.',
                    parts: [
                      {
                        id: 'f-1_s.a',
                        name: 'item',
                        props: [{ name: 'label', value: 'a.' }],
                        prose: 'by {{ insert: param, f-1_p3 }}',
                        parts: [{ id: 'x', name: 'item', props: [{ name: 'label', value: '1.' }], prose: 'every day' }],
                      },
                    ],
                  },
                  { id: 'f-1_g', name: 'guidance', prose: 'See [the lamp](#l-1).' },
                  { id: 'f-1_o', name: 'assessment-objective', prose: 'not read' },
                ],
                controls: [
                  { id: 'f-1.1', title: 'Two gates', props: [{ name: 'label', value: 'F-1(1)' }] },
                  { id: 'f-1.2', title: 'Three gates', props: [{ name: 'status', value: 'withdrawn' }] },
                ],
              },
            ],
          },
        ],
      },
    ],
    'back-matter': { resources: [{ uuid: 'y' }] },
  },
};
