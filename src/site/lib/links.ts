/** Address of an actor's or a place's page, where the value has an id. */
export const pageOf = (kind: 'actors' | 'places', id: string | undefined, language: string): string | undefined =>
  id === undefined ? undefined : `/${language}/${kind}/${encodeURIComponent(id)}`;
