import Activity from "@lucide/svelte/icons/activity";
import Bookmark from "@lucide/svelte/icons/bookmark";
import BriefcaseBusiness from "@lucide/svelte/icons/briefcase";
import Calendar from "@lucide/svelte/icons/calendar";
import FileText from "@lucide/svelte/icons/file-text";
import Lightbulb from "@lucide/svelte/icons/lightbulb";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import Settings from "@lucide/svelte/icons/settings";
import User from "@lucide/svelte/icons/user";
import type { Component } from "svelte";
import type { KindId } from "../../../core/records/any-kind.ts";

type Icon = Component<{ size?: number; strokeWidth?: number; "aria-hidden"?: boolean }>;

const icons: Readonly<Partial<Record<KindId, Icon>>> = {
  applications: BriefcaseBusiness,
  interviews: Calendar,
  contacts: User,
  activities: Activity,
  job_searches: Bookmark,
  conversations: MessagesSquare,
  documents: FileText,
  memories: Lightbulb,
  settings: Settings,
};

/** The drawing that stands for a kind, always beside its word. */
export function kindIcon(kind: KindId): Icon {
  return icons[kind] ?? FileText;
}
