/** The look of the movable map: the site's own colours, read from its variables, so that dark is dark here, too. */
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';

type Colours = Readonly<Record<'sea' | 'land' | 'border' | 'label' | 'mark' | 'paper', string>>;

const VARIABLES: Readonly<Record<keyof Colours, string>> = {
  sea: '--map-sea',
  land: '--map-land',
  border: '--map-border',
  label: '--map-label',
  mark: '--map-mark',
  paper: '--paper',
};

export const coloursOf = (element: Element): Colours => {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    Object.entries(VARIABLES).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]),
  ) as Colours;
};

const EMPTY = { type: 'FeatureCollection', features: [] } as const;

/** Pixels within which dots are gathered into one. */
const CLUSTER_RADIUS = 34;
/** Gathered no nearer than this: two towns of one district are apart here. */
const CLUSTER_MAX_ZOOM = 8;

const bySize: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['get', 'records']], 1, 5, 10, 12];

/**
 * @param outlines numbers of the countries that are tinted
 * @param font family names of letters, as the page's own
 */
export const styleOf = (
  colours: Colours,
  data: { readonly world: unknown; readonly countries: unknown },
  outlines: readonly string[],
  font: string,
): StyleSpecification => {
  const text = { 'text-font': [font], 'text-max-width': 8 };
  const halo = { 'text-color': colours.label, 'text-halo-color': colours.land, 'text-halo-width': 1.6 };
  return {
    version: 8,
    sources: {
      world: { type: 'geojson', data: data.world as never, tolerance: 0.2 },
      countries: { type: 'geojson', data: data.countries as never },
      areas: { type: 'geojson', data: EMPTY as never },
      'area-names': { type: 'geojson', data: EMPTY as never },
      dots: {
        type: 'geojson',
        data: EMPTY as never,
        cluster: true,
        clusterRadius: CLUSTER_RADIUS,
        clusterMaxZoom: CLUSTER_MAX_ZOOM,
        clusterProperties: { records: ['+', ['get', 'records']] },
      },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      { id: 'land', type: 'fill', source: 'world', paint: { 'fill-color': colours.land } },
      {
        id: 'tint',
        type: 'fill',
        source: 'world',
        filter: ['in', ['get', 'number'], ['literal', [...outlines]]],
        paint: { 'fill-color': colours.mark, 'fill-opacity': 0.16 },
      },
      { id: 'border', type: 'line', source: 'world', paint: { 'line-color': colours.border, 'line-width': 0.9 } },
      {
        id: 'area',
        type: 'fill',
        source: 'areas',
        paint: { 'fill-color': colours.mark, 'fill-opacity': 0.16 },
      },
      {
        id: 'area-edge',
        type: 'line',
        source: 'areas',
        paint: { 'line-color': colours.mark, 'line-width': 1.3, 'line-dasharray': [3, 2.2] },
      },
      {
        id: 'cluster',
        type: 'circle',
        source: 'dots',
        filter: ['has', 'point_count'],
        paint: {
          'circle-color': colours.paper,
          'circle-stroke-color': colours.mark,
          'circle-stroke-width': 2,
          'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'records']], 1, 11, 20, 24],
        },
      },
      {
        id: 'dot',
        type: 'circle',
        source: 'dots',
        filter: ['!', ['has', 'point_count']],
        paint: {
          'circle-color': colours.mark,
          'circle-stroke-color': colours.land,
          'circle-stroke-width': 1.5,
          'circle-radius': bySize,
        },
      },
      {
        id: 'country',
        type: 'symbol',
        source: 'countries',
        maxzoom: 7,
        layout: { ...text, 'text-field': ['get', 'name'], 'text-size': 12, 'symbol-sort-key': ['get', 'rank'] },
        paint: { ...halo, 'text-opacity': 0.62 },
      },
      {
        id: 'area-name',
        type: 'symbol',
        source: 'area-names',
        minzoom: 4,
        layout: { ...text, 'text-field': ['get', 'name'], 'text-size': 12 },
        paint: { ...halo, 'text-opacity': 0.85 },
      },
      {
        id: 'cluster-count',
        type: 'symbol',
        source: 'dots',
        filter: ['has', 'point_count'],
        layout: {
          ...text,
          'text-field': ['to-string', ['get', 'records']],
          'text-size': 13,
          'text-allow-overlap': true,
          'text-padding': 9,
        },
        paint: { 'text-color': colours.label },
      },
      {
        id: 'dot-name',
        type: 'symbol',
        source: 'dots',
        filter: ['!', ['has', 'point_count']],
        layout: {
          ...text,
          'text-field': ['get', 'name'],
          'text-size': 13,
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.8,
          'text-justify': 'auto',
          'symbol-sort-key': ['-', 0, ['get', 'records']],
        },
        paint: halo,
      },
    ],
  };
};

/** Layers that answer to a click, uppermost first. */
export const CLICKED = ['cluster', 'dot', 'area', 'tint'] as const;
