import { describeFailure } from "../describe-failure.ts";
import { toFailure } from "../failure.ts";
import { JobTrackerError } from "../job-tracker.ts";

/** What a caller of the interface gets instead of a `FailureError`: the same, with words for a person. */
export function toJobTrackerError(error: unknown): JobTrackerError {
  if (error instanceof JobTrackerError) return error;
  const failure = toFailure(error);
  return new JobTrackerError(failure, describeFailure(failure));
}

/** The component itself, with every failure of its methods turned into a `JobTrackerError`. */
export function withWords<T extends object>(component: T): T {
  const wrapped = new Map<PropertyKey, unknown>();
  return new Proxy(component, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      const known = wrapped.get(name) ?? wrap(value.bind(target) as Method);
      wrapped.set(name, known);
      return known;
    },
  });
}

type Method = (...given: readonly unknown[]) => unknown;

function wrap(method: Method): Method {
  return (...given) => {
    try {
      const result = method(...given);
      if (!(result instanceof Promise)) return result;
      return result.catch((error: unknown) => {
        throw toJobTrackerError(error);
      });
    } catch (error) {
      throw toJobTrackerError(error);
    }
  };
}
