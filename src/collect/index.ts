/** The world → Capture → Report. */

export { type Captured, type CaptureOptions, captureInput, captureOfBytes } from './capture.ts';
export { decode } from './decode.ts';
export { type Article, articleOf, EXTRACTOR, wordsOf } from './page/article.ts';
export { type PageLabels, pageLabelsOf } from './page/labels.ts';
export { type Given, reportOf } from './report.ts';
export { realWorld, SIZE_LIMIT, type World } from './world.ts';
