/** Characters accepted in the editor on one day, and how many of them were there so many seconds later. */
export interface AcceptedDay {
  /** UTC ms of the local day's noon. */
  readonly day: number;
  readonly source: string;
  readonly tool: string;
  readonly seconds: number;
  readonly characters: number;
  readonly kept: number;
}
