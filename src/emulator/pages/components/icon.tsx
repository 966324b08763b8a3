/** Our own drawings on a grid of 20, one stroke. */
export const drawings = {
  dashboard: "M3 11a7 7 0 1 1 14 0M10 11l3-4M3 11v3h14v-3",
  leads: "M3 4h14l-5 6v5l-4 2v-7z",
  customers: "M10 16.5S3.5 12.7 3.5 8A3.6 3.6 0 0 1 10 6a3.6 3.6 0 0 1 6.5 2c0 4.7-6.5 8.5-6.5 8.5z",
  tasks: "M4 5.5h12v11H4zM4 8.5h12M7 3.5v3M13 3.5v3M7.5 12.5l1.800 1.800 3.200-3.300",
  chats: "M4 4.5h12v9H9l-3.5 3v-3H4zM7 8h6M7 10.5h4",
  catalogs: "M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM11 11h5v5h-5z",
  mail: "M3 5h14v10H3zM3 6l7 5 7-5",
  stats: "M4 16V9M8 16V4M12 16v-5M16 16V7",
  settings:
    "M10 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.5 1.5M13.5 13.5 15 15M15 5l-1.5 1.5M6.5 13.5 5 15",
  widget: "M4 7h4a2 2 0 1 1 4 0h4v4a2 2 0 1 0 0 4v1H4z",
  bell: "M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3",
  search: "M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l4 4",
  plus: "M10 4v12M4 10h12",
  close: "M5 5l10 10M15 5 5 15",
  check: "M4 10.5l4 4 8-9",
  down: "M5 7.5l5 5 5-5",
  up: "M5 12.5l5-5 5 5",
  left: "M12.5 5l-5 5 5 5",
  right: "M7.5 5l5 5-5 5",
  dots: "M10 4a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2zM10 9.400a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2zM10 14.800a.6.6 0 1 0 0 1.2.6.6 0 0 0 0-1.2z",
  phone:
    "M5 3.5h3l1.5 4-2 1.5a9 9 0 0 0 3.5 3.5l1.5-2 4 1.5v3c0 1-1 1.5-2 1.5C9 16 4 11 3.5 5.5c0-1 .5-2 1.5-2z",
  email: "M3 5h14v10H3zM3 6l7 5 7-5",
  person: "M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 16.5c.5-3.5 3-5 6-5s5.5 1.5 6 5",
  company: "M4 17V4h7v13M11 8h5v9M2.5 17h15M6.5 7h2M6.5 10h2M6.5 13h2M13.5 11v.01M13.5 14v.01",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.400L14.5 6M8.5 9v5M11.5 9v5",
  tag: "M3.5 10V3.5H10l6.5 6.5-6.5 6.5zM7 7v.01",
  note: "M5 3.5h10v13H5zM7.5 7h5M7.5 10h5M7.5 13h3",
  clock: "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM10 6.5V10l2.5 2",
  flash: "M11 3 5 11h4.5L9 17l6-8h-4.5z",
  link: "M8.5 11.5l3-3M7 9.5l-2 2a2.5 2.5 0 0 0 3.5 3.5l2-2M13 10.5l2-2A2.5 2.5 0 0 0 11.5 5l-2 2",
  list: "M4 5.5h12M4 10h12M4 14.5h12",
  kanban: "M4 4h3v12H4zM8.5 4h3v8h-3zM13 4h3v10h-3z",
  send: "M3.5 10 17 3.5 13 17l-3-5.5zM10 11.5 17 3.5",
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.300 14.300l1 1M15.300 4.7l-1 1M5.7 14.300l-1 1",
  moon: "M15.5 12A6.5 6.5 0 0 1 8 4.5a6.5 6.5 0 1 0 7.5 7.5z",
  panel: "M3.5 4.5h13v11h-13zM12.5 4.5v11",
  refresh: "M15.5 8A6 6 0 1 0 16 11M16 4v4h-4",
  pin: "M8 3.5h4l-.5 5 2.5 2.5H6l2.5-2.5zM10 11v5.5",
  edit: "M4 16l.8-3.5L13 4.300l2.7 2.7-8.200 8.200zM11.5 5.800l2.7 2.7",
  filter: "M4 5h12l-4.5 5.5V16L8.5 14v-3.5z",
  bot: "M4.5 8h11v8h-11zM10 8V5M10 4.5v.01M7.5 11.5v.01M12.5 11.5v.01M8 14h4M2.5 11v2M17.5 11v2",
  phone_device: "M6 2.5h8v15H6zM9 15h2",
  download: "M10 3.5v9M6.5 9.5l3.5 3.5 3.5-3.5M4 16.5h12",
  warning: "M10 3.5 17.5 16.5h-15zM10 8v4M10 14v.01",
  info: "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM10 9v4.5M10 6.5v.01",
  star: "M10 3.5l2 4.300 4.5.6-3.300 3.200.9 4.600-4.100-2.300-4.100 2.300.9-4.600L3.5 8.400l4.5-.6z",
} as const;

export type IconName = keyof typeof drawings;

/** One of the CRM's icons; decorative, so hidden from screen readers. */
export function Icon({
  name,
  small = false,
  className = "",
}: {
  name: IconName;
  small?: boolean;
  className?: string;
}) {
  return (
    <svg
      class={`crm-icon${small ? " crm-icon_small" : ""} svg-icon ${className}`.trim()}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
