// What an author may import beside code; the compiler puts it into the archive.

/** Names of classes by the names that the author gave them. */
declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module "*.module.scss" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module "*.module.sass" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

/** Styles: imported for what they do, they have no value. */
declare module "*.css" {}
declare module "*.scss" {}
declare module "*.sass" {}

/** An address that works at run time. */
declare module "*.svg" {
  const address: string;
  export default address;
}
declare module "*.png" {
  const address: string;
  export default address;
}
declare module "*.jpg" {
  const address: string;
  export default address;
}
declare module "*.jpeg" {
  const address: string;
  export default address;
}
declare module "*.gif" {
  const address: string;
  export default address;
}
declare module "*.webp" {
  const address: string;
  export default address;
}
declare module "*.avif" {
  const address: string;
  export default address;
}
