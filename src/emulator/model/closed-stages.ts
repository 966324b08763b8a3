/** The platform's own last stages of every pipeline, the same in each account (Kommo: Pipelines and stages). */
export const won = 142;
export const lost = 143;
