/** True for files that hold compressed data already: to compress them again costs time and gains nothing. */
export function isCompressed(name: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|woff2?|zip)$/i.test(name);
}
