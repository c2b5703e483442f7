/** The world → Capture → Report. */

export { type Archived, writeWacz } from './archive/wacz.ts';
export { type CaptureOptions, captureInput, isAddress } from './capture.ts';
export { decode } from './decode.ts';
export { type Difference, differencesOf } from './differences.ts';
export { type Fetched, type FetchOptions, type Net, openNet } from './fetch/net.ts';
export { type Captured, captureFile, captureOfBytes, filesIn, isFolder } from './files.ts';
export { feedsNamedBy, type List, type ListEntry, listOf } from './lists/index.ts';
export { type Article, articleOf, EXTRACTOR, wordsOf } from './page/article.ts';
export { type PageLabels, pageLabelsOf } from './page/labels.ts';
export { type Given, reportOf } from './report.ts';
export { type CollectSettings, collectSettings } from './settings.ts';
export { witnessed } from './witness.ts';
export { realWorld, SIZE_LIMIT, type World } from './world.ts';
