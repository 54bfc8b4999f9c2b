import Briefcase from "@lucide/svelte/icons/briefcase";
import ArchiveRestore from "@lucide/svelte/icons/archive-restore";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import EyeOff from "@lucide/svelte/icons/eye-off";
import History from "@lucide/svelte/icons/history";
import MessageSquare from "@lucide/svelte/icons/message-square";
import Settings from "@lucide/svelte/icons/settings";
import type { Screen } from "../../state/route.ts";

export interface Place {
  readonly screen: Screen;
  readonly label: string;
  readonly icon: typeof Settings;
  /** Second key after G. */
  readonly letter: string;
  /** A wider gap above it. */
  readonly apart?: boolean;
}

/** The seven screens in the order of the sidebar. The first four are tabs on a phone. */
export const places: readonly Place[] = [
  { screen: "ask", label: "Ask", icon: MessageSquare, letter: "a" },
  { screen: "tracker", label: "Tracker", icon: Briefcase, letter: "t" },
  { screen: "restore", label: "Restore", icon: ArchiveRestore, letter: "r" },
  { screen: "history", label: "History", icon: History, letter: "h", apart: true },
  { screen: "schedules", label: "Schedules", icon: CalendarClock, letter: "s" },
  { screen: "privacy", label: "Privacy", icon: EyeOff, letter: "p" },
  { screen: "settings", label: "Settings", icon: Settings, letter: ",", apart: true },
];
