import type { TourSlide } from "../../src/manifest";

export const slideSize = { width: 1188, height: 616 } as const;

/** The size of the screen that a slide shows, and how much smaller it stands there. */
export const screenSize = { width: 1160, height: 760 } as const;

/** A slide as a page: words at the left, the screen at the right, beyond the lower edge. */
export function formatSlide({ title, text }: TourSlide, screen: Uint8Array): string {
  return `<!doctype html><meta charset="utf-8"><style>
body { display: grid; grid-template-columns: 300px 1fr; gap: 36px; width: 1188px; height: 616px; margin: 0;
  overflow: hidden; background: linear-gradient(135deg, #f2f4fd 0%, #dfe5fb 100%); color: #1f2430;
  font: 17px/1.5 "Helvetica Neue", Arial, sans-serif; }
div { padding: 132px 0 0 44px; }
h1 { margin: 0 0 14px; font-size: 34px; line-height: 1.18; letter-spacing: -0.5px; }
p { margin: 0; color: #4a5264; }
img { width: 832px; margin: 44px 0 0; border-radius: 10px; box-shadow: 0 18px 50px rgb(31 36 48 / 28%); }
</style><div><h1>${escape(title)}</h1><p>${escape(text)}</p></div>
<img alt="" src="data:image/png;base64,${Buffer.from(screen).toString("base64")}">`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
