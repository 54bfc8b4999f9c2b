/** Development only: `npm run dev`, then /gallery.html. The build starts at index.html and never sees it. */
import { mount } from "svelte";
import "../base.css";
import Gallery from "./Gallery.svelte";

const target = document.getElementById("app");
if (target !== null) mount(Gallery, { target });
