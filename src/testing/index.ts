export type { SentRequest } from "./answer-requests";
export type { BoundQueries } from "./bind-queries";
export type { AccountOptions } from "./install-widget";
export { renderArea, type AreaSource, type RenderAreaOptions, type RenderedArea } from "./render-area";
