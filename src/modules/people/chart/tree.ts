/** A service with those below it. */
export type Node<T> = { service: T; below: Node<T>[] };
type Placed = { id: string; parentId?: string | null | undefined };

/**
 * The services as trees, in the order in which they come. A service whose superior is unknown stands at the top;
 * services that would depend on each other in a circle too, so that none is lost.
 */
export const treesOf = <T extends Placed>(services: readonly T[]): Node<T>[] => {
  const known = new Set(services.map((service) => service.id));
  const shown = new Set<string>();
  const under = (parentId: string): Node<T>[] => services.filter((service) => service.parentId === parentId && !shown.has(service.id)).map(nodeOf);
  const nodeOf = (service: T): Node<T> => {
    shown.add(service.id);
    return { service, below: under(service.id) };
  };
  const tops = services.filter((service) => !service.parentId || !known.has(service.parentId)).map(nodeOf);
  for (const service of services) if (!shown.has(service.id)) tops.push(nodeOf(service));
  return tops;
};
