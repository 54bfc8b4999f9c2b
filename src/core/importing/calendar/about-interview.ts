import { mentionsCompany } from "../relevant-chats.ts";

const word =
  /interview|vorstellungsgespr|bewerbungsgespr|kennenlerngespr|entretien|entrevista|colloqui|mülakat|mulakat|haastattelu|sollicitatiegesprek|intervju|rozmowa kwalifikacyjna|собеседован|面试|面試|面接|면접|phone screen|job talk|assessment (?:day|centre|center)/i;

const kinds: readonly (readonly [RegExp, string])[] = [
  [/phone|telefon|téléphon|teléfono|\bcall\b/i, "phone"],
  [/teams|zoom|meet\.|webex|video|skype/i, "video"],
  [/technical|coding|technisch|technique|técnica/i, "technical"],
  [/on-?site|vor ort|in person/i, "on-site"],
  [/panel/i, "panel"],
];

/** True for an event that belongs to a job search: it is called an interview, or names a tracked company. */
export const isAboutSearch = (summary: string, companies: readonly string[]): boolean =>
  word.test(summary) || mentionsCompany(summary, companies);

/** phone, video, technical, on-site or panel, where the event says so. */
export const interviewType = (words: string): string | undefined =>
  kinds.find(([one]) => one.test(words))?.[1];
