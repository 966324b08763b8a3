interface IconProps {
  readonly path: string;
}

function Icon({ path }: IconProps) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export const UpIcon = () => <Icon path="M3.5 10 8 5.500 12.500 10" />;
export const DownIcon = () => <Icon path="M3.500 6 8 10.500 12.500 6" />;
export const RemoveIcon = () => <Icon path="M4 4l8 8M12 4l-8 8" />;
export const AddIcon = () => <Icon path="M8 3v10M3 8h10" />;
