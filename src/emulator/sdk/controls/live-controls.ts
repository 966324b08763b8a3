import type { Libraries } from "../libraries";
import type { HostTexts } from "../texts";
import { liveBoxes } from "./live/live-boxes";
import { liveButtons } from "./live/live-buttons";
import { liveDates } from "./live/live-dates";
import { liveDropdowns } from "./live/live-dropdowns";
import { livePipelineSelects } from "./live/live-pipeline-selects";
import { liveSelects } from "./live/live-selects";
import { liveSuggests } from "./live/live-suggests";

/**
 * Gives life to the system's controls by handlers on the document: a control works as soon as its markup is in the
 * page, whoever put it there (Kommo: Native controls). Returns the disposer.
 */
export function liveControls(libraries: Libraries, texts: HostTexts): () => void {
  const { $ } = libraries;
  const disposers = [
    liveButtons($, ".emulatorButtons"),
    liveBoxes($, ".emulatorBoxes"),
    liveSelects($, ".emulatorSelects"),
    liveDropdowns($, ".emulatorDropdowns"),
    liveSuggests($, ".emulatorSuggests", texts.nothingFound),
    livePipelineSelects($, ".emulatorPipelineSelects"),
    liveDates(libraries, ".emulatorDates"),
  ];
  return () => {
    for (const dispose of disposers) dispose();
  };
}
