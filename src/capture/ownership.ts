import { HumanError } from '../model/humanError.ts';

/** The owner of a file or folder, as `stat` tells it. */
export interface Owned {
  readonly uid: number;
}

/**
 * Whether a file or folder belongs to the running user. Being able to read it (root can) is not enough:
 * nobody asks for someone else's figures.
 *
 * @param uid of the running process; undefined where there is none (Windows, which guards homes itself)
 */
export function ownedByUser(stat: Owned, uid: number | undefined): boolean {
  return uid === undefined || stat.uid === uid;
}

/** Refuses a home folder that belongs to another user. Throws HumanError. */
export function refuseForeignHome(home: string, uid: number | undefined, stat: Owned): void {
  if (ownedByUser(stat, uid)) return;
  throw new HumanError(
    `${home} belongs to another user (id ${stat.uid}, you are ${uid}): only your own agent logs are read. Name a home that is yours with --home, or run this as the user it belongs to.`,
  );
}
