import type { Component } from "svelte";

/** What the button of a menu spreads on itself. */
export interface MenuTrigger {
  readonly popovertarget: string;
  readonly "aria-haspopup": "menu";
  readonly "aria-expanded": boolean;
  readonly onkeydown: (event: KeyboardEvent) => void;
}

/** One line of a menu. `count` stands right, as the number the choice would give. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly count?: string;
  /** One line below the label, where a choice needs advice. */
  readonly advice?: string;
  readonly icon?: Component<{ size?: number; "aria-hidden"?: boolean }>;
  readonly chosen?: boolean;
  readonly tone?: "stop";
  readonly keys?: string;
  /** A hairline above it. */
  readonly apart?: boolean;
  readonly disabled?: boolean;
  readonly run: () => void;
}
