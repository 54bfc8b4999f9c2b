import { readRoute, type Route } from "./route.ts";
import type { Surroundings } from "./surroundings.ts";

/** The place in the app, as the address bar has it: `#/history/<id>`. */
export class Router {
  route = $state.raw<Route>(readRoute(""));
  readonly #address: Surroundings["address"];

  constructor(address: Surroundings["address"]) {
    this.#address = address;
    this.read();
  }

  read(): void {
    this.route = readRoute(this.#address.read());
  }

  /** `go("#/tracker/contacts")`. */
  go(hash: string): void {
    this.#address.write(hash);
    this.route = readRoute(hash);
  }
}
