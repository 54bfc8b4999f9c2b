/** The setting that holds how many activities a week the person has set out to do. */
export const weeklyGoalKey = "weekly_goal";

/** A whole number from 1 to 99; 0 for everything else. */
export function readWeeklyGoal(value: unknown): number {
  const goal = typeof value === "string" ? Number(value) : value;
  return typeof goal === "number" && Number.isInteger(goal) && goal > 0 && goal < 100 ? goal : 0;
}
