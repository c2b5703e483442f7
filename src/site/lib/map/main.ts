/**
 * The movable map, over the drawn one and the list, which hold the same without it. The only page with a library: it is
 * a plain module of its own and not the framework's browser half, which would need a script in the page.
 */
import { type GeoJSONSource, Map as MapView, setWorkerUrl } from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import {
  boundsOf,
  type Counted,
  countIn,
  dayNumber,
  dayOf,
  drawnOf,
  type MapData,
  type Period,
  wholePeriod,
} from './data.ts';
import { ANTARCTICA, type Collection, outlineOf } from './outline.ts';
import { openPanel } from './panel.ts';
import { CLICKED, coloursOf, styleOf } from './style.ts';

type Told = Readonly<Record<'begin' | 'records' | 'site' | 'world' | 'near' | 'home' | 'as' | 'words', string>>;

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Nearer, the borders of the base and the points of the tables claim more than they know. */
const NEAREST = 9;
/** Outlines at 1:110 million do above this; below it those around the places are fetched at 1:50 million, once. */
const DETAIL_ZOOM = 4.2;
const MOST_STEPS = 400;

const json = async <T>(address: string): Promise<T> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<T>;
};

/** Country outlines as GeoJSON, each with its number. */
const outlines = async (address: string): Promise<Collection> => {
  const topology = await json<Topology<{ countries: GeometryCollection }>>(address);
  const { features } = feature(topology, topology.objects.countries);
  return { type: 'FeatureCollection', features: features.filter(({ id }) => id !== ANTARCTICA).map(outlineOf) };
};

