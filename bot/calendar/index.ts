export { addDays, addMonths } from "./dates.ts";
export { type DayOff, dayOff } from "./days-off.ts";
export { deadline, type Length } from "./deadline.ts";
export { type ExpectedDate, expectedDate } from "./expected-date.ts";
export { lunarTet } from "./lunar.ts";
export { addWorkingDays, isWorkingDay, nextWorkingDay } from "./working-days.ts";
