/** The strip's own sheet: dark in both themes, so that it is never taken for a part of the CRM. */
export const stripStyle = `
:host { all: initial; position: fixed; z-index: 2147483000; right: 0; bottom: 0; left: 0; display: block; font: 12px/18px "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; }
* { box-sizing: border-box; }
.strip { color: #dfe7ee; background: #101b25; }
.bar { display: flex; align-items: stretch; height: 26px; border-top: 1px solid #2b3d4c; overflow-x: auto; scrollbar-width: none; }
.name { display: flex; align-items: center; padding: 0 12px; max-width: 220px; overflow: hidden; color: #8fb8ff; font-weight: 600; text-overflow: ellipsis; white-space: nowrap; }
button { font: inherit; color: inherit; cursor: pointer; }
button:focus-visible, summary:focus-visible { outline: 2px solid #6ea8ff; outline-offset: -2px; }
.tab { display: inline-flex; flex: none; align-items: center; gap: 6px; padding: 0 10px; border: 0; background: none; color: #b7c5d1; white-space: nowrap; }
.tab:hover { background: #1a2936; color: #fff; }
.tab_open { background: #22364a; color: #fff; }
.count { padding: 0 6px; border-radius: 8px; background: #2b3d4c; color: #dfe7ee; font-size: 11px; line-height: 16px; font-variant-numeric: tabular-nums; }
.tab_alarm .count { background: #c2343f; color: #fff; }
.tab_right { margin-left: auto; }
.drawer { height: 280px; overflow: auto; border-top: 1px solid #2b3d4c; scrollbar-width: thin; scrollbar-color: #3d5264 transparent; }
.problems { padding: 8px 12px; border-top: 2px solid #e05561; background: #3a1c22; color: #ffd9dc; max-height: 140px; overflow: auto; }
.problems i { color: #ffb3b9; }
.notice { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 16px; }
.notice + .notice { margin-top: 6px; }
.notice .action { border-color: #e05561; color: #fff; }
.notice .action:hover { background: #5a2a32; }
.nothing { margin: 0; padding: 24px; color: #93a5b4; text-align: center; }
table { width: 100%; border-collapse: collapse; }
th { position: sticky; top: 0; background: #101b25; color: #93a5b4; font-weight: 600; text-align: left; }
th, td { padding: 3px 12px; border-bottom: 1px solid #1d2c39; white-space: nowrap; vertical-align: top; }
td.wide { width: 100%; white-space: normal; overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.bad td { color: #ff9aa2; }
code, pre { font: 12px/18px ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
pre { margin: 4px 0 8px 12px; color: #b7c5d1; white-space: pre-wrap; }
h3 { margin: 0; padding: 10px 12px 4px; color: #93a5b4; font-size: 12px; }
meter { width: 160px; height: 8px; vertical-align: middle; }
.areas { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 4px; padding: 10px; }
.area { display: flex; align-items: baseline; gap: 8px; padding: 5px 10px; border: 1px solid #22323f; border-radius: 4px; background: none; color: #93a5b4; text-align: left; }
button.area:hover { background: #1a2936; color: #fff; }
.area_listed { border-color: #3f73b5; color: #dfe7ee; }
.area_listed code { color: #8fb8ff; }
.area_open { background: #22364a; }
.area_strange { border-color: #a8433f; color: #ff9aa2; }
.errors { padding: 4px 0; }
summary { padding: 3px 12px; overflow-wrap: anywhere; cursor: pointer; }
.origin { display: inline-block; margin-right: 8px; padding: 0 6px; border-radius: 3px; background: #33475a; font-size: 11px; line-height: 16px; }
.origin_host { background: #8a5a00; color: #fff; }
.lacks { margin: 0; padding: 4px 24px 8px; max-width: 1100px; color: #b7c5d1; overflow-wrap: anywhere; }
.faults { display: flex; flex-wrap: wrap; gap: 8px 28px; padding: 12px; }
fieldset { display: flex; flex-wrap: wrap; gap: 6px; align-content: flex-start; min-width: 0; max-width: 520px; margin: 0; padding: 0; border: 0; }
legend { padding: 0 0 6px; color: #93a5b4; }
.fault, .action { padding: 4px 12px; border: 1px solid #33475a; border-radius: 14px; background: none; }
.fault:hover, .action:hover { background: #1a2936; }
.fault[aria-pressed="true"] { border-color: #e08b3e; background: #5a3a14; color: #fff; }
.asks { display: flex; gap: 8px; padding: 10px 12px; }
.action:disabled { opacity: 0.5; cursor: default; }
.health { padding: 12px; }
.health p { margin: 0 0 10px; max-width: 720px; color: #b7c5d1; }
.good { color: #7ddba6; }
`;