const start = async (stage: HTMLElement): Promise<void> => {
  const told = stage.dataset as unknown as Told;
  const words = JSON.parse(told.words) as Record<'close' | 'all' | 'closer' | 'records' | 'undated', string>;
  const language = document.documentElement.lang === 'ar' ? 'ar' : 'en';
  const address = new URLSearchParams(location.search);
  const asked = (base: string, more: Readonly<Record<string, string>> = {}): string => {
    const url = new URL(base, location.href);
    for (const [key, value] of [...address, ...Object.entries(more)]) if (value) url.searchParams.set(key, value);
    return url.href;
  };
  const [data, world] = await Promise.all([json<MapData>(asked(told.records)), outlines(told.world)]);
  const countries = {
    type: 'FeatureCollection',
    features: data.countries.map(({ name, lat, lon }, rank) => ({
      type: 'Feature',
      properties: { name, rank },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  };
  const whole = wholePeriod(data);
  const given = { from: address.get('from'), to: address.get('to') };
  let period: Period | undefined =
    whole && (given.from || given.to)
      ? { from: given.from ? dayNumber(given.from) : whole.from, to: given.to ? dayNumber(given.to) : whole.to }
      : undefined;
  let counted: Counted = countIn(data, period);
  let drawn = drawnOf(data, counted, language);

  setWorkerUrl(new URL(worker, location.href).href);
  const font = language === 'ar' ? 'IBM Plex Sans Arabic' : 'IBM Plex Sans';
  await document.fonts.load(`13px "${font}"`, language === 'ar' ? 'مرصد' : 'Marsad').catch(() => undefined);
  let shapes: unknown = world;
  const style = () => styleOf(coloursOf(stage), { world: shapes, countries }, drawn.outlines, font);
  const everywhere = (): ReturnType<typeof boundsOf> =>
    boundsOf(data.sites.filter((_, index) => (counted.bySite[index] ?? 0) > 0));
  // The piece that the drawn map shows: nothing jumps when this one takes its place.
  const begin = told.begin ? (JSON.parse(told.begin) as readonly number[]) : everywhere().flat();
  const map = new MapView({
    container: byId('map'),
    style: style(),
    bounds: begin as never,
    fitBoundsOptions: { maxZoom: 7 },
    maxZoom: NEAREST,
    minZoom: 0.5,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: true,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  const fill = (): void => {
    for (const [name, shown] of [
      ['dots', drawn.dots],
      ['areas', drawn.areas],
      ['area-names', drawn.areaNames],
    ] as const)
      map.getSource<GeoJSONSource>(name)?.setData(shown as never);
    map.setFilter('tint', ['in', ['get', 'number'], ['literal', [...drawn.outlines]]]);
  };
  await new Promise<void>((ready, broken) => {
    map.once('load', () => ready());
    map.once('error', ({ error }) => broken(error));
  });
  fill();

  // The list and the number say what the map shows.
  const list = byId('list');
  const tell = (): void => {
    byId('said').textContent = `${words.records}: ${counted.records}`;
    for (const [index, site] of data.sites.entries()) {
      const line = list.querySelector<HTMLElement>(`[data-id="${CSS.escape(site.id)}"]`);
      const number = line?.querySelector('.number');
      if (!line || !number) continue;
      const records = counted.bySite[index] ?? 0;
      line.hidden = records === 0;
      number.textContent = String(records);
    }
  };
  const narrow = (chosen: Period | undefined): void => {
    period = chosen;
    counted = countIn(data, period);
    drawn = drawnOf(data, counted, language);
    fill();
    tell();
  };

  const link = (path: string): string => `${told.home}${path}${told.as ? `?as=${told.as}` : ''}`;
  const panel = openPanel(
    byId('panel'),
    words,
    { record: (id) => link(`/records/${id}`), place: (id) => link(`/places/${id}`) },
    () => map.resize(),
  );
  const choose = (index: number): void => {
    const site = data.sites[index];
    if (!site) return;
    const shown = period ? { from: dayOf(period.from), to: dayOf(period.to) } : {};
    panel.show(
      {
        id: site.id,
        name: site.name[language] ?? site.name.en ?? site.name.ar ?? '',
        told: `${words.records}: ${counted.bySite[index] ?? 0}`,
      },
      asked(told.site, { ...shown, place: site.id }),
      () => map.fitBounds(boundsOf([site]) as never, { maxZoom: NEAREST }),
    );
  };

  map.on('click', async ({ point }) => {
    const [hit] = map.queryRenderedFeatures(
      [
        [point.x - 4, point.y - 4],
        [point.x + 4, point.y + 4],
      ],
      { layers: [...CLICKED] },
    );
    if (!hit) return panel.close();
    if (hit.layer.id === 'cluster') {
      const zoom = await map.getSource<GeoJSONSource>('dots')?.getClusterExpansionZoom(hit.properties.cluster_id);
      map.easeTo({ center: (hit.geometry as never as { coordinates: [number, number] }).coordinates, zoom: zoom ?? 6 });
    } else if (hit.layer.id === 'tint') choose(data.sites.findIndex((site) => site.outline === hit.properties.number));
    else choose(hit.properties.index);
  });
  map.on('mousemove', ({ point }) => {
    map.getCanvas().style.cursor =
      map.queryRenderedFeatures(point, { layers: [...CLICKED] }).length > 0 ? 'pointer' : '';
  });

  let detail = false;
  const refine = async (): Promise<void> => {
    if (detail || map.getZoom() < DETAIL_ZOOM) return;
    detail = true;
    const near = await outlines(told.near).catch(() => undefined);
    if (!near) return;
    const finer = new Set(near.features.map((one) => one.properties?.number));
    shapes = {
      type: 'FeatureCollection',
      features: [...world.features.filter((one) => !finer.has(one.properties?.number)), ...near.features],
    };
    map.getSource<GeoJSONSource>('world')?.setData(shapes as never);
  };
  map.on('zoomend', refine);
  refine();

  // Light and dark: as the page's switch says, or the system.
  const repaint = (): void => {
    map.setStyle(style(), { diff: true });
    map.once('styledata', fill);
  };
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);

  const acts: Readonly<Record<string, () => void>> = {
    in: () => map.zoomIn(),
    out: () => map.zoomOut(),
    whole: () => map.fitBounds(everywhere() as never, { padding: 24, maxZoom: 7 }),
  };
  for (const button of stage.querySelectorAll<HTMLElement>('[data-act]'))
    button.addEventListener('click', () => acts[button.dataset.act ?? '']?.());

  if (whole && whole.to > whole.from) slide(whole, period, narrow);
  stage.dataset.ready = 'true';
};

/** The two handles of the period, and the address with them. Both at their ends: everything, what has no date too. */
const slide = (whole: Period, begun: Period | undefined, narrow: (period: Period | undefined) => void): void => {
  const [first, last] = [byId<HTMLInputElement>('first'), byId<HTMLInputElement>('last')];
  const step = Math.max(1, Math.ceil((whole.to - whole.from) / MOST_STEPS));
  const most = Math.ceil((whole.to - whole.from) / step);
  const dayAt = (value: number): number => Math.min(whole.to, whole.from + value * step);
  const stepOf = (day: number): number => Math.round((day - whole.from) / step);
  for (const handle of [first, last]) handle.max = String(most);
  first.value = String(begun ? stepOf(begun.from) : 0);
  last.value = String(begun ? stepOf(begun.to) : most);

  const chosen = (): Period | undefined => {
    const [from, to] = [Number(first.value), Number(last.value)];
    return from === 0 && to === most ? undefined : { from: dayAt(from), to: dayAt(to) };
  };
  const show = (): void => {
    const days = [first, last].map((handle) => dayOf(dayAt(Number(handle.value))));
    byId('shown').textContent = days.join(' – ');
    for (const [at, handle] of [first, last].entries()) handle.setAttribute('aria-valuetext', days[at] ?? '');
  };
  const keep = (): void => {
    const period = chosen();
    const url = new URL(location.href);
    for (const [key, day] of [
      ['from', period?.from],
      ['to', period?.to],
    ] as const) {
      const value = day === undefined ? '' : dayOf(day);
      if (value) url.searchParams.set(key, value);
      else url.searchParams.delete(key);
      byId<HTMLInputElement>(key).value = value;
    }
    history.replaceState(null, '', url);
  };
  let waiting = false;
  for (const handle of [first, last]) {
    handle.addEventListener('input', () => {
      // A handle pushes the other before it.
      if (Number(first.value) > Number(last.value)) (handle === first ? last : first).value = handle.value;
      show();
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        narrow(chosen());
      });
    });
    handle.addEventListener('change', keep);
  }
  show();
};

const stage = byId('stage');
start(stage).catch((error: unknown) => {
  // The drawn map and the list stay; why, the console says.
  console.warn(error);
  stage.dataset.ready = 'failed';
});
