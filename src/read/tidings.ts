/** Arabic words for what is told: what is denied or doubted of them is denied or doubted of what they tell. */

const TIDINGS =
  /^[وفبل]?(?:ال)?(?:انباء?|تقارير|تقرير|معلومات|اخبار|خبر|نبا|مزاعم|زعم|شا[يئ]عات|شا[يئ]عه|روايات|رواي[هة]|اد[عّ]اءات|اد[عّ]اء|اتهامات|حديث|احاديث|اقاويل|تسريبات)$/;

/** Whether a folded word means what is told: أنباء, مزاعم, شائعات. */
export const isTidings = (norm: string): boolean => TIDINGS.test(norm);
