import type { AnyRecord } from "../records/stored-record.ts";
import { addDays, sampleApplication } from "./sample-application.ts";
import { sampleCompanies } from "./sample-words.ts";
import { seededRandom } from "./seeded-random.ts";

const lorem =
  "You will own the reporting layer, talk to the people who use it, and leave it simpler than you found it. ";

/**
 * Any number of applications for tests and benchmarks, in batches; `textLength` characters of
 * description bring a record to about the 2 kB that performance figures are stated for.
 */
export function* generateApplications(
  count: number,
  today: Date,
  { seed = 1, batch = 1000, textLength = 1200 } = {},
): Generator<readonly AnyRecord[]> {
  const random = seededRandom(seed);
  const description = lorem.repeat(Math.ceil(textLength / lorem.length)).slice(0, textLength);
  for (let done = 0; done < count; done += batch) {
    yield Array.from({ length: Math.min(batch, count - done) }, (_, index) => {
      const n = done + index;
      const company = sampleCompanies[n % sampleCompanies.length];
      if (company === undefined) throw new RangeError("No sample company");
      const links = { contact_ids: [], document_ids: [] };
      const made = sampleApplication(random, company, addDays(today, -(n % 700)), today, links);
      const { sample: _sample, ...record } = made;
      return {
        ...record,
        company: `${company.name} ${String(n % 997)}`,
        description,
      };
    });
  }
}
