-- Labels of the inventory: when the label of a device was last printed, so that those without one are found.
CREATE TABLE device_label (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  printed_on date NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, device_id),
  FOREIGN KEY (organization_id, device_id) REFERENCES device ON DELETE CASCADE
);
CALL protect('device_label');
