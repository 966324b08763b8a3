export { createImageCompiler, type CompiledImages, type ImageCompiler } from "./create-image-compiler";
export { findUnusedImages } from "./find-unused-images";
