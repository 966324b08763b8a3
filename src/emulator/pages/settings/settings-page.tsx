import type { ComponentChildren } from "preact";
import { PageTop } from "../chrome/page-top";
import { SettingsMenu } from "./settings-menu";

interface SettingsPageProps {
  readonly title: string;
  /** Its entry in the menu at the left. */
  readonly code: string;
  readonly children: ComponentChildren;
}

/** The frame of a page of the settings that is read from top to bottom. */
export function SettingsPage({ title, code, children }: SettingsPageProps) {
  return (
    <div id="work_area" class="work-area content__settings">
      <PageTop title={title} />
      <div class="settings-layout">
        <SettingsMenu active={code} />
        <div class="crm-page custom-scroll" id="list_page_holder">
          <div class="crm-page__narrow">{children}</div>
        </div>
      </div>
    </div>
  );
}
