// Entry of `/-/libraries.js`: a file of its own, so that a frame of a library's is told from one of the emulator's. It
// is built with the page's `define` hidden, and stands before RequireJS and the client.
import { importLibraries } from "./import-libraries";

const { $, _, Backbone, Twig, moment } = importLibraries();
Object.assign(window, { $, jQuery: $, _, Backbone, Twig, moment });
