import { concat, crc32 } from "./draw-png";

/** One entry of an archive that a test builds byte by byte, honest unless told otherwise. */
export interface ZipInput {
  readonly name: string | Uint8Array;
  /** As it is packed: plain unless `method` says otherwise. */
  readonly data?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** What the directory claims of the unpacked size. */
  readonly size?: number;
  readonly crc?: number;
  /** The attributes that Unix keeps: 0o120777 is a link. */
  readonly mode?: number;
  readonly offset?: number;
}

export interface ZipChange {
  readonly count?: number;
  readonly directoryOffset?: number;
  readonly directorySize?: number;
  readonly prefix?: Uint8Array;
  readonly comment?: Uint8Array;
}

/** Builds an archive, hostile ones too: every claim can be a lie. */
export function buildZip(inputs: readonly ZipInput[], change: ZipChange = {}): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const input of inputs) {
    const name = typeof input.name === "string" ? new TextEncoder().encode(input.name) : input.name;
    const data = input.data ?? new Uint8Array();
    const [method, flags] = [input.method ?? 0, input.flags ?? 0];
    const [crc, size] = [input.crc ?? crc32(data), input.size ?? data.length];
    const common = [u16(flags), u16(method), u32(0), u32(crc), u32(data.length), u32(size), u16(name.length)];
    const local = concat([u32(0x04034b50), u16(20), ...common, u16(0), name, data]);
    locals.push(local);
    directory.push(
      concat([
        u32(0x02014b50),
        u16(0x0314),
        u16(20),
        ...common,
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u32((input.mode ?? 0o100644) * 65536),
        u32(input.offset ?? at),
        name,
      ]),
    );
    at += local.length;
  }
  const central = concat(directory);
  const count = change.count ?? inputs.length;
  const comment = change.comment ?? new Uint8Array();
  return concat([
    change.prefix ?? new Uint8Array(),
    ...locals,
    central,
    u32(0x06054b50),
    u32(0),
    u16(count),
    u16(count),
    u32(change.directorySize ?? central.length),
    u32(change.directoryOffset ?? at),
    u16(comment.length),
    comment,
  ]);
}

function u16(value: number): Uint8Array {
  return new Uint8Array([value & 255, (value >>> 8) & 255]);
}

function u32(value: number): Uint8Array {
  return new Uint8Array([value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255]);
}
