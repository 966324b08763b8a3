// The package types its main entry only; its single-file build has the same exports.
declare module "css-tree/dist/csstree.esm" {
  export * from "css-tree";
}
